"""Sets of terms as hypothesis draws them: every shape that `check_terms` lets pass."""

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.terms.clause import Clause, Clock, Effect, Retain, Source, Status, Terms

SOURCE = Source(title="A notice", url="https://example.org/notice", quoted="as we said", retrieved="2025-05")

# A law holds however busy the machine is.
patiently = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def clause(**parts: object) -> Clause:
    """A plain permission to store originals; ``parts`` say what is different."""
    plain = Clause(
        id="plain",
        effect=Effect.PERMIT,
        categories=(DataCategory.ORIGINAL,),
        purposes=(Purpose.STORE,),
        status=Status.STATED,
        source=SOURCE,
        says="Photos may be kept.",
    )
    return replace(plain, **parts)


def silent(**parts: object) -> Clause:
    return clause(**{"effect": None, "status": Status.SILENT, "source": replace(SOURCE, quoted=""), **parts})


def terms_of(*clauses: Clause) -> Terms:
    return Terms(
        id="some-terms",
        title="Some terms",
        company="Somebody",
        jurisdiction="Somewhere",
        in_force_from="2025-05-01",
        about="For tests.",
        clauses=clauses,
    )


def some_of(kind: type, least: int = 0) -> st.SearchStrategy[tuple]:
    """Any members of an enum, at least so many of none or one; a bit mask is drawn faster than a list."""
    members = tuple(kind)
    masks = st.integers(least, (1 << len(members)) - 1)
    return masks.map(lambda mask: tuple(one for place, one in enumerate(members) if mask >> place & 1))


@st.composite
def _clauses(draw: st.DrawFn) -> Clause:
    requires = draw(some_of(Fact))
    parts: dict[str, object] = {
        "id": draw(st.uuids()).hex,
        "purposes": draw(some_of(Purpose, least=1)),
        "requires": requires,
        "unless": tuple(fact for fact in draw(some_of(Fact)) if fact not in requires),
    }
    if draw(st.booleans()):
        parts |= {"categories": draw(some_of(DataCategory, least=1))}
    else:
        parts |= {"categories": (), "every_category_except": draw(some_of(DataCategory))}
    if draw(st.integers(0, 3)) == 0:
        return silent(**parts)
    return clause(**parts, effect=draw(st.sampled_from(Effect)), retain=draw(st.none() | _retains()))


@st.composite
def _retains(draw: st.DrawFn) -> Retain:
    begin = draw(st.integers(0, 90))
    deadline = draw(st.none() | st.integers(begin, 200))
    said = st.none() | st.booleans()
    return Retain(
        clock=draw(st.sampled_from(Clock)),
        begin_delete_after=begin,
        deadline=deadline,
        backup_extra=draw(st.none() | st.integers(0, 90)),
        covers_derived=draw(said),
        covers_models=draw(said),
    )


any_clause = _clauses()
any_terms = st.lists(any_clause, min_size=1, max_size=8).map(lambda clauses: terms_of(*clauses))
