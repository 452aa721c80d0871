"""What lists of activities call a sport, in the languages of their services. Source: formats.md 1.10, 1.11.

Sports have one name each, the one that FIT files give them, so that two records of one
ride are known for one. The first line with a word of a name says it: a ski run is skiing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hybridtui.domain.text import clean
from hybridtui.domain.workout import Kind
from hybridtui.formats.tables import plain

_LONGEST = 40
_LOOKED_AT = 200
"""So many characters of a name say what was done: patterns take long over endless ones."""


class Activity(NamedTuple):
    """What was done."""

    kind: Kind
    """RUN, STRENGTH or OTHER."""
    sport: str
    """``run``, empty for strength, or the other sport's name."""


_STRENGTH, _RUN = "strength", "run"

_WORDS = """
cross country skiing: nordic ski*, cross country ski*, backcountry ski*, ski de randonnee, *langlauf*, ski de fond,
    esqui de fondo, sci di fondo, biegi narciarskie, narciarstwo biegowe, langrend*, roller ski*, rollski*
alpine skiing: alpine ski*, downhill ski*, resort ski*, ski alpin*, alpinski*, skifahren, esqui alpino, sci alpino,
    narciarstwo alpejskie, narciarstwo zjazdowe
snowboarding: snowboard*
snowshoeing: snowshoe*, snow shoe*, schneeschuh*, raquette*
inline skating: inline skat*, inlineskat*, roller, patinaje en linea
ice skating: ice skat*, eislauf*, schlittschuh*, patin*
strength: strength*, weight training, weight lifting, weightlifting, weights, *kraft*, gewichtstraining, musculation,
    renforcement, siłow*, styrke*, krachttraining, forca, musculacao, pesos, peso, fuerza, musculacion, pesas, forza,
    pesi
cycling: *ride, bik*, e bike*, ebike*, mtb, bmx, cycl*, ciclismo, *rad, *radfahren, *radfahrt, *radsport, velo, vtt,
    velomobil*, pedalada, bici*, fiets*, wielrennen, rower*, kolarstwo, cykl*, sykl*, spinning, handcycle,
    hometrainer
swimming: swim*, *schwimm*, natation, nage, natacao, natacion, nuoto, zwemmen, pływanie, *svømm*, *svøm*
run: *run, *running, runs, jog, jogging, joggen, treadmill*, *lauf, laufen, laufband*, course, trail, footing, tapis,
    corrida, correr, carrera, corsa, hardlopen, bieg*, bieznia, biezni, *løb, *løbe*, *løp*, juoksu, *lopning,
    бег, 跑步, ランニング
hiking: hik*, wander*, randonnee, trilha, senderismo, caminata por montana, escursion*, excursion*, turystyka piesza,
    vandr*, fottur, wedrowka, mountaineering, berg*
walking: walk*, gehen, spazier*, marche, caminhada, caminar, caminata, camminata, wandelen, marsz, chodzenie, spacer*,
    gang, gatur
rowing: row, rowing, ruder*, aviron, remo, canottaggio, roeien, wioslarstwo, roning, roing
elliptical: elliptical*, crosstrainer, ellip*, eliptyczny, orbitrek
stair climbing: stair*, treppen*, floor climbing
yoga: yoga, joga, ioga
pilates: pilates
hiit: hiit, high intensity*, interval*
cardio training: *cardio*, *kardio*
kayaking: kayak*, kajak*
stand up paddleboarding: stand up paddl*, standup paddl*, sup
paddling: canoe*, kanu*, canoagem, paddling
sailing: sail*, segeln, voile, vela
rock climbing: climb*, rock climb*, bouldering, kletter*, escalade, escalada, arrampicata
training: workout, training, treino, entrainement, entrenamiento, other, sonstige*, autre, outro, inne, andet, fitness*
"""
"""By sport: words and phrases without accents, ``*`` for any letters."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for entry in re.sub(r",\n\s+", ", ", _WORDS.strip()).splitlines():
        sport, _, phrases = entry.partition(": ")
        ways = "|".join(re.escape(phrase.strip()).replace(r"\*", r"\w*") for phrase in phrases.split(","))
        yield sport, re.compile(rf"(?<!\w)(?:{ways})(?!\w)")


_PATTERNS = tuple(_patterns())


def activity(name: str) -> Activity:
    """Return what a service's word for an activity means; a word that is not known is the sport's name itself.

    >>> activity("Course à pied").kind, activity("treadmill_running").kind, activity("Trening siłowy").kind
    (<Kind.RUN: 'run'>, <Kind.RUN: 'run'>, <Kind.STRENGTH: 'strength'>)
    >>> activity("Skilanglauf").sport, activity("Curling").sport
    ('cross country skiing', 'curling')
    """
    return known(name) or Activity(Kind.OTHER, clean(_words(name), _LONGEST) or "training")


def known(text: str) -> Activity | None:
    """Return the activity that a text has a word of; None if it has none.

    >>> known("Evening ride").sport, known("Home")
    ('cycling', None)
    """
    words = _words(text)
    sport = next((sport for sport, pattern in _PATTERNS if pattern.search(words)), None)
    if sport is None:
        return None
    if sport == _RUN:
        return Activity(Kind.RUN, _RUN)
    return Activity(Kind.STRENGTH, "") if sport == _STRENGTH else Activity(Kind.OTHER, sport)


def _words(name: str) -> str:
    return plain(re.sub(r"[_-]", " ", name[:_LOOKED_AT]))
