import { EventName, IBApi } from "@stoqey/ib";

/*
 * The client that row P8 of the benchmark is measured against: node speed.mjs PORT. On each next valid id it prints how many
 * callbacks came since the last one and the sum of their prices, values that are not computed left out.
 */
let count = 0;
let sum = 0;

const add = (price) => {
  count++;
  sum += price === undefined || price === Number.MAX_VALUE ? 0 : price;
};

const ib = new IBApi({ host: "127.0.0.1", port: Number(process.argv[2]) });
ib.on(EventName.tickPrice, (id, type, price) => add(price));
ib.on(EventName.tickSize, (id, type, size) => add(size));
ib.on(EventName.tickString, (id, type, value) => add(value.length));
ib.on(EventName.tickGeneric, (id, type, value) => add(value));
ib.on(EventName.tickOptionComputation, (id, type, attrib, volatility, delta, price, dividend, gamma, vega, theta, under) => {
  add(price);
  add(under);
  count--;
});
ib.on(EventName.openOrder, (id, contract, order) => add(order.lmtPrice));
ib.on(EventName.contractDetails, (id, details) => add(details.contract.strike));
ib.on(EventName.position, (account, contract, position, cost) => add(cost));
ib.on(EventName.execDetails, (id, contract, execution) => add(execution.price));
ib.on(EventName.nextValidId, () => {
  console.log(`${count} ${sum}`);
  count = 0;
  sum = 0;
});
ib.on(EventName.error, (error) => console.error(`speed.mjs: ${error.message}`));
ib.on(EventName.disconnected, () => process.exit(0));
ib.connect(7);
