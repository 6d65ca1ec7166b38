import { EventName, OptionType, SecType } from "@stoqey/ib";
import { holds, near, same } from "../lib/checks.mjs";
import { index, option, options, stock, VIX_CALL_23 } from "../lib/instruments.mjs";

/* The exchanges' own calendars: VIX settles on the Wednesday 30 days before the next month's third Friday, SPX on the
   third Friday; both trade last the day before. SPXW and XSP settle at the close of their last day. */
const CLASSES = [
  { symbol: "VIX", tradingClass: "VIX", last: "20260414", settles: "20260415", month: "202604", rule: 240 },
  { symbol: "VIX", tradingClass: "VIXW", last: "20260324", settles: "20260325", month: "202603", rule: 67 },
  { symbol: "SPX", tradingClass: "SPX", last: "20260416", settles: "20260417", month: "202604", rule: 110 },
  { symbol: "SPX", tradingClass: "SPXW", last: "20260331", settles: "20260331", month: "202603", rule: 110 },
  { symbol: "XSP", tradingClass: "XSP", last: "20260529", settles: "20260529", month: "202605", rule: 67 },
  { symbol: "AAPL", tradingClass: "AAPL", last: "20260417", settles: "20260417", month: "202604", rule: 109 },
];
const RULES = new Map([[240, [[0, 0.01], [3, 0.05]]], [67, [[0, 0.01]]], [110, [[0, 0.05], [3, 0.1]]],
  [109, [[0, 0.01], [3, 0.05]]]]);

/** Contract details, chains, market rules and symbol search. */
export default async function contracts(stage) {
  const client = await stage.client(12);
  const unders = await underlyings(client);
  for (const optionClass of CLASSES) {
    await details(client, optionClass, unders[optionClass.symbol]);
  }
  await held(client, stage.truth);
  await byName(client);
  for (const symbol of ["VIX", "SPX", "XSP", "AAPL"]) {
    await chain(client, unders[symbol]);
  }
  for (const [id, rows] of RULES) {
    await rule(client, id, rows);
  }
  await search(client, unders.AAPL);
  await refused(client);
}

async function find(client, contract) {
  const heard = await client.ask(EventName.contractDetailsEnd, (ib, id) => ib.reqContractDetails(id, contract));
  return heard.filter((e) => e.name === EventName.contractDetails).map((e) => e.args[1]);
}

async function underlyings(client) {
  const found = {};
  const names = { VIX: "CBOE Volatility Index", SPX: "S&P 500 Stock Index", XSP: "Mini-SPX Index" };
  for (const [symbol, longName] of Object.entries(names)) {
    const [only, ...more] = await find(client, index(symbol));
    same(`contracts of the index ${symbol}`, more.length, 0);
    same(`index ${symbol}`, [only.contract.symbol, only.contract.secType, only.contract.exchange, only.longName,
      only.minTick, only.timeZoneId], [symbol, SecType.IND, "CBOE", longName, 0.01, "US/Central"]);
    found[symbol] = only;
  }
  const [apple, ...more] = await find(client, stock("AAPL"));
  same("contracts of the stock AAPL", more.length, 0);
  same("stock AAPL", [apple.contract.symbol, apple.contract.secType, apple.contract.currency, apple.longName,
    apple.stockType, apple.timeZoneId], ["AAPL", SecType.STK, "USD", "Apple Inc", "COMMON", "US/Eastern"]);
  holds("trading hours of AAPL", apple.liquidHours.includes("20260310:0930-20260310:1600"), apple.liquidHours);
  holds("the last session of the week, and no Saturday", /20260313:0930/.test(apple.liquidHours)
    && !/20260314:0930/.test(apple.liquidHours), apple.liquidHours);
  found.AAPL = apple;
  return found;
}

