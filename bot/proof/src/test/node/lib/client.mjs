import { EventName, IBApi } from "@stoqey/ib";
import { inspect } from "node:util";

const PATIENCE_MS = 30_000;
const FIRST_REQUEST = 10_000_000;
const SHOWN = 25;
const RAW = new Set([EventName.sent, EventName.received, EventName.result]);

/** The gateway answered a request with an error instead of data. */
export class Refused extends Error {
  constructor({ code, text }) {
    super(`refused with ${code}: ${text}`);
    this.code = code;
  }
}

/**
 * One connection of the third-party client. All that it reports is kept in order, so an answer that comes before
 * anybody waits for it is not missed. An event is {name, args}; errors and notices have code, text and id besides.
 */
export class Client {
  #events = [];
  #waiting = new Set();
  #requests = FIRST_REQUEST;

  constructor(port) {
    this.ib = new IBApi({ host: "127.0.0.1", port });
    this.ib.on(EventName.all, (name, args) => this.#heard(name, args));
  }

  /** Connected as this client id, with the accounts and the first order id known. */
  static async open(port, clientId) {
    const client = new Client(port);
    client.clientId = clientId;
    client.ib.connect(clientId);
    const accounts = await client.until(EventName.managedAccounts);
    const first = await client.until(EventName.nextValidId);
    client.account = accounts.args[0];
    client.nextOrder = first.args[0];
    return client;
  }

  #heard(name, args) {
    if (RAW.has(name)) {
      return;
    }
    this.#events.push(named(name, args));
    for (const wake of this.#waiting) {
      wake();
    }
  }

  /** Events from here on are later than now. */
  mark() {
    return this.#events.length;
  }

  since(mark, name, test = () => true) {
    return this.#events.slice(mark).filter((e) => e.name === name && test(e));
  }

  /** The first such event at or after the mark, waiting for it if need be. */
  until(name, test = () => true, mark = 0) {
    return this.#first(`${name} ${test}`, (e) => e.name === name && test(e), mark);
  }

  /** An error or an information with this text or code, whichever of the two the client takes it for. */
  notice(test, mark) {
    const kinds = [EventName.error, EventName.info];
    return this.#first(`a notice ${test}`, (e) => kinds.includes(e.name) && test(e), mark);
  }

  #first(what, wanted, mark) {
    let next = mark;
    return new Promise((resolve, reject) => {
      const look = () => {
        while (next < this.#events.length) {
          const event = this.#events[next++];
          if (wanted(event)) {
            done(() => resolve(event));
            return;
          }
        }
      };
      const late = () => done(() => reject(new Error(`waited ${PATIENCE_MS} ms for ${what}${this.told()}`)));
      const timer = setTimeout(late, PATIENCE_MS);
      const done = (end) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        end();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Sends a request without an id and returns all events up to the one that ends its answer. */
  async list(end, send) {
    const mark = this.mark();
    send(this.ib);
    const last = await this.until(end, undefined, mark);
    return this.#events.slice(mark, this.#events.indexOf(last) + 1);
  }

  /**
   * Sends a request with a fresh id and returns its events up to the one that ends its answer; a refusal throws. Some
   * events of this client carry the id as text.
   */
  async ask(end, send) {
    const id = this.requestId();
    const mark = this.mark();
    send(this.ib, id);
    const ends = (e) => (e.name === end && Number(e.args[0]) === id) || (e.name === EventName.error && e.id === id);
    const last = await this.#first(`${end} of request ${id}`, ends, mark);
    if (last.name === EventName.error) {
      throw new Refused(last);
    }
    return this.#events.slice(mark, this.#events.indexOf(last) + 1).filter((e) => Number(e.args[0]) === id);
  }

  /** Sends a request with a fresh id that must be refused, and returns the error. */
  async refusal(send) {
    const id = this.requestId();
    const mark = this.mark();
    send(this.ib, id);
    return this.until(EventName.error, (e) => e.id === id, mark);
  }

  requestId() {
    return this.#requests++;
  }

  orderId() {
    return this.nextOrder++;
  }

  async close() {
    const mark = this.mark();
    this.ib.disconnect();
    await this.until(EventName.disconnected, undefined, mark);
  }

  /** The newest events, for messages of failed checks. */
  told() {
    const newest = this.#events.slice(-SHOWN).map((e) => `\n  ${e.name} ${inspect(e.args, { breakLength: Infinity })}`);
    return `; client ${this.clientId} heard last:${newest.join("")}`;
  }
}

function named(name, args) {
  switch (name) {
    case EventName.error:
      return { name, args, text: args[0].message, code: args[1], id: args[2] };
    case EventName.info:
      return { name, args, text: args[0], code: args[1] };
    default:
      return { name, args };
  }
}
