import { EventName, OrderStatus, SecType } from "@stoqey/ib";
import { holds, near, same } from "../lib/checks.mjs";
import { combo } from "../lib/combos.mjs";
import { AAPL_PUT_205, VIX_CALL_23, XSP_PUT_555, XSP_PUT_570 } from "../lib/instruments.mjs";
import { sameExecution } from "../lib/reported.mjs";
import { BUY, limit, market, SELL, Sent } from "../lib/trading.mjs";

/** What can be asked for afterwards: executions by filter, commissions, completed orders, a correction. */
export default async function records(stage) {
  const [first, second] = [await stage.client(25), await stage.client(26)];
  const spread = await combo(first, "XSP", [XSP_PUT_570, "BUY"], [XSP_PUT_555, "SELL"]);
  const bought = new Sent(first, VIX_CALL_23, limit(BUY, 2, 0.9, { orderRef: "bought" }));
  await bought.status(OrderStatus.Filled);
  const paired = new Sent(first, spread, limit(BUY, 1, 2.85, { orderRef: "paired" }));
  await paired.status(OrderStatus.Filled);
  const sold = new Sent(second, VIX_CALL_23, market(SELL, 1, { orderRef: "sold" }));
  await sold.status(OrderStatus.Filled);
  const given = new Sent(first, AAPL_PUT_205, limit(BUY, 1, 2.1, { orderRef: "given up" }));
  await given.status(OrderStatus.Submitted);
  given.cancel();
  await given.status(OrderStatus.Cancelled);
  await executions(stage.truth, first, second);
  await completed(stage.truth, second);
  await corrected(stage, second, sold);
}

async function ask(client, filter) {
  const heard = await client.ask(EventName.execDetailsEnd, (ib, id) => ib.reqExecutions(id, filter));
  return heard.filter((e) => e.name === EventName.execDetails).map((e) => ({ contract: e.args[1], ...e.args[2] }));
}

async function executions(truth, first, second) {
  const all = truth.facts("Executed").map((fact) => fact.execution);
  const mark = second.mark();
  const told = await ask(second, {});
  same("executions of the day", told.map((e) => e.execId).sort(), all.map((e) => e.execId).sort());
  for (const expected of all) {
    const got = told.find((e) => e.execId === expected.execId);
    sameExecution("asked for", got, got.contract, { ...expected, price: Number(expected.price) });
  }
  for (const fee of truth.facts("CommissionReported")) {
    const report = await second.until(EventName.commissionReport, (e) => e.args[0].execId === fee.execId, mark);
    near(`commission of ${fee.execId}`, report.args[0].commission, Number(fee.commission), 1e-4);
  }
  const ids = (test) => all.filter(test).map((e) => e.execId).sort();
  const filtered = async (filter) => (await ask(first, filter)).map((e) => e.execId).sort();
  same("executions of one client", await filtered({ clientId: 26 }), ids((e) => e.clientId === 26));
  same("executions of one symbol", await filtered({ symbol: "XSP" }), ids((e) => e.symbol === "XSP"));
  same("executions of combos", await filtered({ secType: SecType.BAG }), ids((e) => e.key === null));
  same("executions of one side", await filtered({ side: "SELL" }), ids((e) => e.side === "SELL"));
  same("executions of another account", await filtered({ acctCode: "DU7654321" }), []);
}

async function completed(truth, client) {
  const heard = await client.list(EventName.completedOrdersEnd, (ib) => ib.reqCompletedOrders(false));
  const rows = heard.filter((e) => e.name === EventName.completedOrder)
    .map(({ args: [, order, state] }) => [order.orderRef, order.permId, order.totalQuantity, state.status]).sort();
  const ended = new Map(truth.facts("OrderChanged").map((fact) => [fact.order.permId, fact.order]));
  const words = { FILLED: "Filled", CANCELLED: "Cancelled" };
  same("completed orders", rows, [...ended.values()].map((o) => [o.ticket.orderRef, o.permId, o.ticket.quantity,
    words[o.status]]).sort());
}

async function corrected(stage, client, sent) {
  const mark = client.mark();
  const [execution] = stage.truth.executions(stage.truth.order(client.clientId, sent.id).permId);
  await stage.play(client, "correct VIX260415C23 0.88");
  const told = await client.until(EventName.execDetails, (e) => Math.abs(e.args[2].price - 0.88) < 1e-9, mark);
  const correction = told.args[2].execId;
  const stem = (id) => id.slice(0, id.lastIndexOf("."));
  holds("a correction has a new last part", stage.truth.facts("Executed").some((fact) =>
    stem(fact.execution.execId) === stem(correction) && fact.execution.execId !== correction), [correction, execution]);
  const again = await ask(client, {});
  same("only the correction is told from now on", again.filter((e) => stem(e.execId) === stem(correction))
    .map((e) => [e.execId, e.price]), [[correction, 0.88]]);
}
