"""Drafts: what a copied page becomes, what an empty model asks, and a model as text for another service."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import a_catalog, a_concept, a_model, a_statement, a_text, an_organisation
from building import ROOT
from mallisto.cli import EXIT_OK, EXIT_USAGE, PROBLEMS, main
from mallisto.drafts import innokyla, page_to_draft, skeleton
from mallisto.drafts.import_report import report_of
from mallisto.drafts.page_lines import UnplacedReason, split
from mallisto.drafts.yaml_writer import as_yaml, in_order
from mallisto.i18n.language import Language
from mallisto.model import How, Vocabulary
from mallisto.reading.schema import Schemas
from mallisto.reading.yaml_reader import read
from repositories import a_repository

SCHEMAS = Schemas.load(ROOT / "schemas")
KNOWN = Vocabulary(
    topics=(a_concept("work-ability"),),
    target_groups=(replace(a_concept("unemployed"), name=a_text("Työttömät")),),
    organisations=(replace(an_organisation("saatio"), name=a_text("Malliksi keksitty säätiö")),),
)

INNOKYLA = """Kevyt startti

Kevyt startti auttaa pitkään työttömänä ollutta kartoittamaan oman työkykynsä ja löytämään seuraavan askeleen.

icon/chevron-down Created with Sketch. Perustiedot

Toimintamallin nimi
Kevyt startti
Toimintamallin lyhyt kuvaus

Kevyt startti auttaa pitkään työttömänä ollutta kartoittamaan oman työkykynsä ja löytämään seuraavan askeleen.

Toteutuspaikka
Startti-talo
Toimintamallin rahoittaja
Malliksi keksitty säätiö
Liitteet ja linkit

Tekijä

Kalle Keksitty

Luotu

03.02.2022
Ratkaisun perusidea **

Ohjaaja tapaa asiakkaan kolme kertaa.
Tapaamisissa tehdään suunnitelma,
joka annetaan asiakkaalle mukaan.

Kohderyhmä ja asiakasymmärrys **

•Työttömyys on kestänyt yli vuoden.
• Asiakas haluaa itse mukaan: se on tärkeää.

Kummat ja kamreerit **

Tätä otsikkoa ei tunne kukaan.

Kehittämisen vaihe

icon/bulb Created with Sketch. Being developed

Aihealueet

Työkyky Osallisuus Asiakas- ja palveluohjaus

Kohderyhmä"""

KOKEILU = """Polku eteenpäin | Kokeilunpaikka.fi
2

Ketterä kokeilu

-

Kokeilun teemat

AikuisetTyöttömätOsallisuus

12 katselukertaa

Kokeilu on luotu 04.11.2019

Liisa Esimerkki, liisa@esimerkki.example

Polku eteenpäin

Polku eteenpäin on kokeilu, jossa työtön ja valmentaja suunnittelevat yhdessä reitin kohti sopivaa työtä.

Saavuttiko kokeilu tavoitteensa?

Tavoitteena oli kartoittaa asiakkaiden työkykyä. Asiakkaat löysivät palvelut nopeammin.Kumppanit olivat tyytyväisiä.

Miten aiot viedä kokeilua tai sen tuloksia eteenpäin?

Kommentit
Piilota kommentit"""


POLKU = """Kehittämisen polku

Toimintamallin rahoittaja
Sosiaali- ja terveysministeriö (STM)
Muu EU-rahoitus
Toimintamallin kokonaisuus

Tekijä

Maija Meikäläinen
Toimintamallin kuvaus
Lähtötilanne ja strategiset liittymäkohdat

Alueella ei ole yhteistä mallia.

Tavoiteltu muutos

