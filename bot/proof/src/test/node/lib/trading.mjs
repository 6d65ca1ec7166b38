import { EventName, OrderAction, OrderStatus, OrderType, TimeInForce } from "@stoqey/ib";

export const limit = (action, totalQuantity, lmtPrice, more = {}) => ({ orderType: OrderType.LMT, action, totalQuantity,
  lmtPrice, tif: TimeInForce.DAY, transmit: true, ...more });

export const market = (action, totalQuantity, more = {}) => ({ orderType: OrderType.MKT, action, totalQuantity,
  tif: TimeInForce.DAY, transmit: true, ...more });

export const { BUY, SELL } = OrderAction;

/** An order that was sent, and what its owner has heard of it since. */
export class Sent {
  constructor(client, contract, order, id = client.orderId()) {
    this.client = client;
    this.contract = contract;
    this.id = id;
    this.send(order);
  }

  /** Sends it, or once more with other terms: a modification. */
  send(order) {
    this.mark = this.client.mark();
    this.client.ib.placeOrder(this.id, this.contract, order);
  }

  cancel() {
    this.mark = this.client.mark();
    this.client.ib.cancelOrder(this.id);
  }

  /** The orderStatus with this status, as named members. */
  async status(status) {
    const { args } = await this.client.until(EventName.orderStatus,
      (e) => e.args[0] === this.id && e.args[1] === status, this.mark);
    return { filled: args[2], remaining: args[3], average: args[4], permId: args[5], parentId: args[6], last: args[7],
      clientId: args[8], whyHeld: args[9] };
  }

  statuses() {
    return this.client.since(this.mark, EventName.orderStatus, (e) => e.args[0] === this.id);
  }

  /** The openOrder that tells these terms. */
  async open(test = () => true) {
    const { args } = await this.client.until(EventName.openOrder,
      (e) => e.args[0] === this.id && test(e.args[2], e.args[3]), this.mark);
    return { contract: args[1], order: args[2], state: args[3] };
  }

  error() {
    return this.client.until(EventName.error, (e) => e.id === this.id, this.mark);
  }

  /** Filled, and each of its executions with its commission: what was told while it was filled. */
  async filled() {
    const status = await this.status(OrderStatus.Filled);
    const executions = this.client.since(this.mark, EventName.execDetails, (e) => e.args[2].orderId === this.id)
      .map((e) => ({ contract: e.args[1], ...e.args[2] }));
    return { status, executions };
  }

  commission(execId) {
    return this.client.until(EventName.commissionReport, (e) => e.args[0].execId === execId, this.mark)
      .then((e) => e.args[0]);
  }
}
