"""The bare limit: the least any program could do for the models' part of a site that stands built.

It reads the models with libyaml, prints every text with Jinja as often as the site shows it (on its page, in the booklet, on the slides),
and writes as many files of the same sizes. It validates and checks nothing, lays nothing out and makes nothing to be found.

    python tests/bare.py ROOT PLAN
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import jinja2
import yaml

_SHORT = re.compile(r"^mallit/([^/]+)/\S*\t(\w+)$", re.MULTILINE)
_PREFIXES = {"fi": "", "sv": "sv/", "en": "en/"}

# Every text of a model, as a page shows it.
_TEMPLATE = """\
{% macro show(value) %}{% if value is mapping %}{% if value.fi %}<p>{{ value[code] or value.fi }}</p>{% else %}<ul>
{% for key, one in value.items() %}<li id='{{ key }}'>{{ show(one) }}</li>{% endfor %}</ul>{% endif %}
{% elif value is string or value is number %}<span>{{ value }}</span>
{% else %}{% for one in value or () %}{{ show(one) }}{% endfor %}{% endif %}{% endmacro %}{{ show(model) }}"""

_SHOWN = 3

# The sizes of files by model and language.
Plan = dict[str, dict[str, list[int]]]


def planned(root: Path) -> Plan:
    """What a build has made of each model: its folder, and the short addresses of its places."""
    codes = defaultdict(list)
    for model, code in _SHORT.findall((root / "models" / "history" / "published.txt").read_text("utf-8")):
        codes[model].append(code)
    return {
        path.stem: {language: _sizes(root / "site" / prefix, path.stem, codes[path.stem]) for language, prefix in _PREFIXES.items()}
        for path in sorted((root / "models").glob("*.yml"))
    }


def _sizes(site: Path, model: str, codes: list[str]) -> list[int]:
    folders = [site / "mallit" / model, *(site / "l" / code for code in codes)]
    return [path.stat().st_size for folder in folders for path in folder.rglob("*") if path.is_file()]


def make(root: Path, plan: Plan) -> None:
    """Read, print and write what the plan says of each model."""
    template, loader = jinja2.Environment(autoescape=True).from_string(_TEMPLATE), _dateless()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((root / "models").glob("*.yml")):
            document = yaml.load(path.read_bytes(), Loader=loader)
            for code, sizes in plan[path.stem].items():
                text = "".join(template.render(model=document, code=code) for _ in range(_SHOWN))
                for number, size in enumerate(sizes):
                    Path(folder, f"{path.stem}-{code}-{number}").write_bytes((text * (size // len(text) + 1))[:size].encode())


def _dateless() -> Any:
    """libyaml's loader with dates as texts, since JSON has none."""
    kept = {
        first: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    return type("Loader", (yaml.CSafeLoader,), {"yaml_implicit_resolvers": kept})


if __name__ == "__main__":
    make(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8")))
