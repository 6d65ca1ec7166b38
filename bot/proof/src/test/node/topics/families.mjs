import { EventName, OrderStatus, OrderType, TimeInForce } from "@stoqey/ib";
import { holds, near, same } from "../lib/checks.mjs";
import { KEYS, VIX_CALL_23, VIX_CALL_26 } from "../lib/instruments.mjs";
import { BUY, limit, SELL, Sent } from "../lib/trading.mjs";

/** Orders that hang together: a bracket, a group of which one cancels the others, a stop, one that is not transmitted. */
export default async function families(stage) {
  const client = await stage.client(24);
  const { bid, ask } = stage.scenario.quotes[KEYS.get(VIX_CALL_23)];
  await bracketCancelled(stage, client);
  await bracketFilled(stage, client, ask);
  await group(stage, client, bid);
  await untransmitted(stage, client);
}

function bracket(client, price, profit, loss) {
  const parent = new Sent(client, VIX_CALL_23, limit(BUY, 1, price, { transmit: false, orderRef: "parent" }));
  const more = { parentId: parent.id, tif: TimeInForce.GTC };
  const taker = new Sent(client, VIX_CALL_23, limit(SELL, 1, profit, { ...more, transmit: false, orderRef: "profit" }));
  const stop = new Sent(client, VIX_CALL_23, { action: SELL, orderType: OrderType.STP, auxPrice: loss, totalQuantity: 1,
    ...more, transmit: true, orderRef: "loss" });
  return { parent, taker, stop };
}

async function bracketCancelled(stage, client) {
  await stage.play(client, "hold fills");
  const { parent, taker, stop } = bracket(client, 0.75, 1.5, 0.4);
  await parent.status(OrderStatus.Submitted);
  for (const child of [taker, stop]) {
    const waiting = await child.status(OrderStatus.PreSubmitted);
    same("a child waits for its parent", [waiting.parentId, /child/.test(waiting.whyHeld)], [parent.id, true]);
  }
  parent.cancel();
  await parent.status(OrderStatus.Cancelled);
  for (const child of [taker, stop]) {
    await child.status(OrderStatus.Cancelled);
    same("a child ends with its parent", stage.truth.order(client.clientId, child.id).status, "CANCELLED");
  }
}

async function bracketFilled(stage, client, ask) {
  await stage.play(client, "release fills");
  const { parent, taker, stop } = bracket(client, ask, 1.5, 0.4);
  const status = await parent.status(OrderStatus.Filled);
  near("the parent's price", status.average, ask, 0.05);
  await taker.status(OrderStatus.Submitted);
  same("the stop waits for its trigger", (await stop.status(OrderStatus.PreSubmitted)).parentId, parent.id);
  await stage.play(client, "quote VIX260415C23 1.50 1.60 size 25");
  await taker.status(OrderStatus.Filled);
  await stop.status(OrderStatus.Cancelled);
  same("profit taken, stop gone", [taker, stop].map((o) => stage.truth.order(client.clientId, o.id).status),
    ["FILLED", "CANCELLED"]);
}

async function group(stage, client, bid) {
  await stage.play(client, "hold fills", `quote VIX260415C23 ${bid} 0.90 size 25`);
  const more = { ocaGroup: "one of two", ocaType: 1 };
  const low = new Sent(client, VIX_CALL_26, limit(BUY, 1, 0.5, more));
  const high = new Sent(client, VIX_CALL_23, limit(BUY, 1, 0.75, more));
  await low.status(OrderStatus.Submitted);
  await high.status(OrderStatus.Submitted);
  same("the group's name", (await low.open()).order.ocaGroup, "one of two");
  await stage.play(client, "fill VIX260415C23");
  await high.status(OrderStatus.Filled);
  await low.status(OrderStatus.Cancelled);
  same("one filled, the other gone", [high, low].map((o) => stage.truth.order(client.clientId, o.id).status),
    ["FILLED", "CANCELLED"]);
}

async function untransmitted(stage, client) {
  const sent = new Sent(client, VIX_CALL_23, limit(BUY, 1, 0.7, { transmit: false }));
  await client.list(EventName.currentTime, (ib) => ib.reqCurrentTime());
  const known = stage.truth.order(client.clientId, sent.id);
  holds("not transmitted: nothing works", known === undefined || known.status !== "SUBMITTED", known);
  sent.send(limit(BUY, 1, 0.7));
  await sent.status(OrderStatus.Submitted);
  sent.cancel();
  await sent.status(OrderStatus.Cancelled);
}
