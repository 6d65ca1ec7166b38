import { EventName, OrderStatus, TimeInForce } from "@stoqey/ib";
import { holds, near, same } from "../lib/checks.mjs";
import { AAPL_PUT_205, KEYS, VIX_CALL_23, VIX_CALL_26 } from "../lib/instruments.mjs";
import { sameFills, sameOrder } from "../lib/reported.mjs";
import { BUY, limit, market, SELL, Sent } from "../lib/trading.mjs";

/** Single-leg orders from birth to end: resting, changed, cancelled, filled at once and in parts, asked "what if". */
export default async function orders(stage) {
  const client = await stage.client(21);
  const quoted = stage.scenario.quotes[KEYS.get(VIX_CALL_23)];
  await stage.play(client, "hold fills");
  await whatIf(client, stage.truth);
  await resting(client, stage.truth);
  await stage.play(client, "release fills");
  await filled(client, stage.truth, quoted);
  await sold(client, stage.truth, quoted);
  await inParts(stage, client, stage.truth);
  await immediate(client, stage.truth);
  await cancelAll(client, stage.truth);
}

async function whatIf(client, truth) {
  const order = limit(BUY, 2, 0.9, { whatIf: true });
  const sent = new Sent(client, VIX_CALL_23, order);
  const { state } = await sent.open();
  near("what-if: equity changes by the price and the commission", state.equityWithLoanChange,
    -2 * 0.9 * 100 - state.commission, 0.02);
  near("what-if: margin after", state.initMarginAfter, state.initMarginBefore + state.initMarginChange, 0.02);
  near("what-if: a bought call needs no margin", state.initMarginChange, 0, 0.01);
  // 0.65 a contract, and Cboe's fee for VIX options below 1.00: 0.25, and 0.02 for clearing
  near("what-if: commission", state.commission, 2 * (0.65 + 0.25 + 0.02), 1e-6);
  await client.list(EventName.openOrderEnd, (ib) => ib.reqOpenOrders());
  same("what-if: nothing is told of a status", sent.statuses(), []);
  same("what-if: nothing reached the exchange", truth.order(client.clientId, sent.id), undefined);
}

async function resting(client, truth) {
  const sent = new Sent(client, VIX_CALL_23, limit(BUY, 2, 0.75, { orderRef: "resting" }));
  const first = await sent.status(OrderStatus.Submitted);
  const order = () => truth.order(client.clientId, sent.id);
  same("resting: status", [first.filled, first.remaining, first.permId, first.clientId],
    [0, 2, order().permId, client.clientId]);
  sameOrder("resting", await sent.open(), order());
  sent.send(limit(BUY, 3, 0.78, { orderRef: "resting" }));
  const changed = await sent.open((terms) => terms.lmtPrice === 0.78);
  same("changed: truth", [Number(order().ticket.limit), order().ticket.quantity, order().status], [0.78, 3, "SUBMITTED"]);
  sameOrder("changed", changed, order());
  const listed = await client.list(EventName.openOrderEnd, (ib) => ib.reqOpenOrders());
  same("open orders", listed.filter((e) => e.name === EventName.openOrder).map((e) => [e.args[0], e.args[2].lmtPrice]),
    [[sent.id, 0.78]]);
  sent.cancel();
  const end = await sent.status(OrderStatus.Cancelled);
  same("cancelled", [end.filled, end.remaining, (await sent.error()).code], [0, 3, 202]);
  same("cancelled: truth", order().status, "CANCELLED");
  sent.cancel();
  same("cancelled twice", (await sent.error()).code, 10148);
}

async function filled(client, truth, { ask }) {
  const cash = truth.cash();
  const sent = new Sent(client, VIX_CALL_23, limit(BUY, 2, ask, { orderRef: "filled" }));
  const status = await sent.status(OrderStatus.Filled);
  const own = await sameFills("filled", sent, truth);
  near("filled: at the ask or better", status.average, ask, 0.05);
  holds("filled: not above the limit", own.every((e) => e.price <= ask), own);
  same("filled: status", [status.filled, status.remaining, status.permId], [2, 0, own[0].permId]);
  const fees = own.reduce((sum, e) => sum + Number(e.fee.commission), 0);
  near("filled: cash pays price and commission", truth.cash(), cash - status.average * 200 - fees, 0.001);
  const positions = await client.list(EventName.positionEnd, (ib) => ib.reqPositions());
  const [, contract, quantity] = positions.find((e) => e.args[1]?.conId === own[0].conId).args;
  same("filled: position", [contract.localSymbol, quantity], ["VIX   260415C00023000", 2]);
}

async function sold(client, truth, { bid }) {
  const told = client.mark();
  const sent = new Sent(client, VIX_CALL_23, market(SELL, 1, { orderRef: "sold" }));
  const status = await sent.status(OrderStatus.Filled);
  const own = await sameFills("sold", sent, truth);
  near("sold: at the bid", status.average, bid, 0.05);
  const moved = await client.until(EventName.position, (e) => e.args[1].conId === own[0].conId, told);
  same("sold: position is told without being asked for", moved.args[2], 1);
  client.ib.cancelPositions();
  const report = await sent.commission(own[0].execId);
  near("sold: realised profit", report.realizedPNL, Number(own[0].fee.realisedPnl), 0.005);
}

async function inParts(stage, client, truth) {
  await stage.play(client, "partial 1");
  const sent = new Sent(client, AAPL_PUT_205, limit(BUY, 3, 2.6, { orderRef: "parts" }));
  const part = await sent.status(OrderStatus.Filled);
  const counts = sent.statuses().map((e) => [e.args[2], e.args[3]]);
  holds("parts: each status adds up", counts.every(([done, left]) => done + left === 3), counts);
  holds("parts: more than one fill", counts.some(([done]) => done === 1), counts);
  same("parts: end", [part.filled, part.remaining], [3, 0]);
  const own = await sameFills("parts", sent, truth);
  same("parts: quantities add up", own.reduce((sum, e) => sum + e.quantity, 0), 3);
}

async function immediate(client, truth) {
  const sent = new Sent(client, VIX_CALL_26, limit(BUY, 1, 0.5, { tif: TimeInForce.IOC }));
  const end = await sent.status(OrderStatus.Cancelled);
  same("immediate or cancel below the bid", [end.filled, (await sent.error()).code], [0, 202]);
  same("immediate: truth", truth.order(client.clientId, sent.id).status, "CANCELLED");
}

async function cancelAll(client, truth) {
  const all = [0.5, 0.51].map((price) => new Sent(client, VIX_CALL_26, limit(BUY, 1, price)));
  for (const sent of all) {
    await sent.status(OrderStatus.Submitted);
  }
  client.ib.reqGlobalCancel();
  for (const sent of all) {
    await sent.status(OrderStatus.Cancelled);
    same("cancelled with all", truth.order(client.clientId, sent.id).status, "CANCELLED");
  }
}
