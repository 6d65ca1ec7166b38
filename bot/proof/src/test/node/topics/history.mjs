import { BarSizeSetting, EventName, WhatToShow } from "@stoqey/ib";
import { holds, near, same } from "../lib/checks.mjs";
import { index, stock, VIX_CALL_23 } from "../lib/instruments.mjs";

/* Weekdays on which New York did not trade in the year before 2026-03-10. */
const CLOSED = new Set(["20250418", "20250526", "20250619", "20250704", "20250901", "20251127", "20251225", "20260101",
  "20260119", "20260216"]);
const TODAY = "20260310";

/** Daily bars against the exchanges' calendar and the day's own ticks, bars kept up to date, head timestamps. */
export default async function history(stage) {
  const client = await stage.client(27);
  const { levels } = stage.scenario;
  for (const contract of [index("VIX"), index("SPX"), stock("AAPL")]) {
    await year(client, contract, levels[contract.symbol]);
  }
  await span(client);
  await intraday(client);
  await head(client);
  await refused(client);
  await kept(stage, client);
}

/** Bars in their order, without the last call that this client makes when a list is complete. */
async function bars(client, contract, { end = "", duration = "1 Y", size = BarSizeSetting.DAYS_ONE, show = WhatToShow.TRADES } = {}) {
  const heard = [];
  const id = client.requestId();
  const mark = client.mark();
  client.ib.reqHistoricalData(id, contract, end, duration, size, show, true, 1, false);
  await client.until(EventName.historicalData, (e) => e.args[0] === id && /^finished/.test(e.args[1]), mark);
  for (const { args } of client.since(mark, EventName.historicalData, (e) => e.args[0] === id)) {
    const [, time, open, high, low, close] = args;
    heard.push({ time, open, high, low, close });
  }
  return heard.filter((bar) => !/^finished/.test(bar.time));
}

function sessions(from, to) {
  const days = [];
  for (let day = new Date(Date.UTC(+from.slice(0, 4), +from.slice(4, 6) - 1, +from.slice(6))); ; day = new Date(+day + 86_400_000)) {
    const text = day.toISOString().slice(0, 10).replaceAll("-", "");
    if (text > to) {
      return days;
    }
    if (![0, 6].includes(day.getUTCDay()) && !CLOSED.has(text)) {
      days.push(text);
    }
  }
}

async function year(client, contract, level) {
  const name = contract.symbol;
  const all = await bars(client, contract);
  same(`${name}: days of a year`, all.map((bar) => bar.time), sessions(TODAY.replace("2026", "2025"), TODAY));
  same(`${name}: bars of which low and high do not hold open and close`, all.filter((bar) => bar.low > bar.open + 1e-9
    || bar.low > bar.close + 1e-9 || bar.high < bar.open - 1e-9 || bar.high < bar.close - 1e-9), []);
  near(`${name}: today's close is its level`, all.at(-1).close, level, 0.005);
  const id = client.requestId();
  client.ib.reqMktData(id, contract, "", false, false);
  const close = await client.until(EventName.tickPrice, (e) => e.args[0] === id && e.args[1] === 9);
  client.ib.cancelMktData(id);
  near(`${name}: yesterday's close is the close tick`, all.at(-2).close, close.args[2], 0.005);
}

async function span(client) {
  const week = await bars(client, index("VIX"), { duration: "5 D" });
  same("five days", week.map((bar) => bar.time), ["20260304", "20260305", "20260306", "20260309", "20260310"]);
  const past = await bars(client, index("VIX"), { duration: "3 D", end: "20260213 23:59:59 US/Eastern" });
  same("three days up to a past one", past.map((bar) => bar.time), ["20260211", "20260212", "20260213"]);
  const all = await bars(client, index("VIX"));
  same("the same days in both answers", past, all.filter((bar) => past.some((p) => p.time === bar.time)));
}

/** A day's bars within the day: in its session, without gaps, and together its daily bar. */
async function intraday(client) {
  const [day] = (await bars(client, stock("AAPL"), { duration: "2 D" }));
  const parts = (await bars(client, stock("AAPL"), { duration: "2 D", size: BarSizeSetting.MINUTES_THIRTY }))
    .filter((bar) => bar.time.startsWith(day.time));
  const halfHours = Array.from({ length: 13 }, (_, i) => 570 + 30 * i).map((m) =>
    `${day.time} ${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}:00 US/Eastern`);
  same("half hours of a session", parts.map((bar) => bar.time), halfHours);
  near("open of the day", parts[0].open, day.open, 0.011);
  near("close of the day", parts.at(-1).close, day.close, 0.011);
  near("high of the day", Math.max(...parts.map((bar) => bar.high)), day.high, 0.011);
  near("low of the day", Math.min(...parts.map((bar) => bar.low)), day.low, 0.011);
}

async function head(client) {
  const [answer] = await client.ask(EventName.headTimestamp,
    (ib, id) => ib.reqHeadTimestamp(id, index("VIX"), WhatToShow.TRADES, true, 1));
  holds("first day of VIX", /^20[012]\d{5}/.test(answer.args[1]) && answer.args[1] < "20250310", answer.args);
}

async function refused(client) {
  const request = (contract, duration, size, show = WhatToShow.TRADES) => client.refusal((ib, id) =>
    ib.reqHistoricalData(id, contract, "", duration, size, show, true, 1, false));
  same("bars of an unknown contract", (await request(stock("NOSUCH"), "1 Y", BarSizeSetting.DAYS_ONE)).code, 200);
  const nonsense = (await request(index("VIX"), "1 Q", BarSizeSetting.DAYS_ONE)).code;
  holds("a nonsense duration", [162, 321].includes(nonsense), nonsense);
  same("cancel of what nobody asked for", (await client.refusal((ib, id) => ib.cancelHistoricalData(id))).code, 366);
}

/** A move of the market reaches who keeps today's bar up to date. */
async function kept(stage, client) {
  const id = client.requestId();
  const mark = client.mark();
  client.ib.reqHistoricalData(id, index("VIX"), "", "5 D", BarSizeSetting.DAYS_ONE, WhatToShow.TRADES, true, 1, true);
  await client.until(EventName.historicalData, (e) => e.args[0] === id && /^finished/.test(e.args[1]), mark);
  await stage.play(client, "jump VIX =24");
  const moved = await client.until(EventName.historicalDataUpdate, (e) => e.args[0] === id && Math.abs(e.args[5] - 24) < 0.5,
    mark);
  same("day of the bar that moved", moved.args[1], TODAY);
  holds("its high has moved with it", moved.args[3] >= moved.args[5] - 1e-9, moved.args);
  client.ib.cancelHistoricalData(id);
}
