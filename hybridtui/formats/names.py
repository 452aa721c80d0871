"""Which exercise and which sport a name in a file stands for.

Some names do not say whether a load was used (``Pull Up``, ``Bulgarian Split Squat``)
where the library keeps both apart. There the session decides: if any of its sets of that
name has a load, all of them are the loaded exercise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from hybridtui.domain.exercises import OWN, Exercise, catalogue
from hybridtui.domain.names import fold, match
from hybridtui.domain.text import clean

UNNAMED = "Unknown exercise"
"""Stands in for sets whose exercise the file does not name."""

_LOAD_GEAR = frozenset({"dumbbell", "kettlebell", "barbell", "machine", "cable", "band", "mini_band", "medicine_ball"})


@cache
def carries_bodyweight(exercise: str) -> bool:
    """Return whether a load of this exercise comes on top of the body's weight."""
    known = catalogue().get(exercise)
    if known is None:
        return False
    return known.pattern != "carry" and (
        any(not way & _LOAD_GEAR for way in known.equipment) or exercise == "weighted_pull_up"
    )


# In English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Danish and Swedish, without the accents.
_SPORTS = {
    "run": re.compile(
        r"\b(?:run(?:ning)?|jog(?:ging)?|treadmill|sprints?|laufen|lauf|laufband|joggen|course a pied|tapis de course"
        r"|footing|courir|correr|carrera|cinta de correr|corrida|esteira|corsa|tapis roulant|hardlopen|loopband"
        r"|bieg|bieganie|bieznia|l[oø]b|l[oø]beband|lopning|lopband)\b|跑步|跑步机|ランニング"
    ),
    "cycling": re.compile(
        r"\b(?:cycling|bike|biking|spinning|assault ?bike|airbike|velo|cyclisme|radfahren|radsport|fahrrad|ciclismo"
        r"|bicicleta|bicicletta|wielrennen|fietsen|fiets|kolarstwo|jazda na rowerze|cykling|cykel)\b|自行车|骑行"
    ),
    "rowing": re.compile(
        r"\b(?:rowing|rower|row erg|rudern|rudergerat|ruderergometer|rameur|aviron|maquina de remo|remoergometro"
        r"|canottaggio|vogatore|roeien|roeimachine|wioslarstwo|wioslarz|roning|rodd|roddmaskin)\b|划船机"
    ),
    "walking": re.compile(
        r"\b(?:walking|walk|gehen|spaziergang|spazieren|marche|caminar|caminata|caminhada|camminata|wandelen"
        r"|spacer|chodzenie|marsz|gang|gatur|promenad)\b|步行"
    ),
    "hiking": re.compile(
        r"\b(?:hiking|hike|trekking|wandern|wanderung|randonnee|senderismo|excursionismo|trilha|escursionismo"
        r"|turystyka piesza|vandring)\b|徒步"
    ),
    "swimming": re.compile(
        r"\b(?:swimming|swim|schwimmen|natation|natacion|natacao|nuoto|zwemmen|p[lł]ywanie|sv[oø]mning|simning)\b|游泳"
    ),
    "elliptical": re.compile(
        r"\b(?:elliptical|crosstrainer|cross trainer|elliptique|eliptica|eliptico|ellittica|orbitrek)\b|椭圆机"
    ),
    "skiing": re.compile(
        r"\b(?:skiing|ski erg|skierg|ski|skifahren|langlauf|esqui|sci|langlaufen|narciarstwo|skil[oø]b|skidakning)\b"
    ),
    "stairs": re.compile(
        r"\b(?:stair ?master|stair climber|stairs|climbmill|treppensteigen|treppen|escaliers|escaleras|escadas|scale"
        r"|traplopen|schody|trapper|trappor)\b"
    ),
    "skating": re.compile(
        r"\b(?:skating|inline|eislaufen|patinage|patinaje|patinacao|pattinaggio|schaatsen|[lł]yzwy|skridsko)\b"
    ),
}  # fmt: skip
_NO_SPORT = re.compile(
    r"\b(?:farmer'?s?|lunge|carry|plank|band|knee|crab|bear|duck|fentes?|zancadas?|ausfallschritte?|passada|affondi)\b"
)


def sport(name: str) -> str | None:
    """Return the sport that an exercise name stands for, ``run`` for running; None if it names none."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    if _NO_SPORT.search(plain) or _is_exercise(name):
        return None
    return next((sport for sport, pattern in _SPORTS.items() if pattern.search(plain)), None)


def _is_exercise(name: str) -> bool:
    """Return whether the library has it as an exercise proper, not as a warm-up jog or a recovery swim."""
    found = match(name)
    return found is not None and catalogue()[found.exercise].pattern not in ("warmup", "recovery")


class Roster:
    """The exercises that a file's names stand for; names without a match become the athlete's own."""

    def __init__(self, own: Mapping[str, str], usual: str = "") -> None:
        """Find the athlete's ``own`` first; ``usual`` is the implement of names without one, if the app has one."""
        self._own = own
        self._usual = usual
        self._added: dict[str, Exercise] = {}
        self._told: dict[tuple[str, bool], str] = {}

    def exercise(self, name: str, *, loaded: bool, timed: bool = False) -> str:
        """Return the id for a name; ``loaded`` and ``timed`` say how it was done."""
        told = self._told.get((name, loaded))
        if told is None:
            told = self._told[name, loaded] = self._find(clean(name) or UNNAMED, loaded=loaded, timed=timed)
        return told

    def _find(self, name: str, *, loaded: bool, timed: bool) -> str:
        folded = fold(name)
        if folded in self._own:
            return self._own[folded]
        found = match(name) or (match(f"{name} ({self._usual})") if self._usual else None)
        if found is not None:
            return found.loaded if loaded and found.loaded else found.exercise
        own = self._added.setdefault(folded, Exercise(id=own_id(name), name=name, pattern=OWN_PATTERN, timed=timed))
        return own.id

    @property
    def added(self) -> tuple[Exercise, ...]:
        """The athlete's own exercises that the file brings."""
        return tuple(self._added.values())


OWN_PATTERN = "other"
"""Pattern of an imported exercise: no file says how it moves."""


def own_id(name: str) -> str:
    """Return the id of an own exercise: readable, and the same for every spelling that folds alike.

    >>> own_id("T Bar Row"), own_id("t-bar row")
    ('own:t-bar-row-e2e501', 'own:t-bar-row-e2e501')
    """
    ascii_name = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:40]
    folded = fold(name) or name
    return (
        f"{OWN}{slug}-{sha256(folded.encode()).hexdigest()[:6]}"
        if slug
        else OWN + sha256(folded.encode()).hexdigest()[:12]
    )
