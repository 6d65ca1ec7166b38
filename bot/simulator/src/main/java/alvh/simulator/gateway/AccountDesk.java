package alvh.simulator.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import alvh.planner.money.Usd;
import alvh.simulator.exchange.AccountValues;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.Position;
import alvh.simulator.market.Listing;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Positions, portfolio, account values, summaries and profit and loss. */
final class AccountDesk {

    private static final int MOST_SUMMARIES = 2;
    private final Exchange exchange;
    private final Contracts contracts;
    private final Switches switches;
    private final Mail mail;

    AccountDesk(Exchange exchange, Contracts contracts, Switches switches, Mail mail) {
        this.exchange = exchange;
        this.contracts = contracts;
        this.switches = switches;
        this.mail = mail;
    }

    // ---- positions

    void positions(Session session) {
        session.positions = true;
        exchange.positions().forEach(position -> mail.send(session, position(position)));
        mail.send(session, WireMessage.of(Incoming.POSITION_END));
    }

    /** Tells every subscriber; a closed position is sent once more with quantity 0. */
    void changed(Session session, Position position) {
        if (session.positions) {
            mail.send(session, position(position));
        }
        session.positionsMulti.forEach(reqId -> mail.send(session, positionMulti(reqId, position)));
        if (session.accountUpdates) {
            mail.send(session, portfolio(position));
        }
    }

    private WireMessage position(Position position) {
        return Wording.contract(WireMessage.of(Incoming.POSITION).set("account", exchange.account()),
                listing(position)).set("exchange", "").set("position", Integer.toString(position.quantity()))
                .set("avgCost", Numbers.rounded(position.averageCost(), 8));
    }

    private Listing listing(Position position) {
        return contracts.byConId(position.conId())
                .orElseThrow(() -> new IllegalStateException("position in an unknown contract: " + position));
    }

    void positionsMulti(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        if (isForeign(session, reqId, request.text("account"))) {
            return;
        }
        session.positionsMulti.add(reqId);
        exchange.positions().forEach(position -> mail.send(session, positionMulti(reqId, position)));
        mail.send(session, WireMessage.of(Incoming.POSITION_MULTI_END).set("reqId", reqId));
    }

    private WireMessage positionMulti(int reqId, Position position) {
        return Wording.contract(WireMessage.of(Incoming.POSITION_MULTI).set("reqId", reqId)
                .set("account", exchange.account()), listing(position)).set("exchange", "")
                .set("position", Integer.toString(position.quantity()))
                .set("avgCost", Numbers.rounded(position.averageCost(), 8));
    }

    /** There is one account; no name means it, another draws 321. */
    private boolean isForeign(Session session, int reqId, String account) {
        boolean foreign = !account.isEmpty() && !account.equals(exchange.account());
        if (foreign) {
            mail.error(session, reqId, 321, "Error validating request.-'bV' : cause - Invalid account code '" + account
                    + "'.");
        }
        return foreign;
    }

    // ---- account updates

    void updates(Session session, WireMessage request) {
        if (isForeign(session, Mail.SESSION, request.text("acctCode"))) {
            return;
        }
        session.accountUpdates = request.bool("subscribe");
        if (session.accountUpdates) {
            accountValues(session);
            exchange.positions().forEach(position -> mail.send(session, portfolio(position)));
            mail.send(session, WireMessage.of(Incoming.ACCOUNT_DOWNLOAD_END).set("account", exchange.account()));
        }
    }

    /** Tells a subscriber whether the values may be trusted, and if so the values. */
    void readiness(Session session) {
        if (session.accountUpdates) {
            accountValues(session);
        }
    }

    private void accountValues(Session session) {
        value(session, "AccountCode", exchange.account(), "");
        value(session, "AccountReady", Boolean.toString(switches.accountReady), "");
        if (!switches.accountReady) {
            return;
        }
        tags(exchange.values()).forEach((tag, value) -> value(session, tag, value, currency(tag)));
        value(session, "CashBalance", Numbers.money(exchange.values().cash()), "USD");
        mail.send(session, WireMessage.of(Incoming.UPDATE_ACCOUNT_TIME).set("time", Stamp.minutes(mail.now())));
    }

