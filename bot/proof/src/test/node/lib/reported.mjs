import { near, same } from "./checks.mjs";

const SIDES = { BUY: "BOT", SELL: "SLD" };

/** An order as openOrder tells it against the truth file's. */
export function sameOrder(what, { order, contract }, truth) {
  same(`${what}: terms`, [order.action, order.totalQuantity, order.orderType, order.tif, order.orderRef, order.permId],
    [truth.ticket.side, truth.ticket.quantity, truth.ticket.limit === null ? "MKT" : "LMT", truth.ticket.tif,
      truth.ticket.orderRef, truth.permId]);
  if (truth.ticket.limit !== null) {
    near(`${what}: limit`, order.lmtPrice, Number(truth.ticket.limit), 1e-9);
  }
  const legs = contract.secType === "BAG"
    ? contract.comboLegs.map((leg) => [leg.conId, leg.ratio, leg.action])
    : [[contract.conId, 1, "BUY"]];
  same(`${what}: legs`, legs, truth.ticket.legs.map((leg) => [leg.conId, leg.ratio, leg.side]));
}

/** Executions and commissions as they were reported against the truth file's, in their order. */
export async function sameFills(what, sent, truth) {
  const { executions } = await sent.filled();
  const permId = truth.order(sent.client.clientId, sent.id).permId;
  const own = truth.executions(permId);
  same(`${what}: executions`, executions.map((e) => e.execId), own.map((e) => e.execId));
  for (const expected of own) {
    const got = executions.find((e) => e.execId === expected.execId);
    sameExecution(what, got, got.contract, expected);
    if (expected.fee) {
      const report = await sent.commission(expected.execId);
      near(`${what}: commission of ${expected.execId}`, report.commission, Number(expected.fee.commission), 1e-4);
      same(`${what}: currency of the commission`, report.currency, "USD");
    }
  }
  return own;
}

export function sameExecution(what, got, contract, expected) {
  same(`${what}: execution ${expected.execId}`,
    [contract.conId, contract.symbol, got.side, got.shares, got.cumQty, got.permId, got.orderRef],
    [expected.conId, expected.symbol, SIDES[expected.side], expected.quantity, expected.cumulative, expected.permId,
      expected.orderRef]);
  near(`${what}: price of ${expected.execId}`, got.price, expected.price, 1e-9);
  near(`${what}: average of ${expected.execId}`, got.avgPrice, expected.averagePrice, 1e-6);
}
