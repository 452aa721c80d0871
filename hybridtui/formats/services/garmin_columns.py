"""The columns of Garmin's list of activities, in the languages of its users. Source: formats.md 1.11."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.formats.tables import Header

_TYPE = (
    "activity type", "aktivitatstyp", "typ aktywnosci", "aktivitetstype", "tipo de atividade", "type d'activite",
    "tipo de actividad", "tipo di attivita", "activiteittype", "activiteitstype", "aktivitetstyp",
)  # fmt: skip
_DATE = ("date", "datum", "data", "dato", "fecha")
_TITLE = ("title", "titel", "tytuł", "titulo", "titre", "tittel", "titolo")
_DISTANCE = ("distance", "distanz", "dystans", "distancia", "afstand", "distanse", "distanza", "distans")
_TIME = ("time", "zeit", "czas", "tid", "tempo total", "tempo", "duree", "tiempo", "tijd", "total time")
_MEAN_BEATS = (
    "avg hr", "ø hf", "ø herzfrequenz", "durchschnittliche herzfrequenz", "srednie tetno", "gns. puls",
    "gennemsnitlig puls", "gjennomsnittlig puls", "fc media", "frequence cardiaque moyenne",
    "frecuencia cardiaca media", "gem. hs", "gemiddelde hs",
)  # fmt: skip
_MOST_BEATS = (
    "max hr", "max. hf", "maximale herzfrequenz", "maksymalne tetno", "maks. puls", "maksimal puls", "makspuls",
    "fc maxima", "frequence cardiaque maximale", "fc max", "fc max.", "frecuencia cardiaca maxima", "max. hs",
)  # fmt: skip
_PACE = (
    "avg pace", "ø pace", "srednie tempo", "gns. tempo", "gennemsnitligt tempo", "gjennomsnittlig tempo", "ritmo medio",
    "allure moyenne", "passo medio", "gem. tempo",
    "avg speed", "ø geschwindigkeit", "srednia predkosc", "gns. hastighed", "gennemsnitlig hastighed",
    "gjennomsnittlig hastighet", "velocidade media", "vitesse moyenne", "velocidad media", "velocita media",
)  # fmt: skip
_CADENCE = (
    "avg run cadence", "ø schrittfrequenz (laufen)", "cadence de course moyenne", "cadencia de corrida media",
    "cadencia de carrera media", "gjennomsnittlig frekvens for løping", "gns. løbekadence", "sredni rytm biegu",
)  # fmt: skip
_STRIDE = (
    "avg stride length", "ø schrittlange", "longueur moyenne des foulees", "comprimento medio da passada",
    "gjennomsnittlig skrittlengde", "gns. skridtlængde", "longitud media de zancada", "srednia długosc kroku",
)  # fmt: skip
_ASCENT = (
    "total ascent", "elev gain", "positiver hohenunterschied", "anstieg gesamt", "całkowity wznios", "samlet stigning",
    "total stigning", "stigning totalt", "subida total", "ascension totale", "ascenso total", "ascesa totale",
)  # fmt: skip
_ELAPSED = (
    "elapsed time", "verstrichene zeit", "upłyniety czas", "forløbet tid", "medgatt tid", "tempo transcorrido",
    "temps ecoule", "tiempo transcurrido", "tempo trascorso",
)  # fmt: skip

_FEWEST_COLUMNS = 5
_FAVOURITE = 2
"""Where the favourite's column stands, in any language; if there is one, the next ones stand where they always do."""


def is_list(header: Header) -> bool:
    """Return whether a table is the list, in a language that is known."""
    names = header.names
    return len(names) >= _FEWEST_COLUMNS and names[0] in _TYPE and names[1] in _DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where what stands; type and date are the first two."""

    title: int | None
    distance: int | None
    time: int | None
    mean_beats: int | None
    most_beats: int | None
    pace: int | None
    cadence: int | None
    stride: int | None
    ascent: int | None
    elapsed: int | None


def columns(header: Header) -> Columns:
    """Return the columns of a list that says :func:`is_list`."""
    whole = len(header.names) > _FAVOURITE and header.names[_FAVOURITE].startswith(("fav", "ulub", "prefer"))

    def at(names: tuple[str, ...], usual: int | None = None) -> int | None:
        found = header.position(*names)
        return usual if found is None and whole else found

    return Columns(
        title=at(_TITLE, 3),
        distance=at(_DISTANCE, 4),
        time=at(_TIME, 6),
        mean_beats=at(_MEAN_BEATS, 7),
        most_beats=at(_MOST_BEATS, 8),
        pace=at(_PACE),
        cadence=at(_CADENCE),
        stride=at(_STRIDE),
        ascent=at(_ASCENT),
        elapsed=at(_ELAPSED),
    )
