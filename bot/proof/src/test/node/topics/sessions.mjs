import { EventName } from "@stoqey/ib";
import { Client } from "../lib/client.mjs";
import { holds, same } from "../lib/checks.mjs";
import { VIX_CALL_23 } from "../lib/instruments.mjs";
import { BUY, limit, Sent } from "../lib/trading.mjs";

/** Several clients at once, a client id in use, connections that end, the broker's link going down and coming back. */
export default async function sessions(stage) {
  const first = await stage.client(31);
  const other = await stage.client(32);
  await stage.play(first, "hold fills");
  await taken(stage, first);
  const mine = await apart(stage, first, other);
  await link(stage, first);
  await dropped(stage, first, mine);
}

async function taken(stage, first) {
  const second = new Client(stage.port);
  second.clientId = 31;
  const mark = second.mark();
  second.ib.connect(31);
  const error = await second.notice((e) => e.code === 326, mark);
  same("a client id in use", error.code, 326);
  await second.until(EventName.disconnected, undefined, mark);
  const time = (await first.list(EventName.currentTime, (ib) => ib.reqCurrentTime())).at(-1);
  holds("the first client stays", time.args[0] > 0);
}

/** Each client sees its own orders only, unless it asks for all; it can change its own only. */
async function apart(stage, first, other) {
  const mine = new Sent(first, VIX_CALL_23, limit(BUY, 1, 0.71, { orderRef: "mine" }));
  const theirs = new Sent(other, VIX_CALL_23, limit(BUY, 1, 0.72, { orderRef: "theirs" }));
  await mine.status("Submitted");
  await theirs.status("Submitted");
  const refs = (events) => events.filter((e) => e.name === EventName.openOrder).map((e) => e.args[2].orderRef).sort();
  same("own open orders", refs(await other.list(EventName.openOrderEnd, (ib) => ib.reqOpenOrders())), ["theirs"]);
  const all = await other.list(EventName.openOrderEnd, (ib) => ib.reqAllOpenOrders());
  same("open orders of all", refs(all), ["mine", "theirs"]);
  const seen = all.find((e) => e.name === EventName.openOrder && e.args[2].orderRef === "mine").args[2];
  const truth = stage.truth.order(31, mine.id);
  same("another's order", [seen.clientId, seen.permId, seen.lmtPrice], [31, truth.permId, 0.71]);
  const mark = other.mark();
  other.ib.cancelOrder(mine.id + 1000);
  same("cancel of an id of nobody's", (await other.until(EventName.error, (e) => e.id === mine.id + 1000, mark)).code, 10147);
  theirs.cancel();
  await theirs.status("Cancelled");
  same("the other's order still works", stage.truth.order(31, mine.id).status, "SUBMITTED");
  same("nothing of it is told to others", other.since(0, EventName.orderStatus, (e) => e.args[8] === 31
    && e.args[1] === "Cancelled"), []);
  return mine;
}

async function link(stage, client) {
  for (const [line, code] of [["link down", 1100], ["link up", 1102], ["link down", 1100], ["link lost", 1101],
    ["farm market down", 2103], ["farm market up", 2104]]) {
    const mark = client.mark();
    await stage.play(client, line);
    same(`what is told of "${line}"`, (await client.notice((e) => e.code === code, mark)).code, code);
  }
}

/** The socket ends; the same client id comes back and finds its order and the next free order id. */
async function dropped(stage, first, mine) {
  const mark = first.mark();
  console.log("play drop connection");
  await first.until(EventName.disconnected, undefined, mark);
  const back = await stage.client(31);
  same("next order id after the return", back.nextOrder, mine.id + 1);
  const listed = await back.list(EventName.openOrderEnd, (ib) => ib.reqOpenOrders());
  same("open orders after the return", listed.filter((e) => e.name === EventName.openOrder)
    .map((e) => [e.args[0], e.args[2].orderRef, e.args[2].permId]),
  [[mine.id, "mine", stage.truth.order(31, mine.id).permId]]);
  back.ib.cancelOrder(mine.id);
  await back.until(EventName.orderStatus, (e) => e.args[0] === mine.id && e.args[1] === "Cancelled");
  same("cancelled after the return", stage.truth.order(31, mine.id).status, "CANCELLED");
}
