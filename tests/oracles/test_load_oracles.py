"""Every row of the oracle tables of load: fitness and fatigue, monotony, week against usual, heart rate and pace.

A row whose quantity nothing here computes fails, so none is skipped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

import pytest

from hybridtui.domain import load_models, running
from hybridtui.domain.load import session_load
from hybridtui.domain.running import heart_rate
from hybridtui.domain.workout import Kind
from tests.oracles.tables import near, numbers, rows


def test_tables_are_whole() -> None:
    tables = ("pmc.csv", "monotony.csv", "acwr.csv", "hr_load.csv")
    assert [len(rows(table)) for table in tables] == [45, 8, 5, 22]


# --- pmc.csv -----------------------------------------------------------------------------------


def scenarios() -> Iterator[tuple[str, list[dict[str, str]]]]:
    for name, listed in groupby(rows("pmc.csv"), key=lambda row: row["scenario"]):
        yield name, list(listed)


def loads(listed: list[dict[str, str]]) -> list[float]:
    """The load of every day up to the last row; a day between two rows has the load of the row before."""
    by_day = {int(row["day"]): float(row["load"]) for row in listed}
    daily: list[float] = []
    for day in range(1, max(by_day) + 1):
        daily.append(by_day.get(day, daily[-1] if daily else 0.0))
    return daily


@pytest.mark.parametrize(
    ("name", "listed"), list(scenarios()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_fitness_and_fatigue(name: str, listed: list[dict[str, str]]) -> None:
    first = listed[0]
    days = list(load_models.pmc(loads(listed), ctl=float(first["ctl0"]), atl=float(first["atl0"])))
    for row in listed:
        day = days[int(row["day"]) - 1]
        near(day.ctl, row["ctl"], row["tolerance"])
        near(day.atl, row["atl"], row["tolerance"])
        near(day.form, row["form_prev_day"], row["tolerance"])
        near(day.ctl - day.atl, row["form_same_day"], row["tolerance"])


# --- monotony.csv, acwr.csv --------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("monotony.csv"), ids=lambda r: r["week"])
def test_monotony(row: dict[str, str]) -> None:
    daily = [float(row[f"d{day}"]) for day in range(1, 8)]
    near(sum(daily), row["weekly_load"], row["tolerance"])
    near(load_models.monotony(daily), row["monotony_default"], row["tolerance"])
    near(load_models.monotony(daily, population=True), row["monotony_population_sd"], row["tolerance"])
    # The table prints two places of the strain.
    near(load_models.strain(daily), row["strain_default"], "0.005")


@pytest.mark.parametrize("row", rows("acwr.csv"), ids=lambda r: r["scenario"])
def test_week_against_usual(row: dict[str, str]) -> None:
    daily = [float(load) for load in row["loads_28d"].split()]
    near(load_models.week_against_usual(daily), row["acwr_rolling_coupled"], row["tolerance"])
    near(load_models.week_against_usual(daily, coupled=False), row["acwr_rolling_uncoupled"], row["tolerance"])
    weighted = load_models.weighted_averages(daily)
    assert weighted is not None
    near(weighted.acute, row["ewma_acute"], row["tolerance"])
    near(weighted.chronic, row["ewma_chronic"], row["tolerance"])
    near(weighted.ratio, row["acwr_ewma"], row["tolerance"])


# --- hr_load.csv -------------------------------------------------------------------------------


def impulse(sex: str, factor: float | None = None) -> Callable[[str], float]:
    def of(inputs: str) -> float:
        given = numbers(inputs)
        return load_models.banister(
            given["min"], given["hr"], rest=given["rest"], maximum=given["max"], sex=sex, factor=factor
        )

    return of


def hrss(inputs: str) -> float:
    given = numbers(inputs)
    return load_models.hrss(
        given["min"], given["hr"], rest=given["rest"], maximum=given["max"], threshold=given["lthr"], sex="m"
    )


def trials(inputs: str) -> running.CriticalSpeed:
    given = numbers(inputs)
    return running.critical_speed([running.Trial(given[f"d{n}"], given[f"t{n}"]) for n in (1, 2)])


def estimate(inputs: str) -> float:
    given = numbers(inputs)
    return running.CriticalSpeed(given["cs"], given["dprime"]).time_s(given["d"])


def lower_bpm(inputs: str) -> float:
    zone = re.search(r"zone=(\w+)", inputs)
    assert zone
    return {z.name: z.lower_bpm for z in heart_rate.threshold_zones(numbers(inputs)["lthr"])}[zone[1]]


def rtss(inputs: str) -> float:
    given = {name: float(value) for name, value in re.findall(r"(\w+)=(\d+)", inputs)}
    return load_models.rtss(given["min"], given["pace"], given["threshold_pace"])


def srpe(inputs: str) -> float:
    given = numbers(inputs)
    return session_load(given["min"], given["rpe"], Kind.RUN).au


COMPUTED: dict[str, Callable[[str], float]] = {
    "trimp_banister_m": impulse("m"),
    "trimp_banister_f_086": impulse("f"),
    "trimp_banister_f_gc": impulse("f", 0.64),
    "hrss_m": hrss,
    "trimp_edwards": lambda i: load_models.edwards([numbers(i)[f"z{n}"] for n in range(1, 6)]),
    "rtss": rtss,
    "srpe": srpe,
    "hrmax_tanaka": lambda i: heart_rate.estimated_max(numbers(i)["age"]),
    "karvonen": lambda i: heart_rate.of_reserve(numbers(i)["rest"], numbers(i)["max"], numbers(i)["pct"]),
    "critical_speed_mps": lambda i: trials(i).speed_mps,
    "d_prime_m": lambda i: trials(i).d_prime_m,
    "cs_predict_s": estimate,
    "cs_pace_s_km": lambda i: trials(i).pace_s_per_km,
    "friel_zone_lower_bpm": lower_bpm,
}
"""What computes each quantity, from the text of its inputs."""


def test_every_quantity_is_computed() -> None:
    assert {row["quantity"] for row in rows("hr_load.csv")} == set(COMPUTED)


@pytest.mark.parametrize("row", rows("hr_load.csv"), ids=lambda r: f"{r['quantity']}-{r['inputs']}")
def test_quantity(row: dict[str, str]) -> None:
    near(COMPUTED[row["quantity"]](row["inputs"]), row["expected"], row["tolerance"])
