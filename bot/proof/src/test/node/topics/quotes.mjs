import { EventName, IBApiTickType as Tick, MarketDataType } from "@stoqey/ib";
import { holds, near, same } from "../lib/checks.mjs";
import { callPrice, impliedForward } from "../lib/black.mjs";
import { AAPL_PUT_205, index, KEYS, stock, VIX_CALL_23, VIX_CALL_26, XSP_PUT_555, XSP_PUT_570 } from "../lib/instruments.mjs";
import { combo } from "../lib/combos.mjs";

/** Market data: live streams and snapshots, option computations, delayed types, limits; against the scenario's prices. */
export default async function quotes(stage) {
  const client = await stage.client(13);
  const { quotes: quoted, levels } = stage.scenario;
  await stream(stage, client, quoted[KEYS.get(VIX_CALL_23)]);
  await computations(client, quoted[KEYS.get(VIX_CALL_23)]);
  await calculated(client);
  for (const contract of [AAPL_PUT_205, VIX_CALL_26, XSP_PUT_570]) {
    await snapshot(client, contract, quoted[KEYS.get(contract)]);
  }
  await levelOf(client, index("VIX"), levels.VIX);
  await levelOf(client, index("SPX"), levels.SPX);
  await comboPrice(client, quoted[KEYS.get(XSP_PUT_570)], quoted[KEYS.get(XSP_PUT_555)]);
  await refused(client);
  await delayed(stage, client, quoted[KEYS.get(VIX_CALL_26)]);
  await limited(stage, client);
}

const price = (id, tick) => (e) => e.args[0] === id && e.args[1] === tick;

function subscribe(client, contract, generic = "") {
  const id = client.requestId();
  const mark = client.mark();
  client.ib.reqMktData(id, contract, generic, false, false);
  return { id, mark };
}

async function stream(stage, client, { bid, ask, size }) {
  const { id, mark } = subscribe(client, VIX_CALL_23);
  const type = await client.until(EventName.marketDataType, (e) => e.args[0] === id, mark);
  same("type of the data", type.args[1], MarketDataType.REALTIME);
  const terms = await client.until(EventName.tickReqParams, (e) => e.args[0] === id, mark);
  same("snapshot permissions", terms.args[3], 3); // the smallest tick, 0.01 on the wire, this client cuts to 0
  await shows(client, id, mark, { [Tick.BID]: bid, [Tick.ASK]: ask });
  await sized(client, id, mark, { [Tick.BID_SIZE]: size, [Tick.ASK_SIZE]: size });
  const moved = client.mark();
  await stage.play(client, "quote VIX260415C23 0.85 0.95 size 30");
  await shows(client, id, moved, { [Tick.BID]: 0.85, [Tick.ASK]: 0.95 });
  await sized(client, id, moved, { [Tick.BID_SIZE]: 30, [Tick.ASK_SIZE]: 30 });
  await stage.play(client, "quote VIX260415C23 - 0.95 size 30");
  const gone = await client.until(EventName.tickPrice, (e) => price(id, Tick.BID)(e) && e.args[2] <= 0, moved);
  same("a missing bid is -1", gone.args[2], -1);
  client.ib.cancelMktData(id);
  await stage.play(client, `quote VIX260415C23 ${bid} ${ask} size ${size}`);
}

/** Waits for prices: what was on its way when they were set may come before them. */
async function shows(client, id, mark, prices) {
  for (const [tick, expected] of Object.entries(prices)) {
    const heard = await client.until(EventName.tickPrice,
      (e) => price(id, Number(tick))(e) && Math.abs(e.args[2] - expected) < 1e-9, mark);
    near(`${Tick[tick]} of request ${id}`, heard.args[2], expected, 1e-9);
  }
}

