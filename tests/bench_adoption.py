"""Measure the adoption tool with two hundred items in Chromium: each action's own work and the time until the page
has been drawn anew, in one table. The longest tells of a busy machine too; the target is for the median.

python tests/bench_adoption.py [--items 200]
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, Route

import measuring
from adopting import PAGE, Desk
from browsing import chromium, served

TARGET = 100.0
TIMES = 9

# Each action is done in the page itself; the clock stops when the next frame has been drawn.
CLOCK = """async ([action, time]) => {
    const row = document.querySelectorAll('ol.checklist > li')[20 + time], fields = () => row.querySelector('fieldset').elements;
    const adoptions = document.querySelector('select[name=adoption]');
    const set = (field, value, event) => { field.value = value; field.dispatchEvent(new Event(event, { bubbles: true })) };
    const actions = {
        tick: () => row.querySelector('input').click(),
        unfold: () => { row.querySelector('details').open = true },
        note: () => set(fields().note, 'Huomautus ' + time, 'input'),
        due: () => set(fields().due, '2027-03-' + (time + 11), 'input'),
        na: () => fields().na.click(),
        filter: () => set(document.querySelector('select[name=state]'), time % 2 ? '' : 'open', 'change'),
        choose: () => set(adoptions, adoptions.options[time % 2].value, 'change'),
    };
    const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    await drawn();
    const began = performance.now();
    actions[action]();
    const done = performance.now();
    await drawn();
    return [done - began, performance.now() - began];
}"""


def lengthened(html: str, items: int) -> str:
    """A checklist page whose last item stands there again and again, each time under another id."""
    line = re.findall(r'<li id="kohta-.*?</li>\n(?=<li id="kohta-|</ol>)', html, re.DOTALL)[-1]
    own = re.search(r'data-item="([^"]*)"', line)[1]  # type: ignore[index]
    number = html.count('<li id="kohta-')
    more = (line.replace(own, f"{own}-{each}").replace(f'value="{number}"', f'value="{each}"') for each in range(number + 1, items + 1))
    return html.replace(line, line + "".join(more))


def filled(page: Page, address: str, items: int) -> Desk:
    """Two adoptions of a long checklist; every item of the second has a mark."""

    def longer(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=lengthened(answer.text(), items))

    page.route(re.compile(r"/tarkistuslista/$"), longer)
    desk = Desk.at(page, address)
    desk.begin("Tuusniemi")
    desk.wish("new")
    page.locator("dialog input").fill("Kuopio 2027")
    desk.answer("save")
    page.evaluate("document.querySelectorAll('ol.checklist > li > p input').forEach(each => each.click())")
    return desk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=200)
    items = parser.parse_args().items
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        root = Path(folder)
        measuring.make_repository(root, 5)
        measuring.build(root)
        with served(root / "site") as address:
            page = browser.new_page()
            filled(page, address + PAGE, items)
            print(f"{page.locator('ol.checklist > li').count()} items, ms{'script':>16}{'drawn':>10}{'longest':>10}   target of drawn")
            for action in ("tick", "unfold", "note", "due", "na", "filter", "choose"):
                script, drawn = zip(*(page.evaluate(CLOCK, [action, time]) for time in range(TIMES)), strict=True)
                median = statistics.median(drawn)
                verdict = "met" if median <= TARGET else "MISSED"
                print(f"{action:<24}{statistics.median(script):>8.1f}{median:>10.1f}{max(drawn):>10.1f}   ≤ {TARGET:.0f}  {verdict}")


if __name__ == "__main__":
    main()
