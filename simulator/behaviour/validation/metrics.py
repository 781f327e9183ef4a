"""What a study measured, among what, and in which form it says so."""

import re
from dataclasses import dataclass
from enum import StrEnum


class StudyOutcome(StrEnum):
    """What is counted. Everything about saying yes or no is put as saying yes."""

    ALLOWED = "allowed"
    ANSWERED = "answered"
    ATTENDED = "attended"
    REGRETTED = "regretted"
    REVOKED = "revoked"


class Denominator(StrEnum):
    """The denominator."""

    SHOWN = "shown"
    ANSWERS = "answers"
    GRANTS = "grants"


class Form(StrEnum):
    """Whether a row is a level, or what a contrast is written as."""

    LEVEL = "level"
    DIFFERENCE = "difference"
    RELATIVE = "relative"
    RATIO = "ratio"
    ODDS_RATIO = "odds ratio"
    LOG_ODDS = "log-odds"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyMetric:
    """A metric that the model can express.

    Attributes:
        turned: whether the study counts the contrary: refusing, ignoring.
    """

    outcome: StudyOutcome
    among: Denominator
    form: Form
    turned: bool = False


_YES = (
    "accept|accept_all|accepted|acceptance|consent|consented|opt_in|optin|grant|granted|allow|allowed|agree|agreed"
    "|agreement|approval|permit|enrol|enrolment|enroll|enrollment|participation|uptake|sign_up|signup|subscribe"
    "|adoption|donation|disclosure"
)
_NO = (
    "deny|denied|denial|deny_or_customise|deny_or_customize|reject|rejected|rejection|reject_all|refuse|refused|refusal"
    "|decline|declined|opt_out|optout|dissent"
)
_DONE = "interaction|interacted|interact|response|answered|answer"
_LEFT = "ignore|ignored|no_interaction|nonresponse|non_response|no_response|no_action"
_READ = "attention|attended|read|reading|noticed_text"
_SORRY = "regret|regretted|reluctant|uncomfortable"
_BACK = "revoke|revoked|revocation|withdraw|withdrawal|cancel|cancellation|unsubscribe|leave|churn|opt_out_later"
_FORMS = (
    (r"(?:_rate)?_(?:log_odds_ratio|log_or|log_odds|logit|logit_difference|logit_coefficient)", Form.LOG_ODDS),
    (r"(?:_rate)?_(?:odds_ratio|or)", Form.ODDS_RATIO),
    (r"(?:_rate)?_(?:direction|sign)", Form.DIRECTION),
    (r"(?:_rate)?_(?:ratio|relative_risk|risk_ratio|rr)", Form.RATIO),
    (r"(?:_rate)?_(?:relative_change|relative_difference|lift|uplift)", Form.RELATIVE),
    (r"(?:_rate)?_(?:difference|diff|delta|effect|change|change_pp|increase|gain|contrast)", Form.DIFFERENCE),
    (r"(?:_rate|_share|_percent|_percentage|_pct|_proportion|_probability)?", Form.LEVEL),
)
_SUBJECTS = (
    (_YES, StudyOutcome.ALLOWED, False),
    (_NO, StudyOutcome.ALLOWED, True),
    (_DONE, StudyOutcome.ANSWERED, False),
    (_LEFT, StudyOutcome.ANSWERED, True),
    (_READ, StudyOutcome.ATTENDED, False),
    (_SORRY, StudyOutcome.REGRETTED, False),
    (_BACK, StudyOutcome.REVOKED, False),
)
# ``delta_accept_rate`` is ``accept_rate_delta``, ``share_accepted`` is ``accepted_share``.
_PREFIX = re.compile(
    r"^(delta|diff|difference|change|effect|log_odds_ratio|log_odds|odds_ratio|ratio|direction|share|percent|percentage"
    r"|pct|proportion|rate)_(?:in_|of_|on_|who_)?(.+)$"
)
_BARE = {
    "odds_ratio": Form.ODDS_RATIO,
    "log_odds_ratio": Form.LOG_ODDS,
    "log_odds": Form.LOG_ODDS,
    "or": Form.ODDS_RATIO,
}


def read_metric(name: str, unit: str) -> StudyMetric | None:
    """What a metric's name and unit mean, or None if it is nothing that the model expresses."""
    plain = _PREFIX.sub(r"\2_\1", re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_"))
    among = _among(unit.lower())
    if plain in _BARE:
        return StudyMetric(outcome=StudyOutcome.ALLOWED, among=among, form=_BARE[plain])
    for subject, outcome, turned in _SUBJECTS:
        for suffix, form in _FORMS:
            if re.fullmatch(f"(?:{subject}){suffix}", plain):
                return StudyMetric(outcome=outcome, among=among, form=_as_written(form, unit), turned=turned)
    return None


def _among(unit: str) -> Denominator:
    if re.search(r"\b(?:of|among) (?:the |all )?(?:grant|accept)", unit):
        return Denominator.GRANTS
    if re.search(r"\b(?:of|among) (?:the |all )?(?:answer|interact|click|decision|those who)", unit):
        return Denominator.ANSWERS
    return Denominator.SHOWN


def _as_written(form: Form, unit: str) -> Form:
    told = unit.lower()
    if form is Form.DIFFERENCE and "relative" in told:
        return Form.RELATIVE
    if form is Form.DIFFERENCE and told.strip().startswith("log"):
        return Form.LOG_ODDS
    return form


def is_share(unit: str, value: float) -> bool:
    """Whether a level or a difference in this unit is a share between 0 and 1; otherwise it is read as per cent.

    Where no unit is given, what could be a share is one.
    """
    told = unit.strip().lower()
    return told in {"share", "proportion", "fraction", "probability", "rate"} or (not told and abs(value) <= 1)
