import { readFileSync } from "node:fs";

/** What really happened, from the simulator's own truth file; facts are on disk before any client is told. */
export class Truth {
  #file;

  constructor(file) {
    this.#file = file;
  }

  facts(kind) {
    const text = readFileSync(this.#file, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n")).split("\n");
    return whole.map((line) => JSON.parse(line)).filter((fact) => fact.kind === kind);
  }

  account() {
    return this.facts("Opened")[0].account;
  }

  /** Milliseconds that the exchange's clock is ahead of ours. */
  clockOffset() {
    return this.facts("ClockSet").at(-1).offsetMillis;
  }

  cash() {
    return Number(this.facts("CashChanged").at(-1).cash);
  }

  /** Open positions by conId: {key, conId, quantity, cost}. */
  positions() {
    const last = new Map(this.facts("PositionChanged").map(({ position }) => [position.conId, position]));
    return [...last.values()].filter((p) => p.quantity !== 0).sort((a, b) => a.conId - b.conId)
      .map((p) => ({ ...p, cost: Number(p.cost) }));
  }

  /** An order as it stands, by client and order id. */
  order(clientId, orderId) {
    return this.facts("OrderChanged").map((fact) => fact.order)
      .filter((order) => order.clientId === clientId && order.orderId === orderId).at(-1);
  }

  /** Executions of an order in their order, each with its commission once that was reported. */
  executions(permId) {
    const fees = new Map(this.facts("CommissionReported").map((fact) => [fact.execId, fact]));
    return this.facts("Executed").map((fact) => fact.execution).filter((e) => e.permId === permId)
      .map((e) => ({ ...e, price: Number(e.price), fee: fees.get(e.execId) }));
  }
}
