"""How much a light description tells, in a few words beside its name; a full one needs no mark."""

from __future__ import annotations

from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reports.completeness import completeness


def level_mark(model: Model, language: Language) -> str:
    """Return ”Kevyt kuvaus, 6/16 kohtaa”; nothing for a full description."""
    if not model.is_light:
        return ""
    found = completeness(model)
    return language.say("level.mark", told=found.told, all=len(found.states))
