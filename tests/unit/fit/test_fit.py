"""How a model fits: every verdict has its rule, its reason stands in the data, and silence never fits."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from builders import (
    HERE,
    a_catalog,
    a_concept,
    a_funding,
    a_gap,
    a_link,
    a_model,
    a_participant,
    a_pathway,
    a_provenance,
    a_ref,
    a_role,
    a_role_in_model,
    a_start,
    a_statement,
    a_step,
    a_tool,
    an_answer,
    an_exit,
    an_organisation,
    results,
)
from building import FIVE, ROOT
from mallisto import fit
from mallisto.build import checking
from mallisto.catalog.catalog import Catalog
from mallisto.fit import Dimension, Finding, Named, Verdict
from mallisto.i18n.language import Language
from mallisto.model import Cost, Modality, Model, Ref, ResultKind, Step, Vocabulary
from mallisto.pages.choosing.fit_finder import MOST_IN_FULL, finder, shared_files
from mallisto.pages.elements.page_context import PageContext
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

FITS, MISSING, UNKNOWN, TOLD = Verdict.FITS, Verdict.MISSING, Verdict.UNKNOWN, Verdict.TOLD

ROLES = (
    a_role("client", kind="client"),
    a_role("physician", sectors=("health_care",)),
    a_role("physiatrist", sectors=("health_care",), broader=a_ref("physician")),
    a_role("social-worker", sectors=("social_care",)),
    a_role("local-worker", sectors=("health_care", "social_care")),
    a_role("front-line-worker", kind="function", sectors=("social_care",), may_be_held_by=(a_ref("physician"),)),
)
GROUPS = (
    a_concept("adults"),
    a_concept("unemployed", broader=a_ref("adults")),
    a_concept("long-term-unemployed", broader=a_ref("unemployed")),
    a_concept("employed", broader=a_ref("adults")),
    a_concept("families"),
)
VOCABULARY = Vocabulary(roles=ROLES, target_groups=GROUPS, organisations=(an_organisation(),))


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return checking.load(FIVE, date(2026, 11, 22)).catalog


def of(*models: Model) -> Catalog:
    return a_catalog(*models, vocabulary=VOCABULARY)


def found(model: Model, question: str) -> dict[tuple[str, bool], Finding]:
    """The findings of one question by the answer and whether it is chosen."""
    return {(each.answer, each.is_chosen): each for each in fit.findings(model, of(model)) if each.question == question}


def verdicts(model: Model, question: str) -> dict[str, Verdict]:
    """What is said of each answer when it is chosen; under no answer, what is said of them all."""
    return {answer: each.reason.verdict for (answer, is_chosen), each in found(model, question).items() if is_chosen}


def with_staff(model: Model, *staff: str) -> dict[str, Verdict]:
    """What is said of each role of a model by somebody who has these professionals, by the sentence and the roles it tells of."""
    judged = (each for each in found(model, "ammattilaiset").values() if each.answer)
    holding = [each for each in judged if bool(set(each.answers) & set(staff)) is each.is_chosen]
    return {f"{each.reason.says} {' '.join(fact.words.fi for fact in each.reason.facts)}": each.reason.verdict for each in holding}


def offered(question: fit.FitQuestion, catalog: Catalog) -> tuple[str, ...]:
    found = [each for model in catalog.models for each in fit.findings(model, catalog) if each.question == question.key]
    return fit.offered(question, catalog, [(each.answer, each.reason.verdict) for each in found])


def helping(*groups: str) -> Model:
    model = a_model()
    return replace(model, classification=replace(model.classification, target_groups=tuple(map(a_ref, groups))))


def entered(*steps: Step, referral: str | None = None) -> Model:
    model = a_model(pathway=a_pathway(*steps))
    answer = an_answer(referral) if referral else None
    return replace(model, how=replace(model.how, entry=replace(model.how.entry, referral=answer)))


def staffed(**needed: str) -> Model:
    return a_model(people_roles=[a_role_in_model(role.replace("_", "-"), needed=need) for role, need in needed.items()])


def paid(*kinds: str) -> Model:
    model = a_model()
    return replace(model, basics=replace(model.basics, funding=tuple(a_funding(each, f"raha-{each}") for each in kinds)))


def silent() -> Model:
    """A model that says as little as the schema lets it."""
    model = a_model()
    return replace(model, status=replace(model.status, development="unknown", lifecycle="unknown"))


def test_a_group_fits_by_name_in_part_or_within_a_wider_one_and_of_any_other_nothing_is_known():
    reasons = {answer: each.reason for (answer, _), each in found(helping("unemployed"), "kenelle").items()}

    said = {answer: (each.verdict, each.says, each.facts[0].words.fi) for answer, each in reasons.items()}

    assert said == {
        "adults": (FITS, "whom.part", "unemployed"),
        "unemployed": (FITS, "whom.named", "unemployed"),
        "long-term-unemployed": (FITS, "whom.wider", "unemployed"),
        "employed": (UNKNOWN, "whom.not_named", "employed"),
        "families": (UNKNOWN, "whom.not_named", "families"),
    }


def test_a_sentence_on_a_part_of_a_group_names_the_group():
    reason = found(helping("unemployed"), "kenelle")["adults", True].reason

    assert reason.about == a_concept("adults").name


def test_the_groups_a_model_serves_are_those_that_fit():
    assert fit.groups_served(helping("unemployed"), of(helping("unemployed"))) == ("adults", "unemployed", "long-term-unemployed")


def test_a_model_without_groups_does_not_tell_whom_it_helps():
    assert verdicts(helping(), "kenelle") == {"": UNKNOWN}


@pytest.mark.parametrize(
    ("referral", "wanted"),
    [
        ("required", {"itse": MISSING, "ammattilainen": MISSING, "lahete": FITS}),
        ("not_required", {"itse": UNKNOWN, "ammattilainen": FITS, "lahete": FITS}),
        ("unknown", {"itse": UNKNOWN, "ammattilainen": UNKNOWN, "lahete": UNKNOWN}),
        (None, {"itse": UNKNOWN, "ammattilainen": UNKNOWN, "lahete": UNKNOWN}),
    ],
)
def test_a_referral_decides_who_may_guide(referral: str | None, wanted: dict[str, Verdict]):
    assert verdicts(entered(a_start("alku", "loppu"), an_exit("loppu"), referral=referral), "ohjaus") == wanted


def test_a_client_comes_alone_where_the_pathway_begins_with_a_step_of_theirs():
    model = entered(a_start("alku", "hae", roles=(a_ref("client"),)), a_step("hae", "loppu", roles=(a_ref("client"),)), an_exit("loppu"))

    finding = found(model, "ohjaus")["itse", True]

    assert finding.reason.verdict is FITS
    assert [fact.place for fact in finding.reason.facts] == ["polku/#vaihe-hae"]


def test_to_be_in_need_is_not_yet_to_come():
    model = entered(a_start("alku", "loppu", roles=(a_ref("client"),)), an_exit("loppu"))

    assert verdicts(model, "ohjaus")["itse"] is UNKNOWN


def test_who_guides_is_named_even_where_nobody_knows_of_a_referral():
    model = entered(a_start("alku", "ohjaa"), a_step("ohjaa", "loppu", roles=(a_ref("physician"),)), an_exit("loppu"))

    reason = found(model, "ohjaus")["ammattilainen", True].reason

    assert (reason.verdict, reason.says) == (UNKNOWN, "entry.guided")
    assert [fact.place for fact in reason.facts] == ["polku/#vaihe-ohjaa"]


@pytest.mark.parametrize(("need", "without"), [("always", MISSING), ("when_needed", TOLD), ("unknown", UNKNOWN)])
def test_a_health_partner_is_judged_by_the_need_of_health_professionals(need: str, without: Verdict):
    assert verdicts(staffed(physician=need), "terveys") == {"on": FITS, "ei": without}


def test_a_model_that_names_no_health_professional_does_not_tell_that_none_is_needed():
    assert verdicts(staffed(social_worker="always"), "terveys") == {"": UNKNOWN}


def test_a_role_that_may_come_from_another_sector_is_not_called_always_needed_from_health_care():
    assert verdicts(staffed(local_worker="always"), "terveys") == {"on": FITS, "ei": UNKNOWN}


def test_a_role_of_unknown_need_outweighs_one_for_when_it_is_needed():
    assert verdicts(staffed(physician="when_needed", physiatrist="unknown"), "terveys")["ei"] is UNKNOWN


@pytest.mark.parametrize(("need", "without"), [("always", MISSING), ("when_needed", TOLD), ("unknown", UNKNOWN)])
def test_a_role_fits_who_has_it_and_is_missing_from_who_has_not(need: str, without: Verdict):
    model = staffed(physician=need)

    there, not_there = found(model, "ammattilaiset")["physician", True], found(model, "ammattilaiset")["physician", False]

    assert (there.reason.verdict, not_there.reason.verdict) == (FITS, without)
    assert there.reason.says == not_there.reason.says == f"role.{need}"
    assert there.reason.facts[0].place == "roolit/#rooli-physician"


@pytest.mark.parametrize("needed", ["always", "when_needed", "unknown"])
def test_a_kind_of_a_role_is_the_role(needed: str):
    model = staffed(physician=needed)

    assert with_staff(model, "physiatrist") == {f"role.{needed} physician": FITS}


@pytest.mark.parametrize("needed", ["always", "when_needed", "unknown"])
def test_a_team_with_a_kind_of_a_role_has_the_role_and_tells_the_kind(needed: str):
    model = staffed(physiatrist=needed)

    assert with_staff(model, "physician") == {"role.kind physiatrist": FITS}
    assert found(model, "ammattilaiset")["physician", True].reason.about == a_role("physician").name


def test_another_role_does_not_stand_in_for_one_that_is_always_needed():
    assert with_staff(staffed(physiatrist="always"), "social-worker") == {"role.always physiatrist": MISSING}


@pytest.mark.parametrize("profession", ["physician", "physiatrist"])
def test_a_function_that_somebody_in_the_team_may_hold_is_told_and_not_missing(profession: str):
    model = staffed(front_line_worker="always")

    assert with_staff(model, profession) == {"role.may_hold front-line-worker": TOLD}
    assert with_staff(model, "social-worker") == {"role.always front-line-worker": MISSING}


def test_a_team_with_a_role_and_a_kind_of_it_tells_of_each():
    model = staffed(physician="always", physiatrist="when_needed")

    assert with_staff(model, "physiatrist") == {"role.always physician": FITS, "role.when_needed physiatrist": FITS}
    assert with_staff(model, "physician") == {"role.always physician": FITS}


def test_a_client_is_no_professional():
    assert verdicts(staffed(client="always"), "ammattilaiset") == {"": UNKNOWN}


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.EXPECTED, Modality.VISION, Modality.QUESTION])
def test_a_role_only_planned_or_asked_about_is_called_so(modality: Modality):
    part = replace(a_role_in_model("physician"), provenance=a_provenance(modality))

    finding = found(a_model(people_roles=[part]), "ammattilaiset")["physician", False]

    assert finding.reason.facts[0].more == Named("people.roles.modality", modality)


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        (("no_separate_funding",), (FITS, FITS, FITS)),
        (("own_budget",), (TOLD, TOLD, FITS)),
        (("eu_fund",), (TOLD, FITS, TOLD)),
        (("state_grant",), (TOLD, FITS, TOLD)),
        (("unknown",), (UNKNOWN, UNKNOWN, UNKNOWN)),
        (("no_separate_funding", "eu_fund"), (TOLD, FITS, TOLD)),
        (("own_budget", "unknown"), (UNKNOWN, UNKNOWN, UNKNOWN)),
    ],
)
def test_the_gravest_of_the_kinds_of_funding_counts(kinds: tuple[str, ...], wanted: tuple[Verdict, ...]):
    assert verdicts(paid(*kinds), "raha") == dict(zip(("ei", "hanke", "oma"), wanted, strict=True))


@pytest.mark.parametrize("field", ["basics.funding", "cost.figures"])
def test_no_separate_funding_fits_nobody_while_something_of_the_money_is_not_known(field: str):
    model = replace(paid("no_separate_funding"), gaps=(a_gap(field),))

    assert set(verdicts(model, "raha").values()) == {UNKNOWN}


def test_what_is_not_known_of_money_is_said_with_any_budget_frame():
    model = replace(paid("own_budget"), gaps=(a_gap("cost.figures", id="hinta"),))

    reason = found(model, "raha")["", True].reason

    assert (reason.verdict, [fact.place for fact in reason.facts]) == (UNKNOWN, ["#tieto-hinta"])


@pytest.mark.parametrize(
    ("phase", "wanted"),
    [
        ("ready", {"valmis": FITS, "kehitamme": FITS}),
        ("piloting", {"valmis": MISSING, "kehitamme": FITS}),
        ("idea", {"valmis": MISSING, "kehitamme": FITS}),
        ("unknown", {"": UNKNOWN}),
    ],
)
def test_readiness_is_the_phase_of_the_source(phase: str, wanted: dict[str, Verdict]):
    model = a_model()

    assert verdicts(replace(model, status=replace(model.status, development=phase)), "valmius") == wanted


@pytest.mark.parametrize(("now", "wanted"), [("running", FITS), ("ended", UNKNOWN), ("unknown", UNKNOWN)])
def test_a_place_to_visit_is_where_it_runs_now(now: str, wanted: Verdict):
    model = a_model()

    assert verdicts(replace(model, status=replace(model.status, lifecycle=now)), "tuki")["paikka"] is wanted


@pytest.mark.parametrize(
    ("maturities", "wanted"),
    [
        (("in_use", "planned"), FITS),
        (("established",), FITS),
        (("planned", "unknown"), UNKNOWN),
        (("prototype",), MISSING),
        (("unknown",), UNKNOWN),
        ((), UNKNOWN),
    ],
)
def test_tools_count_when_they_are_in_use(maturities: tuple[str, ...], wanted: Verdict):
    tools = tuple(a_tool(each, f"valine-{each}") for each in maturities)

    assert verdicts(a_model(tools=tools), "tuki")["valineet"] is wanted


def test_tools_that_may_have_come_into_use_are_not_missing():
    model = replace(a_model(tools=(a_tool("prototype"),)), gaps=(a_gap("tools.maturity"),))

    assert verdicts(model, "tuki")["valineet"] is UNKNOWN


def test_a_dead_link_beside_material_without_an_address_is_not_all_there_is():
    model = a_model()
    links = (a_link("dead", "kuollut"), a_link("no_address", "osoitteeton"))

    assert verdicts(replace(model, basics=replace(model.basics, links=links)), "tuki")["aineisto"] is UNKNOWN


@pytest.mark.parametrize(("state", "wanted"), [("works", FITS), ("dead", MISSING), ("unchecked", UNKNOWN), ("no_address", UNKNOWN)])
def test_material_counts_when_its_link_works(state: str, wanted: Verdict):
    model = a_model()

    assert verdicts(replace(model, basics=replace(model.basics, links=(a_link(state),))), "tuki")["aineisto"] is wanted


def test_a_model_that_says_nothing_neither_fits_nor_lacks_anything():
    model = silent()

    judged = fit.findings(model, of(model))

    assert {each.reason.verdict for each in judged} == {UNKNOWN}
    assert {each.question for each in judged} == {each.key for each in fit.QUESTIONS}


def test_what_is_not_known_is_told_in_the_words_of_the_gap():
    model = replace(silent(), gaps=(a_gap("basics.funding", id="maksaja"), a_gap("why.need")))

    assert [fact.place for fact in found(model, "raha")["", True].reason.facts] == ["#tieto-maksaja"]


def test_an_answer_that_says_nothing_of_any_model_is_not_offered():
    model = a_model()
    running = replace(model.status, lifecycle="running")
    linked = replace(model, status=running, basics=replace(model.basics, links=(a_link("unchecked"),)))
    support = next(each for each in fit.QUESTIONS if each.key == "tuki")

    assert offered(support, of(linked)) == ("paikka",)


def test_a_group_of_groups_of_groups_is_not_asked_and_a_part_follows_its_whole():
    whom = next(each for each in fit.QUESTIONS if each.key == "kenelle")

    assert offered(whom, of(helping("long-term-unemployed", "employed"))) == ("unemployed", "long-term-unemployed", "employed")


def test_jobs_are_asked_by_their_widest_name_and_roles_within_a_model_never():
    professionals = next(each for each in fit.QUESTIONS if each.key == "ammattilaiset")
    roles = (*ROLES, a_role("supervisor", kind="function"))
    model = staffed(physiatrist="always", supervisor="always")
    catalog = a_catalog(model, vocabulary=replace(VOCABULARY, roles=roles))

    assert offered(professionals, catalog) == ("physician",)
    named = [fact.words.fi for each in fit.findings(model, catalog) if each.question == "ammattilaiset" for fact in each.reason.facts]
    assert "supervisor" not in named


def test_of_a_vocabulary_only_what_some_model_names_is_offered():
    whom = next(each for each in fit.QUESTIONS if each.key == "kenelle")

    assert offered(whom, of(helping("families"))) == ("families",)


def test_evidence_is_told_by_its_grade_and_who_tells_and_expectations_add_nothing():
    reported = replace(a_provenance(Modality.REPORTED), reported_by=Ref("jarjesto", HERE))
    claims = [a_statement(each, provenance=reported, result=ResultKind.CHANGE) for each in ("tulos", "toinen")]
    model = a_model(results=results(claims=claims, expected_results=[a_statement("toive", provenance=a_provenance(Modality.EXPECTED))]))

    evidence = [reason for side, reason in fit.remarks(model, of(model)) if side is Dimension.EVIDENCE]

    assert [(each.verdict, each.says, each.count) for each in evidence] == [
        (TOLD, "evidence.own_account", None),
        (UNKNOWN, "evidence.by.unknown", None),
    ]


def test_a_model_without_results_has_no_evidence():
    model = a_model()

    evidence = [reason for side, reason in fit.remarks(model, of(model)) if side is Dimension.EVIDENCE]

    assert [(each.verdict, each.says) for each in evidence] == [(UNKNOWN, "evidence.none")]


def test_a_partner_only_hoped_for_is_called_an_expectation():
    partner, hoped = an_organisation("kumppani"), a_provenance(Modality.EXPECTED)
    parts = (a_participant("jarjesto", "partner"), a_participant("kumppani", "partner", provenance=hoped))
    model = replace(a_model(), basics=replace(a_model().basics, organisations=parts))
    catalog = a_catalog(model, vocabulary=replace(VOCABULARY, organisations=(*VOCABULARY.organisations, partner)))

    told = [reason.facts for side, reason in fit.remarks(model, catalog) if side is Dimension.FIT]

    assert [[each.more for each in facts] for facts in told] == [[None, Named("basics.organisations.modality", "expected")]]


def test_a_grant_is_no_price():
    model = replace(paid("state_grant"), cost=Cost(figures=(), notes=()))

    capacity = [reason.verdict for side, reason in fit.remarks(model, of(model)) if side is Dimension.CAPACITY]

    assert capacity == [UNKNOWN]


def test_every_side_of_the_hexagon_is_asked_about_or_told(catalog: Catalog):
    asked = {each.dimension for each in fit.QUESTIONS}

    for model in catalog.models:
        assert asked | {side for side, _ in fit.remarks(model, catalog)} == set(Dimension)


def test_every_answer_says_something_of_every_model(catalog: Catalog):
    for question in fit.QUESTIONS:
        assert offered(question, catalog)
        for answer in offered(question, catalog):
            for model in catalog.models:
                judged = question.judge(model, catalog)
                holding = [each for each in judged if not each.answer or (answer in each.answers) is each.is_chosen]
                assert holding, (question.key, answer, model.id)


def test_no_verdict_of_our_models_stands_without_a_fact(catalog: Catalog):
    for model in catalog.models:
        reasons = [each.reason for each in fit.findings(model, catalog)] + [each for _, each in fit.remarks(model, catalog)]
        assert all(each.facts for each in reasons)


def test_a_condition_has_one_finding_of_each_model(catalog: Catalog):
    for model in catalog.models:
        conditions = [(each.question, each.answer, each.is_chosen) for each in fit.findings(model, catalog)]
        assert len(conditions) == len(set(conditions))


def test_of_a_group_that_no_model_of_ours_names_or_relates_to_nothing_is_known(catalog: Catalog):
    for model in catalog.models:
        named = {ref.to for ref in model.classification.target_groups}
        reasons = {each.answer: each.reason for each in fit.findings(model, catalog) if each.question == "kenelle"}
        for group in catalog.vocabulary.target_groups:
            above = {each.id for each in catalog.groups_above(group)}
            below = {each.id for each in catalog.vocabulary.target_groups if group in catalog.groups_above(each)}
            reason = reasons.get(group.id) or reasons[""]
            assert reason.verdict is (FITS if named & {group.id, *above, *below} else UNKNOWN), (model.id, group.id)


def test_nothing_is_missing_from_our_models_but_what_they_say_is_needed_or_not_there(catalog: Catalog):
    for model in catalog.models:
        missing = [each for each in fit.findings(model, catalog) if each.reason.verdict is MISSING]
        named = {"referral.required", "role.always", "health.always", "ready.phase", "tools.not_yet", "material.dead"}
        assert {each.reason.says for each in missing} <= named, model.id


def test_no_role_of_our_models_is_missing_unless_it_is_always_needed(catalog: Catalog):
    for model in catalog.models:
        always = {each.role.to for each in model.people.roles if each.needed == "always"}
        judged = [each for each in fit.findings(model, catalog) if each.question == "ammattilaiset"]
        assert {each.answer for each in judged if each.reason.verdict is MISSING} <= always, model.id


def test_nobody_can_do_without_money_where_a_model_of_ours_leaves_money_untold(catalog: Catalog):
    for model in catalog.models:
        is_untold = any(gap.field.to.split(".")[0] == "cost" or gap.field.to.startswith("basics.funding") for gap in model.gaps)
        said = [each.reason for each in fit.findings(model, catalog) if (each.question, each.answer) == ("raha", "ei")]
        assert not (is_untold and FITS in {each.verdict for each in said}), model.id


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_list_of_models_numbers_what_decides_on_each(code: str):
    catalog = of(replace(staffed(physician="always"), id="a"), replace(helping("unemployed"), id="b"))

    files = {each.path: json.loads(each.content) for each in shared_files(catalog, Schemas.load(ROOT / "schemas"))}

    listed = files[f"{'' if code == 'fi' else f'{code}/'}sopiiko/mallit.json"]
    fitting = {model[0]: [listed["conditions"][number] for number in model[5]] for model in listed["models"]}
    assert ["ammattilaiset", "physician physiatrist", 1, "fits"] in fitting["a"]
    assert ["ammattilaiset", "physician physiatrist", 0, "missing"] in fitting["a"]
    assert [["kenelle", each, 1, "fits"] for each in ("adults", "unemployed", "long-term-unemployed")] == [
        each for each in fitting["b"] if each[0] == "kenelle"
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_plain_lists_say_beside_a_model_that_it_names_a_part_or_a_wider_group(code: str):
    context = PageContext.for_address(
        of(helping("long-term-unemployed"), replace(helping("unemployed"), id="b")),
        Language.of(code, Schemas.load(ROOT / "schemas")),
        "sopiiko/",
    )

    page = str(finder(context))

    assert page.count(f"</a> ({context.language.say('fit.list.whom.part')})") == 1
    assert page.count(f"</a> ({context.language.say('fit.list.whom.wider')})") == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_plain_lists_name_many_models_only_where_they_fit(code: str):
    models = [replace(helping("unemployed" if number else "families"), id=f"malli-{number}") for number in range(MOST_IN_FULL + 1)]
    context = PageContext.for_address(of(*models), Language.of(code, Schemas.load(ROOT / "schemas")), "sopiiko/")

    page = str(finder(context))

    unknown = context.language.say("fit.list.unknown")
    assert f"{unknown}</span> {context.language.say('fit.number.other', count=MOST_IN_FULL)}</li>" in page
    assert f"{unknown}</span> {context.language.say('fit.number.one', count=1)}</li>" in page
    assert 'id="mita-tiedetaan"' not in page
