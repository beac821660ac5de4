import assert from "node:assert/strict";
import { test } from "node:test";
import { stepOfKey, stepOfSwipe, stepOfTap } from "../../docs/assets/js/slides/turning.js";

test("only the arrows to the sides turn slides where the show is not what one works on", () => {
  const steps = (isOwn) =>
    [" ", "Enter", "PageDown", "ArrowLeft", "ArrowRight"].map((key) => stepOfKey({ key }, isOwn));

  assert.deepEqual(steps(false), [0, 0, 0, -1, 1]);
  assert.deepEqual(steps(true), [1, 1, 1, -1, 1]);
  assert.equal(stepOfKey({ key: " ", shiftKey: true }, true), -1);
  assert.equal(stepOfKey({ key: "ArrowRight", altKey: true }, true), 0);
});

test("a tap on the left third goes back, and a swipe goes where the finger pulls the next slide from", () => {
  assert.deepEqual([stepOfTap(50, 300), stepOfTap(150, 300)], [-1, 1]);
  assert.deepEqual(
    [stepOfSwipe(-120, 10), stepOfSwipe(120, 10), stepOfSwipe(-120, 100), stepOfSwipe(10, 0)],
    [1, -1, 0, 0],
  );
});
