import { readFileSync } from "node:fs";

/** What the scenario file sets: quotes by short key ({bid, ask, size}) and levels by symbol. */
export function readScenario(file) {
  const quotes = {};
  const levels = {};
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [verb, key, ...rest] = line.trim().split(/\s+/);
    if (verb === "quote") {
      quotes[key] = { bid: Number(rest[0]), ask: Number(rest[1]), size: Number(rest[3]) };
    } else if (verb === "level") {
      levels[key] = Number(rest[0]);
    }
  }
  return { quotes, levels };
}
