import { EventName } from "@stoqey/ib";
import AncientClient from "ib";
import { holds, same } from "../lib/checks.mjs";

const PATIENCE_MS = 8_000;

/**
 * A second third-party client, of before version 100: it announces no range that the gateway serves, so the socket is
 * closed without a greeting, at once, and nobody else notices.
 */
export default async function ancient(stage) {
  const client = await stage.client(28);
  const told = [];
  const old = new AncientClient({ host: "127.0.0.1", port: stage.port, clientId: 29 });
  const closed = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not closed in ${PATIENCE_MS} ms; it heard ${told}`)), PATIENCE_MS);
    old.on("all", (name) => told.push(name));
    old.on("error", () => told.push("error"));
    old.once("disconnected", () => resolve(clearTimeout(late)));
  });
  old.connect();
  await closed;
  holds("the socket was open before", told.includes("connected"), told);
  same("nothing was greeted", told.filter((name) => ["server", "managedAccounts", "nextValidId"].includes(name)), []);
  const time = (await client.list(EventName.currentTime, (ib) => ib.reqCurrentTime())).at(-1);
  holds("another client is served as before", time.args[0] > 0);
}
