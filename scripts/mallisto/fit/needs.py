"""Need, fit and capacity: whom a model helps, how clients enter, and whom and what it requires."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.fit.reason import Finding, Named, Reason, ReasonFact, Verdict, gaps, if_planned, unknown
from mallisto.model import Concept, Funding, Model, Role, RoleInModel, Step, StepType

HEALTH = "health_care"
# When a role is needed, the most urgent first, and the verdict if the role is not there.
_WITHOUT = {"always": Verdict.MISSING, "unknown": Verdict.UNKNOWN, "when_needed": Verdict.TOLD}
_NEEDS = tuple(_WITHOUT)


def whom(model: Model, catalog: Catalog) -> Iterator[Finding]:
    """A group fits if the model names it, a part of it, or a wider group that includes it; any other group is unknown."""
    named = catalog.groups_of(model)
    if not named:
        yield Finding(question="kenelle", reason=unknown("whom.silent", model, "classification.target_groups"))
        return
    for group in catalog.vocabulary.target_groups:
        yield Finding(question="kenelle", answer=group.id, reason=_group(group, named, catalog))


def _group(group: Concept, named: tuple[Concept, ...], catalog: Catalog) -> Reason:
    above = catalog.groups_above(group)
    ways = {
        "whom.named": [each for each in named if each.id == group.id],
        "whom.part": [each for each in named if group in catalog.groups_above(each)],
        "whom.wider": [each for each in named if each in above],
    }
    for says, found in ways.items():
        if found:
            facts = tuple(ReasonFact(each.name, "#perustiedot") for each in found)
            return Reason(verdict=Verdict.FITS, says=says, facts=facts, about=group.name)
    return Reason(verdict=Verdict.UNKNOWN, says="whom.not_named", facts=(ReasonFact(group.name, "#perustiedot"),))


def entry(model: Model, catalog: Catalog) -> Iterator[Finding]:
    """Whether clients may come by themselves or guided by a professional, and whether a referral is required."""
    answer = model.how.entry.referral
    referral = answer.value if answer else "unknown"
    field = "how.entry.referral"
    answered = ReasonFact(answer.text or Named(f"{field}.value", referral), "#perusidea") if answer else None
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
    """Return the steps that begin a pathway: its starts and what they lead to."""
    starts = [each for each in model.pathway.steps if each.type is StepType.START]
    found = {each.id: each for each in (*starts, *(model.pathway.step(way.to) for each in starts for way in each.next))}
    return tuple(found.values())


def _is_of_client(step: Step, catalog: Catalog) -> bool:
    """Return whether the client takes the step. The situation in which a pathway starts is not yet contact."""
    return step.type is StepType.TASK and any(catalog.role(ref).kind == "client" for ref in step.roles)


def _is_of_professional(step: Step, catalog: Catalog) -> bool:
    return any(catalog.role(ref).kind != "client" for ref in step.roles) and not _is_of_client(step, catalog)


def _step(step: Step) -> ReasonFact:
    return ReasonFact(step.title, f"{urls.PATHWAY}#{urls.step(step.id)}", if_planned(step.provenance, "pathway.steps"))


def health_partner(model: Model, catalog: Catalog) -> Iterator[Finding]:
    """A model that needs health professionals fits a team with a health centre as partner. Silence never means no need."""
    for need in _NEEDS:
        facts = tuple(_role(each, catalog) for each in model.people.roles if _health_need(each, catalog) == need)
        if facts:
            yield Finding(question="terveys", answer="on", reason=Reason(verdict=Verdict.FITS, says=f"health.{need}", facts=facts))
            yield Finding(question="terveys", answer="ei", reason=Reason(verdict=_WITHOUT[need], says=f"health.{need}", facts=facts))
            return
    yield Finding(question="terveys", reason=unknown("health.silent", model, "people.roles"))


def _health_need(part: RoleInModel, catalog: Catalog) -> str | None:
    """Return when a role is needed from health care. A role that may come from another sector is never certain to be needed from it."""
    sectors = catalog.role(part.role).sectors
    if HEALTH not in sectors:
        return None
    return "unknown" if part.needed == "always" and len(sectors) > 1 else part.needed


def professionals(model: Model, catalog: Catalog) -> Iterator[Finding]:
    """A job fits if the team has it or a kind of it; otherwise only a job that is always needed is missing.

    A team with a wider role may have the very kind that the model names, so it is not missing either; nor is a function that somebody in
    the team may hold in the editors' reading, which the reader has to weigh.
    """
    staff = (each for each in model.people.roles if is_job(catalog.role(each.role)))
    team = sorted(staff, key=lambda each: _NEEDS.index(each.needed))
    for part in team:
        role = catalog.role(part.role)
        kinds = tuple(kind.id for kind in catalog.family_of(role)[1:])
        above = tuple(one.id for one in catalog.roles_above(role))
        facts, says = (_role(part, catalog),), f"role.{part.needed}"
        there = Reason(verdict=Verdict.FITS, says=says, facts=facts)
        not_there = Reason(verdict=_WITHOUT[part.needed], says=says, facts=facts)
        yield Finding(question="ammattilaiset", answer=role.id, alike=kinds, reason=there)
        holders = tuple(one.id for one in catalog.holders_of(role))
        yield Finding(question="ammattilaiset", answer=role.id, alike=(*kinds, *above, *holders), is_chosen=False, reason=not_there)
    yield from _wider_roles(team, catalog)
    yield from _held_roles(team, catalog)
    open_questions = tuple(gaps(model, "people.roles", "people.staffing"))
    if open_questions:
        reason = Reason(verdict=Verdict.UNKNOWN, says="role.gaps", facts=open_questions)
        yield Finding(question="ammattilaiset", reason=reason)
    elif not team:
        yield Finding(question="ammattilaiset", reason=unknown("role.silent", model, "people"))


def is_job(role: Role) -> bool:
    """Return whether somebody is employed as this: a profession, or a task of a sector. Other roles exist within a model only."""
    return role.kind == "profession" or (role.kind == "function" and bool(role.sectors))


def _wider_roles(team: list[RoleInModel], catalog: Catalog) -> Iterator[Finding]:
    """A team that has a kind of a role has the role; the finding names the kind."""
    named = {each.role.to for each in team}
    kinds: dict[str, list[RoleInModel]] = {}
    for part in team:
        for above in catalog.roles_above(catalog.role(part.role)):
            kinds.setdefault(above.id, []).append(part)
    for role_id in (each for each in kinds if each not in named):
        facts = tuple(_role(each, catalog) for each in kinds[role_id])
        reason = Reason(verdict=Verdict.FITS, says="role.kind", facts=facts, about=catalog.role_by_id[role_id].name)
        yield Finding(question="ammattilaiset", answer=role_id, reason=reason)


def _held_roles(team: list[RoleInModel], catalog: Catalog) -> Iterator[Finding]:
    """A profession of the team may hold functions that the model names."""
    held: dict[str, list[RoleInModel]] = {}
    for part in team:
        for ref in catalog.role(part.role).may_be_held_by:
            held.setdefault(ref.to, []).append(part)
    for role_id, parts in held.items():
        profession = catalog.role_by_id[role_id]
        facts = tuple(_role(each, catalog) for each in parts)
        kinds = tuple(kind.id for kind in catalog.family_of(profession)[1:])
        reason = Reason(verdict=Verdict.TOLD, says="role.may_hold", facts=facts, about=profession.name)
        yield Finding(question="ammattilaiset", answer=role_id, alike=kinds, reason=reason)


def _role(part: RoleInModel, catalog: Catalog) -> ReasonFact:
    planned = if_planned(part.provenance, "people.roles")
    return ReasonFact(catalog.role(part.role).name, f"{urls.ROLES}#{urls.role(part.role.to)}", planned)


# The verdict of a kind of funding for a budget frame, and its sentence. An unknown kind is about no frame.
# That a model was carried out with money does not show that it needs money, so nothing is missing.
_MONEY: Mapping[tuple[str, str], tuple[Verdict, str]] = {
    ("ei", "no_separate_funding"): (Verdict.FITS, "money.none_used"),
    ("ei", "own_budget"): (Verdict.TOLD, "money.only_own_used"),
    ("ei", "grant"): (Verdict.TOLD, "money.only_grant_used"),
    ("hanke", "no_separate_funding"): (Verdict.FITS, "money.none_used"),
    ("hanke", "own_budget"): (Verdict.TOLD, "money.only_own_used"),
    ("hanke", "grant"): (Verdict.FITS, "money.grant_used"),
    ("oma", "no_separate_funding"): (Verdict.FITS, "money.none_used"),
    ("oma", "own_budget"): (Verdict.FITS, "money.own_used"),
    ("oma", "grant"): (Verdict.TOLD, "money.only_grant_used"),
}
_GRANTS = {"state_grant": "grant", "eu_fund": "grant", "eu_recovery": "grant"}
_GRAVEST = (Verdict.UNKNOWN, Verdict.TOLD, Verdict.FITS)


def money(model: Model, _: Catalog) -> Iterator[Finding]:
    """The most serious verdict of the model's funding for a budget frame; the price cannot be concluded from it.

    ”No separate funding” counts only if the model has no gap on money or costs.
    """
    if not model.basics.funding:
        yield Finding(question="raha", reason=unknown("money.silent", model, "basics.funding"))
        return
    open_questions = tuple(gaps(model, "basics.funding", "cost"))
    for frame in ("ei", "hanke", "oma"):
        verdicts = [
            (*_MONEY.get((frame, _GRANTS.get(fund.type, fund.type)), (Verdict.UNKNOWN, "money.unknown")), fund)
            for fund in model.basics.funding
        ]
        verdict, says, _fund = min(verdicts, key=lambda each: _GRAVEST.index(each[0]))
        facts = tuple(_funding(fund) for one, sentence, fund in verdicts if (one, sentence) == (verdict, says))
        if says == "money.none_used" and open_questions:
            verdict, says = Verdict.UNKNOWN, "money.none_used_but"
        yield Finding(question="raha", answer=frame, reason=Reason(verdict=verdict, says=says, facts=facts))
    if open_questions:
        yield Finding(question="raha", reason=Reason(verdict=Verdict.UNKNOWN, says="money.gaps", facts=open_questions))


def _funding(fund: Funding) -> ReasonFact:
    return ReasonFact(fund.text or Named("basics.funding.type", fund.type), f"#{urls.fact(fund.id)}")
