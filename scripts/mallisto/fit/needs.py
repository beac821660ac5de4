"""Need, fit and capacity: whom a model helps, how clients come to it, whom and what it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mallisto import addresses
from mallisto.catalog import Catalog
from mallisto.fit.reason import Fact, Finding, Named, Reason, Verdict, gaps, if_planned, unknown
from mallisto.model import Funding, Model, Period, RoleInModel, Step, StepType

HEALTH = "health_care"
# When a role is needed, the most pressing first.
_NEEDS = ("always", "when_needed", "unknown")


def whom(model: Model, catalog: Catalog) -> Iterator[Finding]:
    """A group the model names fits; another is missing from the groups it names."""
    named = {ref.to for ref in model.classification.target_groups}
    if not named:
        yield Finding(question="kenelle", reason=unknown("whom.silent", model, "classification.target_groups"))
        return
    for group in catalog.vocabulary.target_groups:
        verdict, says = (Verdict.FITS, "whom.named") if group.id in named else (Verdict.MISSING, "whom.not_named")
        reason = Reason(verdict=verdict, says=says, facts=(Fact(group.name, "#perustiedot"),))
        yield Finding(question="kenelle", answer=group.id, reason=reason)


def entry(model: Model, catalog: Catalog) -> Iterator[Finding]:
    """Whether a client may come by themselves or guided by a professional, and whether that takes a referral."""
    told = model.how.entry.referral
    referral = told.value if told else "unknown"
    field = "how.entry.referral"
    answered = Fact(told.text or Named(f"{field}.value", referral), "#perusidea") if told else None
    by_value = {"required": "referral.required", "not_required": "referral.not_required"}

    def judged(verdicts: Mapping[str, Verdict], otherwise: Reason) -> Reason:
        if answered and referral in verdicts:
            return Reason(verdict=verdicts[referral], says=by_value[referral], facts=(answered,))
        return otherwise

    own = tuple(_step(each) for each in _first_steps(model) if _is_of_client(each, catalog))
    alone = Reason(verdict=Verdict.FITS, says="entry.self", facts=own) if own else unknown("entry.self_unknown", model, field)
    guided = tuple(_step(each) for each in _first_steps(model) if _is_of_professional(each, catalog))
    by_guide = Reason(verdict=Verdict.UNKNOWN, says="entry.guided", facts=guided) if guided else unknown("referral.unknown", model, field)
    yield Finding(question="ohjaus", answer="itse", reason=judged({"required": Verdict.MISSING}, alone))
    verdicts = {"required": Verdict.MISSING, "not_required": Verdict.FITS}
    yield Finding(question="ohjaus", answer="ammattilainen", reason=judged(verdicts, by_guide))
    verdicts = dict.fromkeys(by_value, Verdict.FITS)
    yield Finding(question="ohjaus", answer="lahete", reason=judged(verdicts, unknown("referral.unknown", model, field)))


def _first_steps(model: Model) -> tuple[Step, ...]:
    """The steps that begin a pathway: its starts and what they lead to."""
    starts = [each for each in model.pathway.steps if each.type is StepType.START]
    found = {each.id: each for each in (*starts, *(model.pathway.step(way.to) for each in starts for way in each.next))}
    return tuple(found.values())


def _is_of_client(step: Step, catalog: Catalog) -> bool:
    """Whether the client takes the step. To be in need, where a pathway starts, is not yet to come."""
    return step.type is StepType.TASK and any(catalog.role(ref).kind == "client" for ref in step.roles)


def _is_of_professional(step: Step, catalog: Catalog) -> bool:
    return any(catalog.role(ref).kind != "client" for ref in step.roles) and not _is_of_client(step, catalog)


def _step(step: Step) -> Fact:
    return Fact(step.title, f"{addresses.PATHWAY}#{addresses.step(step.id)}", if_planned(step.provenance, "pathway.steps"))


def health_partner(model: Model, catalog: Catalog) -> Iterator[Finding]:
    """A model that needs health professionals fits who has a health centre as partner. Silence is never a sign of no need."""
    needed = [each for each in model.people.roles if HEALTH in catalog.role(each.role).sectors]
    for need in _NEEDS:
        verdict = Verdict.UNKNOWN if need == "unknown" else Verdict.MISSING
        facts = tuple(_role(each, catalog) for each in needed if each.needed == need)
        if facts:
            yield Finding(question="terveys", answer="on", reason=Reason(verdict=Verdict.FITS, says=f"health.{need}", facts=facts))
            yield Finding(question="terveys", answer="ei", reason=Reason(verdict=verdict, says=f"health.{need}", facts=facts))
            return
    named = (Fact(Named("people.roles"), addresses.ROLES),)
    yield Finding(question="terveys", reason=Reason(verdict=Verdict.UNKNOWN, says="health.silent", facts=named))


def professionals(model: Model, catalog: Catalog) -> Iterator[Finding]:
    """A role of the model fits when it is there; when it is not, it is missing, unless nobody knows whether it is needed."""
    found = [each for each in model.people.roles if catalog.role(each.role).kind != "client"]
    needed = sorted(found, key=lambda each: _NEEDS.index(each.needed))
    for each in needed:
        facts, says = (_role(each, catalog),), f"role.{each.needed}"
        without = Verdict.UNKNOWN if each.needed == "unknown" else Verdict.MISSING
        yield Finding(question="ammattilaiset", answer=each.role.to, reason=Reason(verdict=Verdict.FITS, says=says, facts=facts))
        reason = Reason(verdict=without, says=says, facts=facts)
        yield Finding(question="ammattilaiset", answer=each.role.to, is_chosen=False, reason=reason)
    open_questions = tuple(gaps(model, "people.roles", "people.staffing"))
    if open_questions:
        reason = Reason(verdict=Verdict.UNKNOWN, says="role.gaps", facts=open_questions)
        yield Finding(question="ammattilaiset", reason=reason)
    elif not needed:
        yield Finding(question="ammattilaiset", reason=unknown("role.silent", model, "people"))


def _role(each: RoleInModel, catalog: Catalog) -> Fact:
    planned = if_planned(each.provenance, "people.roles")
    return Fact(catalog.role(each.role).name, f"{addresses.ROLES}#{addresses.role(each.role.to)}", planned)


# What a kind of funding says to a budget frame, and the sentence that says so. A kind that is not known says nothing to any.
_MONEY: Mapping[tuple[str, str], tuple[Verdict, str]] = {
    ("ei", "no_separate_funding"): (Verdict.FITS, "money.none_used"),
    ("ei", "own_budget"): (Verdict.MISSING, "money.own_used"),
    ("ei", "grant"): (Verdict.MISSING, "money.grant_used"),
    ("hanke", "no_separate_funding"): (Verdict.FITS, "money.none_used"),
    ("hanke", "own_budget"): (Verdict.UNKNOWN, "money.only_own_used"),
    ("hanke", "grant"): (Verdict.FITS, "money.grant_used"),
    ("oma", "no_separate_funding"): (Verdict.FITS, "money.none_used"),
    ("oma", "own_budget"): (Verdict.FITS, "money.own_used"),
    ("oma", "grant"): (Verdict.UNKNOWN, "money.only_grant_used"),
}
_GRANTS = {"state_grant": "grant", "eu_fund": "grant"}
_GRAVEST = (Verdict.MISSING, Verdict.UNKNOWN, Verdict.FITS)


def money(model: Model, _: Catalog) -> Iterator[Finding]:
    """The gravest of what the model's sources of money say to a budget frame; what the price is nobody can tell from them."""
    if not model.basics.funding:
        yield Finding(question="raha", reason=unknown("money.silent", model, "basics.funding"))
        return
    for frame in ("ei", "hanke", "oma"):
        said = [
            (*_MONEY.get((frame, _GRANTS.get(each.type, each.type)), (Verdict.UNKNOWN, "money.unknown")), each)
            for each in model.basics.funding
        ]
        verdict, says, _fund = min(said, key=lambda each: _GRAVEST.index(each[0]))
        facts = tuple(_funding(fund) for one, sentence, fund in said if (one, sentence) == (verdict, says))
        yield Finding(question="raha", answer=frame, reason=Reason(verdict=verdict, says=says, facts=facts))
    open_questions = tuple(gaps(model, "basics.funding", "cost"))
    if open_questions:
        yield Finding(question="raha", reason=Reason(verdict=Verdict.UNKNOWN, says="money.gaps", facts=open_questions))


