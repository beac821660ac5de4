import assert from "node:assert/strict";
import { test } from "node:test";
import { range, rounded, sums } from "../../docs/assets/js/cost.js";

const CASES = [
  [{ clients: "50", unit: "1080" }, { by_client: [54_000, 54_000] }],
  [{ clients: "40–60", unit: "1 080" }, { by_client: [43_000, 65_000] }],
  [{ staff: "4-5", salary: "55 000,50" }, { by_staff: [220_000, 280_000] }],
  [{ staff: "1.5", salary: "55,000" }, { by_staff: [83_000, 83_000] }],
  [
    { staff: "1", salary: "55 000 €", other: "0" },
    { by_staff: [55_000, 55_000], total: [55_000, 55_000] },
  ],
  [
    { clients: "40 – 50", staff: "2", salary: "50000", other: "20000" },
    { by_staff: [100_000, 100_000], total: [120_000, 120_000], per_client: [2_400, 3_000] },
  ],
  [{ clients: "0", unit: "1080" }, { by_client: [0, 0] }],
  [{ clients: "", unit: "1080" }, {}],
  [{ clients: "5–4", unit: "1080" }, {}],
  [{ clients: "-5", unit: "1080" }, {}],
  [{ clients: "noin 50", unit: "1080" }, {}],
  [{ clients: "1e9", unit: "1080" }, {}],
  [
    { clients: "0", staff: "1", salary: "1000", other: "0" },
    { by_staff: [1_000, 1_000], total: [1_000, 1_000] },
  ],
];

for (const [written, expected] of CASES) {
  test(`sums are ranges rounded outwards to two figures: ${JSON.stringify(written)}`, () => {
    const all = { clients: "", unit: "", staff: "", salary: "", other: "", ...written };
    const figures = Object.fromEntries(Object.entries(all).map(([name, text]) => [name, range(text)]));

    const found = Object.entries(sums(figures)).filter(([, sum]) => sum);

    assert.deepEqual(Object.fromEntries(found.map(([name, sum]) => [name, Object.values(rounded(sum))])), expected);
  });
}
