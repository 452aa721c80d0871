"""Which exercises of lifting apps are no lifts but a sport: ``Running``, ``Rowing (Machine)``, ``Laufband``.

These are names of exercises, not of activities, and so have words of their own: ``Berg``,
``course`` and ``Pesos`` in a list of activities are a hike, a run and lifting
(:mod:`hybridtui.formats.activity_types`); in a lifting app they are parts of names of
lifts. The sports are called alike in both, so that two records of one workout are known.
"""

from __future__ import annotations

import re
import unicodedata

from hybridtui.domain.exercises import catalogue
from hybridtui.domain.names import match

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
    "stair climbing": re.compile(
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
