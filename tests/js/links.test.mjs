import assert from "node:assert/strict";
import { test } from "node:test";
import * as share from "../../docs/assets/js/adoption/share.js";
import { packed, unpacked } from "../../docs/assets/js/fragment.js";
import * as pack from "../../docs/assets/js/pack/pack.js";
import { anAdoption, anEntry } from "./support/adoptions.mjs";

const aPlace = (rest = {}) => ({
  address: "mallit/toike/polku/#vaihe-arvio",
  title: "Arvio",
  note: "",
  slide: "",
  minutes: 0,
  language: "fi",
  code: "ab2cd",
  told: "",
  ...rest,
});

test("a text comes back from the letters of an address", async () => {
  const letters = await packed("äö–\u0000".repeat(500));

  assert.match(letters, /^[\w-]+$/);
  assert.equal(await unpacked(letters, 10_000), "äö–\u0000".repeat(500));
});

test("letters that unpack to more than is allowed are refused", async () => {
  await assert.rejects(unpacked(await packed("a".repeat(2000)), 1000), RangeError);
});

test("an adoption comes back from an address, and without what is written freely where that is asked", async () => {
  const items = {
    decide: anEntry({ note: "x", owner: { name: "Testaaja" } }),
    ask: anEntry({ owner: { role: "director" } }),
  };
  const adoption = anAdoption({ items, costs: { clients: "50", "clients-basis": "Tilasto" }, memo: { proposal: "x" } });

  assert.deepEqual(await share.carried(await share.fragment(adoption)), { adoption });
  const { adoption: bare } = await share.carried(await share.fragment(share.bare(adoption)));
  assert.deepEqual([bare.items.decide.note, bare.items.decide.owner], ["", null]);
  assert.deepEqual([bare.items.ask.owner, bare.costs, bare.memo], [{ role: "director" }, { clients: "50" }, {}]);
});

for (const letters of ["!!", "AAAA", ""])
  test(`a damaged address carries no adoption: “${letters}”`, async () => {
    assert.deepEqual(await share.carried(`#kayttoonotto=${letters}`), { refused: "link" });
  });

test("an address without an adoption or a pack carries none", async () => {
  assert.equal(await share.carried("#kohta-decide"), null);
  assert.equal(await pack.carried("#vaihe-arvio"), undefined);
});

test("a pack comes back from an address", async () => {
  const own = { name: "Aamu", places: [aPlace()] };

  assert.deepEqual(await pack.carried(await pack.fragment(own)), own);
});

for (const letters of ["x", "////", "AAAA"])
  test(`a damaged address carries no pack: “${letters}”`, async () => {
    assert.equal(await pack.carried(`#paketti=${letters}`), null);
  });

const WRONG_PLACES = [
  { address: "javascript:alert(1)" },
  { address: "//elsewhere.example/" },
  { title: 5 },
  { note: "x".repeat(2001) },
  { language: "de" },
  { code: "abc" },
];
for (const wrong of WRONG_PLACES)
  test(`a pack with a place that cannot be ours is refused: ${JSON.stringify(wrong).slice(0, 50)}`, async () => {
    assert.equal(await pack.carried(await pack.fragment({ name: "", places: [aPlace(wrong)] })), null);
  });

test("what the storage holds is looked over as an address is", () => {
  const stored = {
    format: "mallisto-pack",
    version: 1,
    name: "",
    places: [aPlace({ address: "javascript:alert(1)" })],
  };
  globalThis.localStorage = { getItem: () => JSON.stringify(stored) };

  assert.deepEqual(pack.own(), { name: "", places: [] });
});

test("a shared pack adds the places that are not there yet, up to the most a pack holds", () => {
  const many = Array.from({ length: pack.MOST }, (_, at) => aPlace({ address: `roolit/r${at}/` }));

  const both = pack.merged({ name: "", places: [aPlace()] }, { name: "Theirs", places: [aPlace(), ...many] });

  assert.deepEqual([both.name, both.places.length], ["Theirs", pack.MOST]);
  assert.equal(both.places.filter((place) => place.address === aPlace().address).length, 1);
});

test("a pack goes along as the codes of its places, with minutes and its name", async () => {
  const shared = {
    name: "Aloitus & työ",
    places: [aPlace(), aPlace({ code: "xnd2p", minutes: 10 }), aPlace({ code: "4bjfs" })],
  };

  const hash = pack.shortFragment(shared);
  const read = await pack.carried(hash, "sv");

  assert.equal(pack.shortFragment({ ...shared, name: "" }), "#p=ab2cd.xnd2p-10.4bjfs");
  assert.deepEqual(
    [read.name, read.places.map((each) => [each.code, each.minutes, each.language])],
    [
      "Aloitus & työ",
      [
        ["ab2cd", 0, "sv"],
        ["xnd2p", 10, "sv"],
        ["4bjfs", 0, "sv"],
      ],
    ],
  );
  assert.equal(pack.minutesOf(read), 10);
});

test("a short address is not made where a place has no code, and not read where it is broken", async () => {
  assert.equal(pack.shortFragment({ name: "", places: [aPlace({ code: "" })] }), "");
  for (const hash of ["#p=", "#p=ab2c", "#p=ab2cd..xnd2p", "#p=ab2cd&nimi=%E0%A4%A", "#p=ab2cd-9999"])
    assert.equal(await pack.carried(hash, "fi"), null, hash);
});

test("a pack of the first version is read, its notes for the speaker", async () => {
  const old = {
    format: "mallisto-pack",
    version: 1,
    name: "",
    places: [{ ...aPlace({ note: "Kysy" }), slide: undefined, minutes: undefined }],
  };

  const read = await pack.carried(pack.MARK + (await packed(JSON.stringify(old))), "fi");

  assert.deepEqual(read.places, [aPlace({ note: "Kysy" })]);
});
