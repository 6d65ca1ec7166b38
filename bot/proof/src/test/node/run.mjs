import { count } from "./lib/checks.mjs";
import { Stage } from "./lib/stage.mjs";

/* Plays one topic against a running simulator: node run.mjs TOPIC PORT TRUTH-FILE. Ends with "checks N", or with 1. */
const [topic, port, truthFile] = process.argv.slice(2);
const stage = new Stage(Number(port), truthFile, new URL("interop.scenario", import.meta.url));
try {
  const { default: play } = await import(`./topics/${topic}.mjs`);
  await play(stage);
  await stage.close();
  console.log(`checks ${count()}`);
} catch (failed) {
  console.error(failed.stack, stage.told());
  process.exit(1);
}
