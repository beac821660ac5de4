"""The fit finder: its questions as a form and as plain lists, and the verdicts with their reasons, which the form's script looks up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from mallisto import fit
from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.catalog.head import Head
from mallisto.files.output_file import OutputFile
from mallisto.fit import QUESTIONS, Finding, FitQuestion, Reason, Verdict
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Concept, Model, Role
from mallisto.pages.choosing.fit_reasons import place_of, sides_of, told
from mallisto.pages.choosing.fit_views import (
    LABELS,
    FitAnswerView,
    FitQuestionView,
    FitView,
    JudgedView,
    KnownView,
    ModelFit,
    ReasonView,
    VerdictModelsView,
)
from mallisto.pages.elements.level_mark import level_mark
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.render import render
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

# The list of models that the script reads first, beside the page of each language.
_MODELS = "mallit.json"
# Beyond so many models the plain lists name those that fit and count the others, and leave out what is known of each.
MOST_IN_FULL = 40
# Reasons that fit less than in so many words, which the plain lists say beside the model.
_QUALIFIED = ("whom.part", "whom.wider", "role.kind")


# The pages on which a reader goes on, and the words of the script that name them.
_WAYS = ((urls.MEMO, "memo"), (urls.CHECKLIST, "adopt"))

# The questions whose answers together are one need.
_WHOLE = frozenset(each.key for each in QUESTIONS if each.as_whole)

Found = list[tuple[str, JudgedView]]
Fits = Mapping[str, ModelFit]


def finder(context: PageContext) -> Markup:
    """The form, and for those without script every question with what each answer says of the models."""
    # Light descriptions come last: what they pass over in silence nobody can judge.
    fits = dict(sorted(context.contributed(FIT).items(), key=lambda pair: pair[1].is_light))
    few = fits.values() if len(fits) <= MOST_IN_FULL else ()
    view = FitView(
        script=context.asset("assets/js/fit-finder.js"),
        models=_MODELS,
        compare=context.href("vertailu/"),
        labels={f"data-{name}": context.language.strings[f"fit.{name}"] for name in LABELS},
        questions=tuple(view for each in QUESTIONS if (view := _question(each, fits, context)).groups),
        known=tuple(model.known for model in few),
        has_light=any(model.is_light for model in fits.values()),
    )
    return render("choosing/fit-finder", context, view)


def _fit_of(model: Model, context: PageContext) -> ModelFit:
    return ModelFit(
        name=context.language.pick(model.title),
        is_light=model.is_light,
        judged=tuple(_judged(finding, model, context) for finding in fit.findings(model, context.catalog)),
        known=KnownView(name=context.language.pick(model.title), href=context.model_href(model), sides=sides_of(model, context)),
    )


def _judged(finding: Finding, model: Model, context: PageContext) -> JudgedView:
    reason = finding.reason
    return JudgedView(
        question=finding.question,
        answer=finding.answer,
        answers=finding.answers,
        is_chosen=finding.is_chosen,
        verdict=reason.verdict,
        href=place_of(model, reason.facts[0].place, context),
        qualification=_qualification(reason, model, context),
    )


def _question(question: FitQuestion, fits: Fits, context: PageContext) -> FitQuestionView:
    say = context.language.say
    found = [(model_id, each) for model_id, model in fits.items() for each in model.judged if each.question == question.key]
    return FitQuestionView(
        key=question.key,
        text=say(f"fit.question.{question.key}"),
        help=say(f"fit.help.{question.key}"),
        how=say("fit.many") if question.takes_many else "",
        dimension=say(f"fit.dimension.{question.dimension}"),
        kind="checkbox" if question.takes_many else "radio",
        as_whole=question.as_whole,
        groups=_groups(question, found, fits, context),
        silent=_by_verdict([each for each in found if not each[1].answer], fits, context),
    )


def _groups(question: FitQuestion, found: Found, fits: Fits, context: PageContext) -> tuple[tuple[str, tuple[FitAnswerView, ...]], ...]:
    """The answers under the name of their sector; those of a question that knows no sectors in one group without a name."""
    entries = {each.id: each for each in question.entries(context.catalog)}
    groups: dict[str, list[FitAnswerView]] = {}
    for answer in fit.offered(question, context.catalog, ((each.answer, each.verdict) for _, each in found)):
        entry = entries.get(answer)
        name = context.language.pick(entry.name) if entry else LocalizedText(context.language.say(f"fit.answer.{question.key}.{answer}"))
        mine = [(model_id, each) for model_id, each in found if each.is_about(answer)]
        view = FitAnswerView(
            id=answer,
            name=name,
            also=tuple(kind.id for kind in context.catalog.family_of(entry)[1:]) if isinstance(entry, Role) else (),
            is_part=isinstance(entry, Concept) and any(above.id in entries for above in context.catalog.groups_above(entry)),
            models=_by_verdict(mine, fits, context),
        )
        groups.setdefault(_sector(entry, context) if isinstance(entry, Role) else "", []).append(view)
    others = context.language.say("fit.other_sectors")
    return tuple((name, tuple(groups[name])) for name in sorted(groups, key=lambda name: name == others))


def _sector(role: Role, context: PageContext) -> str:
    first = next(iter(role.sectors), None)
    return context.language.value("roles.sectors", first, schema="roles") if first else context.language.say("fit.other_sectors")


def _by_verdict(found: Found, fits: Fits, context: PageContext) -> tuple[VerdictModelsView, ...]:
    """The models by what is said of them, first as if the answer was chosen, then as if it was not."""
    views = []
    for is_chosen in (True, False):
        for verdict in (Verdict.FITS, Verdict.MISSING, Verdict.TOLD, Verdict.UNKNOWN):
            mine = {model_id: each for model_id, each in found if (each.is_chosen, each.verdict) == (is_chosen, verdict)}
            if mine:
                views.append(_models(mine, verdict, "" if is_chosen else "without.", fits, context))
    return tuple(views)


def _models(found: Mapping[str, JudgedView], verdict: Verdict, how: str, fits: Fits, context: PageContext) -> VerdictModelsView:
    in_full = verdict is Verdict.FITS or len(fits) <= MOST_IN_FULL
    links = tuple((fits[model_id].name, each.href, each.qualification) for model_id, each in found.items())
    number = context.language.say("fit.number.one" if len(found) == 1 else "fit.number.other", count=len(found))
    label = context.language.say(f"fit.list.{how}{verdict}")
    return VerdictModelsView(verdict=verdict, label=label, models=links if in_full else (), number="" if in_full else number)


def _qualification(reason: Reason, model: Model, context: PageContext) -> str:
    """What qualifies a reason in the plain lists: that it fits in part only, that the description is light."""
    say = context.language.say
    fits = (say(f"fit.list.{reason.says}"),) if reason.says in _QUALIFIED else ()
    return ", ".join((*fits, say("level.light")) if model.is_light else fits)


def of_model(model: Model, catalog: Catalog, language: Language) -> OutputFile:
    """All verdicts on a model with their reasons, and what is known of it whatever is answered. Links start from the finder's page."""
    context = PageContext.for_address(catalog, language, urls.FINDER)
    found = [(each, told(each.reason, model, context)) for each in fit.findings(model, catalog)]
    return _file(
        f"{language.prefix}{urls.fit(model.id)}",
        {
            "findings": [[*_condition(each), *_plain(view)] for each, view in found],
            "ways": [[context.model_href(model, part), words] for part, words in _WAYS if part in urls.parts_of(model)],
            "level": level_mark(model, language),
            "known": [[side, [_plain(each) for each in views]] for side, views in sides_of(model, context)],
        },
    )