Asiakas löytää palvelun nopeammin."""

KORTTI = """Tiivistelmä mallin arvioinnista, jonka THL on tehnyt vuonna 2020 ja josta kerrotaan tällä sivulla.
• Toimintamallin nimi: Keksitty malli
• Tausta ja tavoite: Malli on tehty malliksi.
Tavoitteena on työllistyminen.
• Kohderyhmä: Keksityt työnhakijat.
• Kesto: 1.5.2020 – 31.12.2024
• Kustannusarvio: 135 000 euroa/vuosi
Tulokset, vaikutukset ja vaikuttavuus
Tutkimuksessa malli auttoi."""


def drafted(text: str) -> page_to_draft.Draft:
    return page_to_draft.draft(text, "uusi", a_catalog(vocabulary=KNOWN), "2026-01-02")


def document(draft: page_to_draft.Draft):
    reading = read(as_yaml(in_order(draft.tree, SCHEMAS["model"])).encode(), "luonnos.yml")
    assert reading.document is not None
    assert reading.problems == ()
    return reading.document


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [each for inner in value.values() for each in strings(inner)]
    return [each for inner in value for each in strings(inner)] if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize("text", [INNOKYLA, KOKEILU, POLKU, KORTTI], ids=["innokyla", "kokeilunpaikka", "polku", "thl"])
def test_every_line_of_a_page_is_in_the_draft_or_in_the_account(text: str):
    draft = drafted(text)

    kept = "\n".join([*strings(document(draft).root), report_of(draft, Language.of("fi", SCHEMAS))])
    words = set(re.findall(r"[^\W\d_]+", kept))
    assert [word for word in re.findall(r"[^\W\d_]+", text) if word not in words and not re.search(r"[a-zåäö][A-ZÅÄÖ]", word)] == []


@example(lines=["Kehittämisen vaihe", "Kevyt startti", "", "Ketterä kokeilu"])
@given(
    st.lists(
        st.sampled_from(
            [
                *INNOKYLA.split("\n"),
                *KOKEILU.split("\n"),
                *POLKU.split("\n"),
                *KORTTI.split("\n"),
                "outo\u200brivi",
                "- kohta",
                "on",
                "12:30",
                "",
                "# huom",
            ]
        )
    )
)
def test_no_mixture_of_lines_is_lost_or_makes_an_unreadable_draft(lines: list[str]):
    draft = drafted("\n".join(lines))

    kept = "".join([*strings(document(draft).root), report_of(draft, Language.of("fi", SCHEMAS))])
    plain = re.sub(r"\W", "", kept)
    for line in lines:
        for word in re.findall(r"[^\W\d_]+", line.replace("\u200b", "")):
            assert all(part in plain for part in re.split(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])", word)), word


def test_the_headings_of_a_page_find_their_fields():
    root = document(drafted(INNOKYLA)).root

    assert root["name"] == {"fi": "Kevyt startti"}
    assert root["basics"]["place"]["site"] == {"fi": "Startti-talo"}
    assert root["basics"]["funding"][0]["funder"] == "saatio"
    assert root["how"]["idea"][0]["text"] == {"fi": "Ohjaaja tapaa asiakkaan kolme kertaa."}
    assert [each["text"]["fi"] for each in root["for_whom"]["criteria"]] == [
        "Työttömyys on kestänyt yli vuoden.",
        "Asiakas haluaa itse mukaan: se on tärkeää.",
    ]
    assert root["upkeep"]["sources"][0]["published"] == "2022-02-03"


def test_a_line_that_goes_on_with_a_small_letter_belongs_to_the_paragraph_before_it():
    root = document(drafted(INNOKYLA)).root

    assert root["how"]["idea"][1]["text"] == {"fi": "Tapaamisissa tehdään suunnitelma, joka annetaan asiakkaalle mukaan."}


def test_a_leaked_title_of_a_picture_is_not_the_stage_of_development():
    status = document(drafted(INNOKYLA)).root["status"]

    assert (status["development"], status["source_label"]) == ("developing", "Being developed")


def test_tags_are_parted_where_they_were_glued_together():
    glued, spaced = document(drafted(KOKEILU)).root["classification"], document(drafted(INNOKYLA)).root["classification"]

    assert glued["source_tags"][0]["tags"] == ["Aikuiset", "Työttömät", "Osallisuus"]
    assert glued["target_groups"] == ["unemployed"]
    assert spaced["source_tags"][0]["tags"] == ["Työkyky", "Osallisuus", "Asiakas- ja palveluohjaus"]


def test_a_heading_without_text_becomes_a_gap():
    gaps = document(drafted(INNOKYLA)).root["gaps"]

    assert [each["field"] for each in gaps] == ["basics.links", "classification.target_groups"]


def test_an_unknown_heading_and_its_text_are_told_and_not_guessed():
    draft = drafted(INNOKYLA)

    told = [(each.reason, each.line.text) for each in draft.asides if each.reason in (UnplacedReason.HEADING, UnplacedReason.UNDER_HEADING)]
    assert told == [(UnplacedReason.HEADING, "Kummat ja kamreerit"), (UnplacedReason.UNDER_HEADING, "Tätä otsikkoa ei tunne kukaan.")]
    assert (draft.headings, draft.placed_headings) == (14, 13)


def test_the_tab_of_how_a_model_was_made_finds_its_fields_and_no_heading_becomes_a_funder():
    root = document(drafted(POLKU)).root

    assert [(each["type"], each["text"]["fi"]) for each in root["basics"]["funding"]] == [
        ("state_grant", "Sosiaali- ja terveysministeriö (STM)"),
        ("eu_fund", "Muu EU-rahoitus"),
    ]
    assert [each["text"]["fi"] for each in root["why"]["context"]] == ["Alueella ei ole yhteistä mallia."]
    assert [(each["text"]["fi"], each["modality"]) for each in root["how"]["goals"]] == [("Asiakas löytää palvelun nopeammin.", "expected")]
    assert root["gaps"] == []


def test_a_card_that_tells_beside_its_headings_is_taken_apart():
    root = document(drafted(KORTTI)).root

    assert (root["name"]["fi"], root["upkeep"]["sources"][0]["publisher"]) == ("Keksitty malli", "thl")
    assert [each["text"]["fi"] for each in root["how"]["goals"]] == ["Malli on tehty malliksi.", "Tavoitteena on työllistyminen."]
    assert [each["text"]["fi"] for each in root["for_whom"]["description"]] == ["Keksityt työnhakijat."]
    assert (root["basics"]["period"]["start"], root["basics"]["period"]["end"]) == ("2020-05-01", "2024-12-31")
    assert [each["text"]["fi"] for each in root["cost"]["notes"]] == ["135 000 euroa/vuosi"]
    assert [each["text"]["fi"] for each in root["results"]["claims"]] == ["Tutkimuksessa malli auttoi."]


def test_the_account_tells_what_is_in_the_draft_and_nothing_else():
    told = report_of(drafted(POLKU), Language.of("fi", SCHEMAS))
    card = report_of(drafted(KORTTI), Language.of("fi", SCHEMAS))

    assert "upkeep.owner" not in told
    assert "Toimintamallin rahoittaja → Rahoitus (basics.funding): kappaleita 2" in told
    assert "Sivun alku → Tiivistelmä (summary): kappaleita 1" in card


@pytest.mark.parametrize(("text", "name"), [(INNOKYLA, "Kalle Keksitty"), (KOKEILU, "liisa@esimerkki.example")])
def test_no_person_of_a_page_gets_into_the_draft(text: str, name: str):
    draft = drafted(text)

    assert name not in str(document(draft).root)
    assert any(name in each.line.text for each in draft.asides if each.reason is UnplacedReason.PERSONAL)


def test_a_plan_among_the_results_goes_where_plans_belong():
    results = document(drafted(KOKEILU)).root["results"]

    assert [each["text"]["fi"] for each in results["expected_results"]] == ["Tavoitteena oli kartoittaa asiakkaiden työkykyä."]
    assert [each["text"]["fi"] for each in results["claims"]] == ["Asiakkaat löysivät palvelut nopeammin.", "Kumppanit olivat tyytyväisiä."]


def test_a_text_of_no_known_page_is_kept_line_by_line():
    pasted = split("Ensimmäinen rivi\n\nToinen rivi")

    assert (pasted.site, [each.text for each in pasted.loose]) == (None, ["Ensimmäinen rivi", "Toinen rivi"])


@pytest.mark.parametrize(
    "text", ["on", "12:30", "@huu", "rivi: kaksi", "sana #1", "'lainaus", '"x"', "- viiva", "null", "007", "päättyy:", "ok"]
)
def test_a_text_is_read_back_as_it_was_written(text: str):
    reading = read(as_yaml({"teksti": text, "lista": [text, {"inner": text}]}).encode(), "luonnos.yml")

    assert reading.problems == ()
    assert reading.document is not None
    assert reading.document.root == {"teksti": text, "lista": [text, {"inner": text}]}


def test_a_model_goes_out_in_the_order_of_the_form_and_comes_back():
    how = replace(a_model().how, idea=(a_statement("idea", text=a_text("Asiakas ja ohjaaja tapaavat.")),))
    model = a_model("malli", name=a_text("Kevyt startti"), how=how)

    text = innokyla.as_text(model, a_catalog(model, vocabulary=KNOWN), Language.of("fi", SCHEMAS))

    root = document(drafted(text)).root
    assert text.index("Toimintamallin nimi") < text.index("Ratkaisun perusidea") < text.index("Kehittämisen vaihe")
    assert isinstance(model.how, How)
    assert (root["name"], root["how"]["idea"][0]["text"]) == ({"fi": "Kevyt startti"}, {"fi": "Asiakas ja ohjaaja tapaavat."})


def test_a_new_model_shows_the_block_of_a_fact_where_a_part_is_empty():
    text = as_yaml(skeleton.skeleton(SCHEMAS["model"], "malli", {}, "fi"))

    assert "  #   - fi: …\n  #     from: …\n  need: []\n" in text
    assert "  #   - label: …\n  #     unit: …\n  #     value: …\n  #     from: …\n  figures: []\n" in text


def test_the_roles_their_tasks_and_the_costs_go_out_and_our_own_days_do_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")

    main(["--root", str(root), "export", "tykke", "--as", "innokyla"])

    text = capsys.readouterr().out
    conditions = text[text.index("Toimivuuden ja käyttöönoton ehdot") : text.index("Arvioinnin tulokset tiivistettynä")]
    assert "\nLääkäri: Toteuttaa tiimin jäsenenä selvitys- ja yhteenvetopäivät.\n" in conditions
    assert "1 080 euroa asiakasta kohti" in conditions.replace("\u00a0", " ")
    assert "4.11.2019" in text[text.index("\nLuotu\n") : text.index("Viimeksi muokattu")]


def test_all_our_models_come_back_from_the_form_with_every_heading(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti")
    for model in sorted((root / "models").glob("*.yml")):
        main(["--root", str(root), "export", model.stem, "--as", "innokyla"])

        draft = drafted(capsys.readouterr().out)

        assert (draft.headings, draft.placed_headings) == (21, 21), model.stem


def test_import_writes_a_draft_and_its_report_beside_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")
    (tmp_path / "sivu.txt").write_text(INNOKYLA, "utf-8")

    code = main(["--root", str(root), "import", str(tmp_path / "sivu.txt"), "--id", "kevyt-startti"])

    draft = root / "luonnokset" / "kevyt-startti.yml"
    assert (code, draft.is_file()) == (EXIT_OK, True)
    assert draft.with_suffix(".raportti.txt").read_text("utf-8") in capsys.readouterr().out
    assert main(["--root", str(root), "check", str(draft)]) == PROBLEMS
    said = capsys.readouterr().out
    codes = set(re.findall(r"\[(?!address|transl)[a-z._]+\]", said))
    assert codes == {"[field.empty_required]", "[text.copied]"}


def test_import_reads_what_is_pasted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = a_repository(tmp_path / "projekti", "tykke")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(KOKEILU.encode())))

    assert main(["--root", str(root), "import"]) == EXIT_OK
    assert (root / "luonnokset" / "luonnos.yml").is_file()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_new_model_asks_and_the_checker_points_at_each_open_question(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")

    assert main(["--root", str(root), "new", "oma-malli", "--language", language]) == EXIT_OK
    draft = root / "luonnokset" / "oma-malli.yml"
    reading = read(draft.read_bytes(), "oma-malli.yml")

    capsys.readouterr()
    assert reading.problems == ()
    assert main(["--root", str(root), "check", str(draft)]) == PROBLEMS
    # A pathway is only offered: not every description has one.
    codes = set(re.findall(r"\[([a-z._]+)\]", capsys.readouterr().out))
    assert codes - {"field.required", "field.empty"} == {"field.empty_required", "from.missing"}


@pytest.mark.parametrize("model_id", ["tykke", "Iso Nimi", "../ulkona"])
def test_a_draft_is_never_written_over_a_model_or_elsewhere(model_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")

    assert main(["--root", str(root), "new", model_id]) == EXIT_USAGE
    assert capsys.readouterr().err
    assert not (root / "luonnokset").exists()


def test_a_model_that_does_not_exist_is_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")

    assert main(["--root", str(root), "export", "tyke"]) == EXIT_USAGE
    assert "tykke" in capsys.readouterr().err


def test_a_sentence_taken_over_from_the_source_is_named_and_one_in_own_words_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti")
    (tmp_path / "sivu.txt").write_text(INNOKYLA, "utf-8")
    main(["--root", str(root), "import", str(tmp_path / "sivu.txt"), "--id", "kevyt-startti"])
    draft = root / "luonnokset" / "kevyt-startti.yml"
    kept = draft.with_suffix(".lahde.txt").read_text("utf-8")
    capsys.readouterr()

    main(["--root", str(root), "check", str(draft)])
    before = capsys.readouterr().out
    own = "Työtön selvittää ohjaajan kanssa, mihin hänen voimansa riittävät ja mikä auttaisi."
    copied = "Kevyt startti auttaa pitkään työttömänä ollutta kartoittamaan oman työkykynsä ja löytämään seuraavan askeleen."
    draft.write_text(draft.read_text("utf-8").replace(copied, own), "utf-8")
    main(["--root", str(root), "check", str(draft)])

    assert "text.copied" in before
    assert "”Kevyt startti auttaa pitkään työttömänä ollutta kartoittamaan" in before
    assert "Kevyt startti auttaa pitkään" not in capsys.readouterr().out
    assert "startti" not in kept