async function sized(client, id, mark, sizes) {
  for (const [tick, expected] of Object.entries(sizes)) {
    const heard = await client.until(EventName.tickSize, (e) => price(id, Number(tick))(e) && e.args[2] === expected,
      mark);
    same(`${Tick[tick]} of request ${id}`, heard.args[2], expected);
  }
}

/** What the gateway computes is one model: one forward between VIX and its future self explains all three prices. */
async function computations(client, { bid, ask }) {
  const { id, mark } = subscribe(client, VIX_CALL_23);
  const years = (Date.UTC(2026, 3, 15, 13, 30) - Date.UTC(2026, 2, 10, 14, 15)) / (365 * 86_400_000);
  const heard = {};
  for (const tick of [Tick.BID_OPTION, Tick.ASK_OPTION, Tick.MODEL_OPTION]) {
    const { args } = await client.until(EventName.tickOptionComputation, price(id, tick), mark);
    const [, , , volatility, delta, optionPrice, , gamma, vega, theta, under] = args;
    heard[tick] = { volatility, optionPrice };
    holds(`${Tick[tick]}: a call's delta`, delta > 0.05 && delta < 0.6, args);
    holds(`${Tick[tick]}: gamma and vega above 0, theta below`, gamma > 0 && vega > 0 && theta < 0, args);
    near(`${Tick[tick]}: the underlying`, under, 17.92, 0.005);
  }
  near("price of the bid's computation", heard[Tick.BID_OPTION].optionPrice, bid, 1e-6);
  near("price of the ask's computation", heard[Tick.ASK_OPTION].optionPrice, ask, 1e-6);
  const model = heard[Tick.MODEL_OPTION];
  const forward = impliedForward(model.optionPrice, model.volatility, years, 23);
  holds("forward of April, between VIX and the three months' volatility", forward > 17.5 && forward < 20.5, forward);
  for (const tick of [Tick.BID_OPTION, Tick.ASK_OPTION]) {
    const { volatility, optionPrice } = heard[tick];
    near(`${Tick[tick]}: what its volatility is worth`, callPrice(volatility, years, forward, 23), optionPrice, 0.01);
  }
  client.ib.cancelMktData(id);
}

/** Price from volatility, and back again. */
async function calculated(client) {
  const [priced] = await client.ask(EventName.tickOptionComputation,
    (ib, id) => ib.calculateOptionPrice(id, VIX_CALL_23, 0.9, 17.92));
  same("kind of the computation", priced.args[1], Tick.CUST_OPTION_COMPUTATION);
  const worth = priced.args[5];
  holds("a volatility of 90 % gives a price", worth > 0.05 && worth < 3, worth);
  const [back] = await client.ask(EventName.tickOptionComputation,
    (ib, id) => ib.calculateImpliedVolatility(id, VIX_CALL_23, worth, 17.92));
  near("and that price the volatility", back.args[3], 0.9, 0.001);
  for (const [request, cancel] of [[priced, "cancelCalculateOptionPrice"], [back, "cancelCalculateImpliedVolatility"]]) {
    client.ib[cancel](request.args[0]);
  }
}

async function snapshot(client, contract, { bid, ask, size }) {
  const heard = await client.ask(EventName.tickSnapshotEnd, (ib, id) => ib.reqMktData(id, contract, "", true, false));
  const value = (name, tick) => heard.filter((e) => e.name === name && e.args[1] === tick).at(-1)?.args[2];
  same(`snapshot of ${KEYS.get(contract)}`, [value(EventName.tickPrice, Tick.BID), value(EventName.tickPrice, Tick.ASK),
    value(EventName.tickSize, Tick.BID_SIZE), value(EventName.tickSize, Tick.ASK_SIZE)], [bid, ask, size, size]);
}