def shared_files(catalog: Catalog, schemas: Schemas) -> Iterator[OutputFile]:
    """The list of models in each language: which conditions hold with which verdict for which model, by their numbers."""
    for code in LANGUAGES:
        context = PageContext.for_address(catalog, Language.of(code, schemas), urls.FINDER)
        fits = context.contributed(FIT)
        deciding = {model_id: [_numbered(each) for each in model.judged if _decides(each)] for model_id, model in fits.items()}
        conditions = sorted({condition for found in deciding.values() for condition in found})
        numbers = {condition: number for number, condition in enumerate(conditions)}
        models = [_listed(head, [numbers[each] for each in deciding[head.id]], context) for head in catalog.heads]
        yield _file(f"{context.language.prefix}{urls.FINDER}{_MODELS}", {"conditions": conditions, "models": models})


def _condition(finding: Finding | JudgedView) -> tuple[str, str, int]:
    return finding.question, " ".join(finding.answers), int(finding.is_chosen)


def _numbered(judged: JudgedView) -> tuple[str, str, int, str]:
    return (*_condition(judged), judged.verdict.value)


def _decides(judged: JudgedView) -> bool:
    """Whether a finding decides how a model meets a need: one on an answer, the unknown only where answers are judged as a whole."""
    decisive = (Verdict.FITS, Verdict.MISSING, Verdict.UNKNOWN) if judged.question in _WHOLE else (Verdict.FITS, Verdict.MISSING)
    return bool(judged.answer) and judged.verdict in decisive


def _listed(head: Head, fitting: list[int], context: PageContext) -> list[object]:
    name = context.language.pick(head.title)
    return [head.id, name.text, name.language, context.model_href(head), context.href(urls.fit(head.id)), fitting, int(head.is_light)]


def _plain(view: ReasonView) -> list[object]:
    return [view.verdict, view.sentence, [[words.text, words.language, href] for words, href in view.facts]]


def _file(path: str, content: object) -> OutputFile:
    return OutputFile(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


FIT: Channel[ModelFit] = page_channel("fit", ModelFit, urls.FINDER, _fit_of)
