import { EventName, SecType } from "@stoqey/ib";

/** The conId of an option as the gateway names it. */
export async function conIdOf(client, contract) {
  const heard = await client.ask(EventName.contractDetailsEnd, (ib, id) => ib.reqContractDetails(id, contract));
  return heard[0].args[1].contract.conId;
}

/** A combo of one unit of each leg, [contract, action] each, in the order given. */
export async function combo(client, symbol, ...legs) {
  const comboLegs = [];
  for (const [contract, action] of legs) {
    comboLegs.push({ conId: await conIdOf(client, contract), ratio: 1, action, exchange: "SMART" });
  }
  return { symbol, secType: SecType.BAG, exchange: "SMART", currency: "USD", comboLegs };
}