/** An index has a last price, and neither bid nor ask. */
async function levelOf(client, contract, level) {
  const { id, mark } = subscribe(client, contract);
  await shows(client, id, mark, { [Tick.LAST]: level });
  const low = await client.until(EventName.tickPrice, price(id, Tick.LOW), mark);
  const high = await client.until(EventName.tickPrice, price(id, Tick.HIGH), mark);
  holds(`day's range of ${contract.symbol}`, low.args[2] <= level && level <= high.args[2], [low.args, high.args]);
  same(`bid and ask of ${contract.symbol}`, client.since(mark, EventName.tickPrice,
    (e) => e.args[0] === id && [Tick.BID, Tick.ASK].includes(e.args[1])), []);
  client.ib.cancelMktData(id);
}

/** A combo can be had for what its legs cost at the sides on which they trade. */
async function comboPrice(client, long, short) {
  const spread = await combo(client, "XSP", [XSP_PUT_570, "BUY"], [XSP_PUT_555, "SELL"]);
  const { id, mark } = subscribe(client, spread);
  await shows(client, id, mark, { [Tick.BID]: long.bid - short.ask, [Tick.ASK]: long.ask - short.bid });
  client.ib.cancelMktData(id);
}

async function refused(client) {
  const code = async (send) => (await client.refusal(send)).code;
  same("unknown contract", await code((ib, id) => ib.reqMktData(id, stock("NOSUCH"), "", false, false)), 200);
  same("more than one contract", await code((ib, id) => ib.reqMktData(id, { ...VIX_CALL_23, strike: 0 }, "", false, false)),
    200);
  same("cancel of what nobody asked for", await code((ib, id) => ib.cancelMktData(id)), 300);
  same("unknown generic tick", await code((ib, id) => ib.reqMktData(id, VIX_CALL_23, "9999", false, false)), 321);
  same("snapshot with generic ticks", await code((ib, id) => ib.reqMktData(id, VIX_CALL_23, "100", true, false)), 414);
  const { id, mark } = subscribe(client, VIX_CALL_23);
  client.ib.reqMktData(id, VIX_CALL_23, "", false, false);
  const twice = await client.until(EventName.error, (e) => e.id === id, mark);
  holds("a request id in use", [102, 322].includes(twice.code), twice.code);
  client.ib.cancelMktData(id);
}

async function delayed(stage, client, { bid, ask }) {
  await stage.play(client, "delayed on");
  const error = await client.refusal((ib, id) => ib.reqMktData(id, VIX_CALL_26, "", false, false));
  same("live data without a subscription", error.code, 354);
  client.ib.reqMarketDataType(MarketDataType.DELAYED);
  const { id, mark } = subscribe(client, VIX_CALL_26);
  const type = await client.until(EventName.marketDataType, (e) => e.args[0] === id, mark);
  same("type of delayed data", type.args[1], MarketDataType.DELAYED);
  const warned = await client.notice((e) => e.id === id || e.code === 10167, mark);
  same("warning of delayed data", warned.code, 10167);
  await shows(client, id, mark, { [Tick.DELAYED_BID]: bid, [Tick.DELAYED_ASK]: ask });
  const model = await client.until(EventName.tickOptionComputation, price(id, Tick.DELAYED_MODEL_OPTION), mark);
  holds("delayed delta", model.args[4] > 0 && model.args[4] < 1, model.args);
  same("live ticks among the delayed", client.since(mark, EventName.tickPrice, (e) => e.args[0] === id && e.args[1] < 15), []);
  client.ib.cancelMktData(id);
  client.ib.reqMarketDataType(MarketDataType.REALTIME);
  await stage.play(client, "delayed off");
}

async function limited(stage, client) {
  await stage.play(client, "lines 1");
  const first = subscribe(client, VIX_CALL_23);
  const error = await client.refusal((ib, id) => ib.reqMktData(id, VIX_CALL_26, "", false, false));
  same("one line too many", error.code, 101);
  client.ib.cancelMktData(first.id);
  const second = subscribe(client, VIX_CALL_26);
  await client.until(EventName.tickPrice, price(second.id, Tick.BID), second.mark);
  client.ib.cancelMktData(second.id);
}
