import { EventName } from "@stoqey/ib";
import { holds, near, same } from "../lib/checks.mjs";

const SUMMARY = ["NetLiquidation", "TotalCashValue", "GrossPositionValue", "AvailableFunds", "InitMarginReq",
  "MaintMarginReq", "ExcessLiquidity", "BuyingPower", "EquityWithLoanValue"];
const SECOND_MS = 1_000;
const SLACK_MS = 50;

/** Accounts, positions, balances, profit and loss, time: against the truth file. Prices are held, so marks stand. */
export default async function accounts(stage) {
  const client = await stage.client(11);
  const truth = stage.truth;
  same("negotiated version", client.ib.serverVersion, 193);
  same("account", client.account, truth.account());
  same("first order id of a new client", client.nextOrder, 1);
  await positions(client, truth);
  const portfolio = await updates(client, truth);
  const summary = await summarised(client);
  consistent(portfolio, summary, truth);
  await profit(client, portfolio, truth);
  await multi(client, truth, summary);
  await clock(client, truth.clockOffset());
}

/** Whole seconds, between when they were asked for and when they came. */
async function clock(client, offset) {
  const asked = Date.now() + offset;
  const time = (await client.list(EventName.currentTime, (ib) => ib.reqCurrentTime())).at(-1);
  const came = Date.now() + offset;
  const told = time.args[0] * 1000;
  holds("gateway's clock", told > asked - SECOND_MS - SLACK_MS && told <= came + SLACK_MS, [asked, told, came]);
}

const byConId = (rows) => rows.sort((a, b) => a.conId - b.conId);

async function positions(client, truth) {
  const heard = (await client.list(EventName.positionEnd, (ib) => ib.reqPositions()))
    .filter((e) => e.name === EventName.position);
  const rows = byConId(heard.map(({ args: [account, contract, quantity] }) => ({ account, conId: contract.conId,
    key: contract.localSymbol, quantity })));
  same("positions", rows, truth.positions().map(({ conId, key, quantity }) => ({ account: truth.account(), conId, key,
    quantity })));
  for (const position of truth.positions()) {
    const [, contract, , averageCost] = heard.find((e) => e.args[1].conId === position.conId).args;
    near(`average cost of ${position.key}`, averageCost, position.cost / position.quantity, 0.0001);
    same(`multiplier of ${position.key}`, contract.multiplier, 100);
    same(`terms of ${position.key}`, occ(contract), position.key);
  }
  client.ib.cancelPositions();
}

/** The 21-character option symbol that the terms of a contract spell. */
function occ({ tradingClass, lastTradeDateOrContractMonth, right, strike }) {
  const milli = String(Math.round(strike * 1000)).padStart(8, "0");
  return tradingClass.padEnd(6) + lastTradeDateOrContractMonth.slice(2) + right + milli;
}

async function updates(client, truth) {
  const heard = await client.list(EventName.accountDownloadEnd, (ib) => ib.reqAccountUpdates(true, truth.account()));
  client.ib.reqAccountUpdates(false, truth.account());
  const values = heard.filter((e) => e.name === EventName.updateAccountValue);
  same("accounts of the values", [...new Set(values.map((e) => e.args[3]))], [truth.account()]);
  const cash = values.find((e) => e.args[0] === "TotalCashValue" && e.args[2] === "USD");
  near("TotalCashValue of the updates", Number(cash.args[1]), truth.cash());
  const rows = heard.filter((e) => e.name === EventName.updatePortfolio).map(({ args }) => ({ conId: args[0].conId,
    quantity: args[1], price: args[2], value: args[3], averageCost: args[4], unrealised: args[5], account: args[7] }));
  same("portfolio", byConId(rows).map((r) => [r.conId, r.quantity]), truth.positions().map((p) => [p.conId, p.quantity]));
  for (const { conId, quantity, cost } of truth.positions()) {
    const row = rows.find((r) => r.conId === conId);
    near(`market value of ${conId}`, row.value, row.price * quantity * 100, 0.51);
    near(`unrealised of ${conId}`, row.unrealised, row.value - cost, 0.011);
    near(`average cost of ${conId}`, row.averageCost, cost / quantity, 0.0001);
  }
  return rows;
}

async function summarised(client) {
  const heard = await client.ask(EventName.accountSummaryEnd,
    (ib, id) => ib.reqAccountSummary(id, "All", SUMMARY.join(",")));
  const rows = heard.filter((e) => e.name === EventName.accountSummary);
  same("summary tags", rows.map((e) => e.args[2]).sort(), [...SUMMARY].sort());
  same("summary currency", [...new Set(rows.map((e) => e.args[4]))], ["USD"]);
  client.ib.cancelAccountSummary(rows[0].args[0]);
  return Object.fromEntries(rows.map((e) => [e.args[2], Number(e.args[3])]));
}

function consistent(portfolio, summary, truth) {
  const worth = portfolio.reduce((sum, row) => sum + row.value, 0);
  near("TotalCashValue", summary.TotalCashValue, truth.cash());
  near("NetLiquidation is cash and what the positions are worth", summary.NetLiquidation, truth.cash() + worth, 0.06);
  near("AvailableFunds", summary.AvailableFunds, summary.EquityWithLoanValue - summary.InitMarginReq, 0.02);
  near("ExcessLiquidity", summary.ExcessLiquidity, summary.EquityWithLoanValue - summary.MaintMarginReq, 0.02);
  near("GrossPositionValue", summary.GrossPositionValue, portfolio.reduce((sum, r) => sum + Math.abs(r.value), 0), 0.06);
}

async function profit(client, portfolio, truth) {
  const whole = await known(client, EventName.pnl, 2, (ib, id) => ib.reqPnL(id, truth.account(), ""));
  client.ib.cancelPnL(whole.args[0]);
  near("unrealised profit", whole.args[2], portfolio.reduce((sum, row) => sum + row.unrealised, 0), 0.12);
  near("realised profit", whole.args[3], 0);
  const row = portfolio[0];
  const one = await known(client, EventName.pnlSingle, 3,
    (ib, id) => ib.reqPnLSingle(id, truth.account(), "", row.conId));
  client.ib.cancelPnLSingle(one.args[0]);
  same("quantity of the single profit", one.args[1], row.quantity);
  near("unrealised profit of one", one.args[3], row.unrealised, 0.011);
  near("value of one", one.args[5], row.value, 0.011);
}

/** The first report in which this member is known: the first ones may be without. */
function known(client, name, member, send) {
  const id = client.requestId();
  const mark = client.mark();
  send(client.ib, id);
  return client.until(name, (e) => e.args[0] === id && e.args[member] !== undefined, mark);
}

async function multi(client, truth, summary) {
  const rows = await client.ask(EventName.positionMultiEnd, (ib, id) => ib.reqPositionsMulti(id, truth.account(), ""));
  const held = rows.filter((e) => e.name === EventName.positionMulti).map((e) => [e.args[3].conId, e.args[4]]);
  same("positions of one account", held.sort((a, b) => a[0] - b[0]), truth.positions().map((p) => [p.conId, p.quantity]));
  const values = await client.ask(EventName.accountUpdateMultiEnd,
    (ib, id) => ib.reqAccountUpdatesMulti(id, truth.account(), "", true));
  const net = values.find((e) => e.name === EventName.accountUpdateMulti && e.args[3] === "NetLiquidation");
  near("NetLiquidation of one account", Number(net.args[4]), summary.NetLiquidation);
  holds("every value names the account", values.slice(0, -1).every((e) => e.args[1] === truth.account()));
}
