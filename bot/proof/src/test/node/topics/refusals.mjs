import { EventName, OrderType } from "@stoqey/ib";
import { holds, same } from "../lib/checks.mjs";
import { index, stock, VIX_CALL_23 } from "../lib/instruments.mjs";
import { BUY, limit, market, Sent } from "../lib/trading.mjs";

const BAD = [
  ["an unknown contract", stock("NOSUCH"), limit(BUY, 1, 1), [200]],
  ["an ambiguous contract", { ...VIX_CALL_23, strike: 0 }, limit(BUY, 1, 1), [200]],
  ["an index", index("VIX"), limit(BUY, 1, 18), [201, 387, 460]],
  ["a price between the ticks", VIX_CALL_23, limit(BUY, 1, 0.803), [110]],
  ["no size", VIX_CALL_23, limit(BUY, 0, 0.8), [321, 434]],
  ["half a contract", VIX_CALL_23, limit(BUY, 0.5, 0.8), [10243]],
  ["another account", VIX_CALL_23, limit(BUY, 1, 0.8, { account: "DU7654321" }), [321, 435]],
  ["an unknown algorithm", VIX_CALL_23, limit(BUY, 1, 0.8, { algoStrategy: "Nonsense" }), [439]],
  ["an order type that is not served", VIX_CALL_23, { ...limit(BUY, 1, 0.8), orderType: OrderType.BOX_TOP }, [387]],
  ["more than the account can pay", VIX_CALL_23, limit(BUY, 50_000, 0.8), [201, 382, 383]],
];

/** Orders and requests that a gateway refuses, by their codes; nothing of them reaches the exchange alive. */
export default async function refusals(stage) {
  const client = await stage.client(23);
  await stage.play(client, "hold fills");
  for (const [what, contract, order, codes] of BAD) {
    const sent = new Sent(client, contract, order);
    const error = await sent.error();
    holds(`code for ${what}, ${error.text}: expected one of ${codes}`, codes.includes(error.code), error.code);
    const known = stage.truth.order(client.clientId, sent.id);
    holds(`${what} is not alive`, known === undefined || known.status === "INACTIVE", known);
  }
  await unknownIds(client);
  await byTheBroker(stage, client);
  await readOnly(stage, client);
}

async function unknownIds(client) {
  const mark = client.mark();
  client.ib.cancelOrder(999_999);
  const error = await client.until(EventName.error, (e) => e.id === 999_999, mark);
  same("cancel of an order that nobody placed", error.code, 10147);
  const used = new Sent(client, VIX_CALL_23, limit(BUY, 1, 0.7));
  await used.status("Submitted");
  used.cancel();
  same("cancelled", (await used.error()).code, 202);
  const again = new Sent(client, VIX_CALL_23, limit(BUY, 1, 0.7), used.id);
  holds("an order id that is used up", [103, 104, 105].includes((await again.error()).code));
}

async function byTheBroker(stage, client) {
  await stage.play(client, "refuse any times 1 201 Order rejected - reason:no trading permission");
  const sent = new Sent(client, VIX_CALL_23, market(BUY, 1));
  const error = await sent.error();
  same("refused by the broker", [error.code, /no trading permission/.test(error.text)], [201, true]);
  same("refused: truth", stage.truth.order(client.clientId, sent.id).status, "INACTIVE");
}

async function readOnly(stage, client) {
  await stage.play(client, "readonly on");
  const sent = new Sent(client, VIX_CALL_23, limit(BUY, 1, 0.7));
  const order = await sent.error();
  same("order while Read-Only", [order.code, /Read-Only/.test(order.text)], [321, true]);
  for (const request of [(ib) => ib.reqOpenOrders(), (ib) => ib.reqAllOpenOrders(), (ib) => ib.reqCompletedOrders(false),
    (ib) => ib.reqGlobalCancel(), (ib) => ib.reqIds()]) {
    const mark = client.mark();
    request(client.ib);
    const error = await client.notice((e) => /Read-Only/.test(e.text), mark);
    same(`code for ${request} while Read-Only`, error.code, 321);
  }
  const positions = await client.list(EventName.positionEnd, (ib) => ib.reqPositions());
  holds("positions are told while Read-Only", positions.length > 1);
  await stage.play(client, "readonly off");
}
