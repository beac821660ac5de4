"""The finder as one script: it runs as a module and as a plain script, and its stemmers say what the index's do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from building import FIVE, ROOT
from mallisto.build.finder_script import finder_script, plain_finder_script
from mallisto.build.joined_script import joined
from mallisto.search.analysis import stemmer_of
from mallisto.search.finnish import WORD

NODE = Path(sys.executable).with_name("node")
PAGE = "globalThis.self = globalThis; globalThis.document = { currentScript: { src: 'https://x.example/haku/finder.js' } };"
STEMS = f"{PAGE}\nconst words = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));\n"


def run(script: str, given: str = "", *options: str) -> str:
    """What a script prints."""
    ended = subprocess.run([str(NODE), *options, "-e", script], input=given, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_both_scripts_tell_the_same_and_where_the_index_lies():
    module = finder_script("abc").content
    plain = plain_finder_script(module).content.decode()

    told = run(f"{PAGE}\n{plain}\nconsole.log(Object.keys(self.mallistoFinder).join(', '))")

    assert f"export {{ {told.strip()} }};" in module.decode()
    assert 'const RELEASE = "abc";' in module.decode()
    assert 'const RELEASE = "abc";' in plain


def test_a_browser_stems_every_word_of_the_models_as_the_index_does():
    texts = [path.read_text("utf-8") for folder in (ROOT, FIVE) for path in (folder / "models").rglob("*.yml")]
    words = sorted({word for text in texts for word in WORD.findall(text.lower())})
    plain = plain_finder_script(finder_script("abc").content).content.decode()

    script = plain.replace(
        "self.mallistoFinder =", "console.log(JSON.stringify(STEMMERS.map((stem) => words.map(stem)))); self.mallistoFinder ="
    )
    found = json.loads(run(STEMS + script, json.dumps(words)))

    assert len(words) > 5_000
    assert found == [[stemmer_of(code)(word) for word in words] for code in ("sv", "en")]


def test_modules_are_joined_behind_what_they_import_each_once():
    modules = {
        "a/main.js": 'import { two } from "./two.js";\nimport { one } from "../one.js";\nexport const main = () => one + two;\n',
        "a/two.js": 'import { one } from "../one.js";\nexport { one };\nexport const two = one + 1;\n',
        "one.js": "export const one = 1;\n",
    }

    assert joined("a/main.js", modules.__getitem__) == "const one = 1;\nconst two = one + 1;\nconst main = () => one + two;\n"


def test_what_cannot_be_joined_is_an_error():
    with pytest.raises(ValueError, match="export default"):
        joined("a.js", lambda _: "export default 1;\n")