def _funding(fund: Funding) -> Fact:
    return Fact(fund.text or Named("basics.funding.type", fund.type), f"#{addresses.fact(fund.id)}")


# The frames of time by the months they leave for carrying a model out.
_MONTHS = {"vuosi": 12, "kaksi": 24, "yli": 1200}


def time(model: Model, _: Catalog) -> Iterator[Finding]:
    """How long it was carried out, against the months there are; only where both the first and the last month are known."""
    lasted = _months(model.basics.period)
    if lasted is None:
        yield Finding(question="aika", reason=unknown("time.unknown", model, "basics.period"))
        return
    for frame, months in _MONTHS.items():
        verdict = Verdict.FITS if lasted <= months else Verdict.MISSING
        facts = (Fact(Named("basics.period"), "#perustiedot"),)
        yield Finding(question="aika", answer=frame, reason=Reason(verdict=verdict, says="time.lasted", facts=facts, count=lasted))


def _months(period: Period | None) -> int | None:
    """The months of a period, both ends counted."""
    ends = [each.split("-") for each in (period.start, period.end) if each] if period else []
    if len(ends) < 2 or any(len(each) < 2 for each in ends):
        return None
    (year, month, *_), (last_year, last_month, *_) = ends
    return (int(last_year) - int(year)) * 12 + int(last_month) - int(month) + 1