async function details(client, { symbol, tradingClass, last, settles, month, rule }, under) {
  const name = `${tradingClass} of ${last}`;
  const all = await find(client, options(symbol, tradingClass, { lastTradeDateOrContractMonth: last }));
  holds(`${name}: a chain`, all.length >= 20, all.length);
  const calls = all.filter((d) => d.contract.right === OptionType.Call).map((d) => d.contract.strike);
  const puts = all.filter((d) => d.contract.right === OptionType.Put).map((d) => d.contract.strike);
  same(`${name}: a put for each call`, puts, calls);
  same(`${name}: each strike once`, new Set(calls).size, calls.length);
  same(`${name}: each conId once`, new Set(all.map((d) => d.contract.conId)).size, all.length);
  for (const each of all) {
    const { contract } = each;
    same(`${name}: terms of ${contract.localSymbol}`, [contract.symbol, contract.tradingClass, contract.multiplier,
      contract.currency, contract.lastTradeDateOrContractMonth.slice(0, 8), contract.lastTradeDate,
      each.realExpirationDate, each.contractMonth, each.underConId, each.underSymbol],
    [symbol, tradingClass, 100, "USD", last, last, settles, month, under.contract.conId, symbol]);
    same(`${name}: one rule for each exchange of ${contract.localSymbol}`, each.marketRuleIds.split(","),
      each.validExchanges.split(",").map(() => String(rule)));
  }
  near(`${name}: smallest tick`, all[0].minTick, RULES.get(rule)[0][1], 1e-9);
}

async function held(client, truth) {
  for (const { conId, key } of truth.positions()) {
    const [only, ...more] = await find(client, { conId });
    same(`contracts of conId ${conId}`, more.length, 0);
    same(`contract of conId ${conId}`, [only.contract.conId, only.contract.localSymbol], [conId, key]);
  }
}

/** The option symbol of 21 characters says everything by itself. */
async function byName(client) {
  const name = "VIX   260415C00023000";
  const found = await find(client, { localSymbol: name, secType: SecType.OPT, exchange: "SMART", currency: "USD" });
  const asked = await find(client, VIX_CALL_23);
  same("an option by its symbol alone", found.map((d) => d.contract), asked.map((d) => d.contract));
  same("name of the option that its terms say", asked[0].contract.localSymbol, name);
}

async function chain(client, under) {
  const { symbol, secType, conId } = under.contract;
  const heard = await client.ask(EventName.securityDefinitionOptionParameterEnd,
    (ib, id) => ib.reqSecDefOptParams(id, symbol, "", secType, conId));
  const rows = heard.filter((e) => e.name === EventName.securityDefinitionOptionParameter)
    .map(({ args: [, exchange, underConId, tradingClass, multiplier, expirations, strikes] }) =>
      ({ exchange, underConId, tradingClass, multiplier, expirations, strikes }));
  const expected = CLASSES.filter((c) => c.symbol === symbol);
  same(`option classes of ${symbol}`, [...new Set(rows.map((r) => r.tradingClass))].sort(),
    expected.map((c) => c.tradingClass));
  for (const row of rows) {
    const { last } = expected.find((c) => c.tradingClass === row.tradingClass);
    same(`${row.tradingClass} at ${row.exchange}`, [row.underConId, String(row.multiplier)], [conId, "100"]);
    holds(`${row.tradingClass} has ${last}`, row.expirations.includes(last), row.expirations);
    const listed = await find(client, options(symbol, row.tradingClass, { lastTradeDateOrContractMonth: last,
      right: OptionType.Call, exchange: row.exchange }));
    same(`strikes of ${row.tradingClass} at ${row.exchange} that the chain does not know`,
      listed.map((d) => d.contract.strike).filter((strike) => !row.strikes.includes(strike)), []);
  }
}

async function rule(client, id, rows) {
  const answer = (await client.list(EventName.marketRule, (ib) => ib.reqMarketRule(id))).at(-1);
  same(`id of market rule ${id}`, answer.args[0], id);
  same(`market rule ${id}`, answer.args[1].map((row) => [row.lowEdge, row.increment]), rows);
}

async function search(client, apple) {
  const [answer] = await client.ask(EventName.symbolSamples, (ib, id) => ib.reqMatchingSymbols(id, "AAP"));
  same("symbols like AAP", answer.args[1].map((d) => [d.contract.symbol, d.contract.conId]),
    [["AAPL", apple.contract.conId]]);
}

async function refused(client) {
  const unknown = [stock("NOSUCH"), index("NOSUCH"), option("VIX", "VIX", "20260415", OptionType.Call, 23),
    { ...VIX_CALL_23, strike: 23.37 }, { conId: 1 }];
  for (const contract of unknown) {
    const error = await client.refusal((ib, id) => ib.reqContractDetails(id, contract));
    same(`code for ${JSON.stringify(contract)}`, error.code, 200);
  }
  const under = await client.refusal((ib, id) => ib.reqSecDefOptParams(id, "NOSUCH", "", SecType.STK, 1));
  same("code for the chain of an unknown underlying", under.code, 200);
}
