import { EventName, OrderStatus, SecType } from "@stoqey/ib";
import { holds, near, same } from "../lib/checks.mjs";
import { combo } from "../lib/combos.mjs";
import { KEYS, XSP_PUT_555, XSP_PUT_570 } from "../lib/instruments.mjs";
import { sameFills, sameOrder } from "../lib/reported.mjs";
import { BUY, limit, Sent } from "../lib/trading.mjs";

const COMBO = 28812380;

/** Orders in a BAG at a net price: a debit spread that rests, is changed and fills, and a credit at a negative price. */
export default async function combos(stage) {
  const client = await stage.client(22);
  const [long, short] = [XSP_PUT_570, XSP_PUT_555].map((leg) => stage.scenario.quotes[KEYS.get(leg)]);
  const debit = await combo(client, "XSP", [XSP_PUT_570, "BUY"], [XSP_PUT_555, "SELL"]);
  const credit = await combo(client, "XSP", [XSP_PUT_570, "SELL"], [XSP_PUT_555, "BUY"]);
  await asked(client, stage.truth, debit);
  await stage.play(client, "hold fills");
  const sent = await resting(client, stage.truth, debit);
  await stage.play(client, "release fills");
  await filled(client, stage.truth, sent, long.ask - short.bid);
  await credited(client, stage.truth, credit, long.bid - short.ask);
  await refused(client, debit);
}

async function asked(client, truth, contract) {
  const sent = new Sent(client, contract, limit(BUY, 1, 2.8, { whatIf: true }));
  const { state } = await sent.open();
  near("what-if: equity changes by the price and the commission", state.equityWithLoanChange, -280 - state.commission,
    0.02);
  // 0.65 for each of two contracts, and for XSP 0.07 and 0.02 each
  near("what-if: commission", state.commission, 2 * (0.65 + 0.07 + 0.02), 1e-6);
  same("what-if: nothing reached the exchange", truth.order(client.clientId, sent.id), undefined);
}

async function resting(client, truth, contract) {
  const sent = new Sent(client, contract, limit(BUY, 2, 2.4, { orderRef: "debit" }));
  const status = await sent.status(OrderStatus.Submitted);
  same("debit: status", [status.filled, status.remaining], [0, 2]);
  const order = () => truth.order(client.clientId, sent.id);
  const first = await sent.open();
  same("debit: the combo's own names", [first.contract.secType, first.contract.conId, first.contract.symbol],
    [SecType.BAG, COMBO, "XSP"]);
  sameOrder("debit", first, order());
  sent.send(limit(BUY, 2, 2.85, { orderRef: "debit" }));
  sameOrder("debit, changed", await sent.open((terms) => terms.lmtPrice === 2.85), order());
  return sent;
}

async function filled(client, truth, sent, natural) {
  const status = await sent.status(OrderStatus.Filled);
  same("debit: end", [status.filled, status.remaining], [2, 0]);
  holds("debit: at the legs' natural price or better", status.average <= natural + 0.055 && status.average <= 2.85,
    [status.average, natural]);
  const own = await sameFills("debit", sent, truth);
  legsAddUp("debit", own, status.average, [["BUY", 570], ["SELL", 555]]);
  const positions = await client.list(EventName.positionEnd, (ib) => ib.reqPositions());
  client.ib.cancelPositions();
  const held = positions.filter((e) => e.name === EventName.position && e.args[1].symbol === "XSP");
  same("debit: positions appear for the legs only", held.map((e) => [e.args[1].strike, e.args[2]]).sort(),
    [[555, -2], [570, 2]]);
}

function legsAddUp(what, own, average, sides) {
  const bag = own.filter((e) => e.conId === COMBO);
  const legs = own.filter((e) => e.conId !== COMBO);
  same(`${what}: two legs for each execution of the combo`, legs.length, 2 * bag.length);
  const net = legs.reduce((sum, e) => sum + (e.side === "BUY" ? 1 : -1) * e.price * e.quantity, 0);
  const units = bag.reduce((sum, e) => sum + e.quantity, 0);
  near(`${what}: net price of the legs`, net / units, average, 1e-6);
  const traded = new Set(legs.map((e) => `${e.side} ${Number(e.key.slice(-8)) / 1000}`));
  same(`${what}: sides of the legs`, [...traded].sort(), sides.map((side) => side.join(" ")).sort());
  same(`${what}: every leg has its commission`, legs.every((e) => Number(e.fee.commission) > 0), true);
}

async function credited(client, truth, contract, natural) {
  const cash = truth.cash();
  const sent = new Sent(client, contract, limit(BUY, 1, -2.4, { orderRef: "credit" }));
  const status = await sent.status(OrderStatus.Filled);
  holds("credit: a negative price, at the natural one or better", status.average <= -natural + 0.055
    && status.average <= -2.4, [status.average, natural]);
  const own = await sameFills("credit", sent, truth);
  legsAddUp("credit", own, status.average, [["BUY", 555], ["SELL", 570]]);
  const fees = own.reduce((sum, e) => sum + Number(e.fee?.commission ?? 0), 0);
  near("credit: cash", truth.cash(), cash - status.average * 100 - fees, 0.001);
}

async function refused(client, contract) {
  const oneLeg = new Sent(client, { ...contract, comboLegs: contract.comboLegs.slice(0, 1) }, limit(BUY, 1, 1));
  holds("a combo of one leg", [312, 313, 314, 315].includes((await oneLeg.error()).code));
  const [first, second] = contract.comboLegs;
  const unknown = new Sent(client, { ...contract, comboLegs: [first, { ...second, conId: 1 }] }, limit(BUY, 1, 1));
  holds("a leg that does not exist", [200, 313].includes((await unknown.error()).code));
  const grid = new Sent(client, contract, limit(BUY, 1, 2.403));
  same("a net price off the grid", (await grid.error()).code, 110);
}