    private void value(Session session, String key, String value, String currency) {
        mail.send(session, WireMessage.of(Incoming.UPDATE_ACCOUNT_VALUE).set("key", key).set("value", value)
                .set("currency", currency).set("account", exchange.account()));
    }

    private WireMessage portfolio(Position position) {
        Listing listing = listing(position);
        double mark = exchange.market().modelPrice(position.key());
        double worth = mark * position.quantity() * Math.max(1, listing.multiplier());
        double cost = position.cost().toDouble();
        return Wording.contract(WireMessage.of(Incoming.UPDATE_PORTFOLIO), listing)
                .set("right", listing.right().isEmpty() ? "0" : listing.right())
                .set("primaryExch", listing.primaryExchange())
                .set("position", Integer.toString(position.quantity())).set("marketPrice", Numbers.rounded(mark, 6))
                .set("marketValue", Numbers.rounded(worth, 2))
                .set("averageCost", Numbers.rounded(position.averageCost(), 8))
                .set("unrealizedPNL", Numbers.rounded(worth - cost, 2)).set("realizedPNL", "0")
                .set("account", exchange.account());
    }

    void updatesMulti(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        if (!isForeign(session, reqId, request.text("account"))) {
            session.updatesMulti.add(reqId);
            valuesMulti(session, reqId);
            mail.send(session, WireMessage.of(Incoming.ACCOUNT_UPDATE_MULTI_END).set("reqId", reqId));
        }
    }

    private void valuesMulti(Session session, int reqId) {
        tags(exchange.values()).forEach((tag, value) -> mail.send(session, WireMessage
                .of(Incoming.ACCOUNT_UPDATE_MULTI).set("reqId", reqId).set("account", exchange.account())
                .set("key", tag).set("value", value).set("currency", currency(tag))));
    }

    // ---- summary

    void summary(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        if (!session.summaries.containsKey(reqId) && session.summaries.size() >= MOST_SUMMARIES) {
            mail.error(session, reqId, 322, "Error processing request.-'bS' : cause - Maximum number of account"
                    + " summary requests exceeded");
            return;
        }
        session.summaries.put(reqId, request.text("tags"));
        summary(session, reqId, request.text("tags"));
        mail.send(session, WireMessage.of(Incoming.ACCOUNT_SUMMARY_END).set("reqId", reqId));
    }

    private void summary(Session session, int reqId, String asked) {
        AccountValues values = exchange.values();
        Map<String, String> tags = tags(values);
        for (String tag : List.of(asked.split(","))) {
            if (tag.strip().startsWith("$LEDGER")) {
                ledger(values).forEach((key, value) -> summaryRow(session, reqId, key, value, "USD"));
            } else if (tags.containsKey(tag.strip())) {
                summaryRow(session, reqId, tag.strip(), tags.get(tag.strip()), currency(tag.strip()));
            }
        }
    }

    private void summaryRow(Session session, int reqId, String tag, String value, String currency) {
        mail.send(session, WireMessage.of(Incoming.ACCOUNT_SUMMARY).set("reqId", reqId)
                .set("account", exchange.account()).set("tag", tag).set("value", value).set("currency", currency));
    }

