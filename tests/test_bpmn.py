"""The pathways as BPMN in the programs people open them with: bpmn-js, on which bpmn.io and Camunda stand, and bpmnlint."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from building import ROOT
from mallisto.reading.languages import DEFAULT, LANGUAGES
from pathways import MODELS

PACKAGES = ROOT / "tests" / "node_modules"
NODE = Path(sys.executable).parent / "node"
VIEWER = PACKAGES / "bpmn-js" / "dist" / "bpmn-viewer.production.min.js"

# What the viewer warns of, how many nodes it shows, and those that do not lie wholly inside the lane that names them.
OPEN = """async text => {
    document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'canvas' }));
    const viewer = new BpmnJS({ container: '#canvas' }), { warnings } = await viewer.importXML(text);
    const shapes = viewer.get('elementRegistry'), lanes = shapes.filter(each => each.type === 'bpmn:Lane'), outside = [];
    const nodes = shapes.filter(each => each.businessObject.$instanceOf('bpmn:FlowNode') && each.type !== 'label');
    for (const node of nodes) {
        const lane = lanes.find(each => (each.businessObject.flowNodeRef || []).includes(node.businessObject));
        const fits = lane && node.x >= lane.x && node.y >= lane.y
            && node.x + node.width <= lane.x + lane.width && node.y + node.height <= lane.y + lane.height;
        if (!fits) outside.push(node.id);
    }
    return { warnings: warnings.map(String), nodes: nodes.length, outside };
}"""


def _diagram(site: Path, model: str, code: str) -> Path:
    return site / ("" if code == DEFAULT else code) / "mallit" / model / "polku" / f"{model}.bpmn"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("model", MODELS)
def test_the_viewer_opens_every_pathway_with_each_node_in_its_lane(model: str, code: str, page: Page, site: Path):
    page.goto("about:blank")
    page.add_script_tag(path=VIEWER)

    told = page.evaluate(OPEN, _diagram(site, model, code).read_text("utf-8"))

    assert told["warnings"] == []
    assert told["outside"] == []
    assert told["nodes"] > 5


def test_the_recommended_rules_find_nothing(site: Path, tmp_path: Path):
    (tmp_path / ".bpmnlintrc").write_text(json.dumps({"extends": "bpmnlint:recommended"}), "utf-8")
    (tmp_path / "node_modules").symlink_to(PACKAGES)
    for model, code in product(MODELS, LANGUAGES):
        shutil.copy(_diagram(site, model, code), tmp_path / f"{model}.{code}.bpmn")

    lint = [str(NODE), str(PACKAGES / "bpmnlint" / "bin" / "bpmnlint.js"), *map(str, sorted(tmp_path.glob("*.bpmn")))]
    told = subprocess.run(lint, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (told.returncode, told.stdout.strip()) == (0, "")
