import assert from "node:assert/strict";
import { inspect } from "node:util";

/** Counted assertions: the test that started this reports how many there were. */
let made = 0;

export const count = () => made;

const shown = (value) => inspect(value, { depth: 4, breakLength: 120 });

export function same(what, got, expected) {
  made++;
  assert.deepStrictEqual(got, expected, `${what}: got ${shown(got)}, expected ${shown(expected)}`);
}

export function near(what, got, expected, within = 0.005) {
  made++;
  const close = Number.isFinite(got) && Number.isFinite(expected) && Math.abs(got - expected) <= within;
  assert.ok(close, `${what}: got ${shown(got)}, expected ${shown(expected)} within ${within}`);
}

export function holds(what, condition, got) {
  made++;
  assert.ok(condition, got === undefined ? what : `${what}: got ${shown(got)}`);
}