    private static Map<String, String> ledger(AccountValues v) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Currency", "USD");
        rows.put("CashBalance", Numbers.money(v.cash()));
        rows.put("TotalCashBalance", Numbers.money(v.cash()));
        rows.put("StockMarketValue", Numbers.money(v.stockValue()));
        rows.put("OptionMarketValue", Numbers.money(v.optionValue()));
        rows.put("NetLiquidationByCurrency", Numbers.money(v.netLiquidation()));
        rows.put("UnrealizedPnL", Numbers.money(v.unrealisedPnl()));
        rows.put("RealizedPnL", Numbers.money(v.realisedPnl()));
        rows.put("ExchangeRate", "1.00");
        return rows;
    }

    private static String currency(String tag) {
        return switch (tag) {
            case "AccountType", "Cushion", "LookAheadNextChange", "HighestSeverity", "DayTradesRemaining",
                    "Leverage" ->
                "";
            default -> "USD";
        };
    }

    private static Map<String, String> tags(AccountValues v) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("AccountType", "INDIVIDUAL");
        tags.put("NetLiquidation", Numbers.money(v.netLiquidation()));
        for (String tag : List.of("EquityWithLoanValue", "PreviousDayEquityWithLoanValue", "RegTEquity")) {
            tags.put(tag, Numbers.money(v.equityWithLoan()));
        }
        for (String tag : List.of("TotalCashValue", "SettledCash")) {
            tags.put(tag, Numbers.money(v.cash()));
        }
        tags.put("AccruedCash", Numbers.money(Usd.ZERO));
        tags.put("BuyingPower", Numbers.money(v.buyingPower()));
        tags.put("GrossPositionValue", Numbers.money(v.grossPositionValue()));
        tags.put("RegTMargin", Numbers.money(v.initialMargin()));
        tags.put("SMA", Numbers.money(v.excessLiquidity()));
        for (String kind : List.of("", "Full", "LookAhead")) {
            tags.put(kind + "InitMarginReq", Numbers.money(v.initialMargin()));
            tags.put(kind + "MaintMarginReq", Numbers.money(v.maintenanceMargin()));
            tags.put(kind + "AvailableFunds", Numbers.money(v.availableFunds()));
            tags.put(kind + "ExcessLiquidity", Numbers.money(v.excessLiquidity()));
        }
        double net = v.netLiquidation().toDouble();
        tags.put("Cushion", net > 0 ? Numbers.rounded(v.excessLiquidity().toDouble() / net, 6) : "0");
        tags.put("LookAheadNextChange", "0");
        tags.put("HighestSeverity", "0");
        tags.put("DayTradesRemaining", "-1");
        tags.put("Leverage", net > 0 ? Numbers.rounded(v.grossPositionValue().toDouble() / net, 2) : "0");
        return tags;
    }

    // ---- profit and loss

    /** The first answer knows nothing yet. */
    void subscribePnl(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        if (!isForeign(session, reqId, request.text("account"))) {
            session.pnl.add(reqId);
            mail.send(session, WireMessage.of(Incoming.PNL).set("reqId", reqId));
        }
    }

    void subscribePnlSingle(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        if (isForeign(session, reqId, request.text("account"))) {
            return;
        }
        session.pnlSingle.put(reqId, request.intValue("conId"));
        pnlSingle(session, reqId, request.intValue("conId"));
    }

    /** @param second profit and loss is due; @param slow summaries and account values are due */
    void push(Session session, boolean second, boolean slow) {
        if (second) {
            session.pnl.forEach(reqId -> pnl(session, reqId));
            session.pnlSingle.forEach((reqId, conId) -> pnlSingle(session, reqId, conId));
        }
        if (slow) {
            session.summaries.forEach((reqId, tags) -> summary(session, reqId, tags));
            session.updatesMulti.forEach(reqId -> valuesMulti(session, reqId));
            if (session.accountUpdates) {
                accountValues(session);
            }
        }
    }

    private void pnl(Session session, int reqId) {
        AccountValues v = exchange.values();
        mail.send(session, WireMessage.of(Incoming.PNL).set("reqId", reqId).set("dailyPnL", Numbers.UNSET)
                .set("unrealizedPnL", Numbers.money(v.unrealisedPnl()))
                .set("realizedPnL", Numbers.money(v.realisedPnl())));
    }

    private void pnlSingle(Session session, int reqId, int conId) {
        Position position = exchange.positions().stream().filter(p -> p.conId() == conId).findFirst().orElse(null);
        WireMessage message = WireMessage.of(Incoming.PNL_SINGLE).set("reqId", reqId)
                .set("dailyPnL", Numbers.UNSET).set("realizedPnL", Numbers.UNSET);
        if (position == null) {
            message.set("position", "0").set("unrealizedPnL", Numbers.UNSET).set("value", Numbers.UNSET);
        } else {
            double worth = exchange.market().modelPrice(position.key()) * position.quantity()
                    * Math.max(1, listing(position).multiplier());
            message.set("position", Integer.toString(position.quantity()))
                    .set("unrealizedPnL", Numbers.rounded(worth - position.cost().toDouble(), 2))
                    .set("value", Numbers.rounded(worth, 2));
        }
        mail.send(session, message);
    }
}
