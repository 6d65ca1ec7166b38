import { Client } from "./client.mjs";
import { readScenario } from "./scenario.mjs";
import { Truth } from "./truth.mjs";

const PLAYED = 2150;

/** What a topic has to work with: clients of one simulator, its truth, and lines of the scenario language. */
export class Stage {
  #clients = [];
  #played = 0;

  constructor(port, truthFile, scenarioFile) {
    this.port = port;
    this.truth = new Truth(truthFile);
    this.scenario = readScenario(scenarioFile);
  }

  async client(clientId) {
    const client = await Client.open(this.port, clientId);
    this.#clients.push(client);
    return client;
  }

  /**
   * Has lines typed on the simulator's standard input. It takes lines in order, so a notice of our own, typed last and
   * heard by the client, says that all are played.
   */
  async play(client, ...lines) {
    const sign = `played ${++this.#played}`;
    const mark = client.mark();
    for (const line of [...lines, `error ${PLAYED} ${sign}`]) {
      console.log(`play ${line}`);
    }
    await client.notice((e) => e.text === sign, mark);
  }

  async close() {
    for (const client of this.#clients.filter((c) => c.ib.isConnected)) {
      await client.close();
    }
  }

  told() {
    return this.#clients.map((client) => client.told()).join("\n");
  }
}
