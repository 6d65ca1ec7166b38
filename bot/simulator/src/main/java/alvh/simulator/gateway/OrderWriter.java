package alvh.simulator.gateway;

import java.util.List;
import java.util.stream.Collectors;

import alvh.planner.market.Side;
import alvh.simulator.exchange.AccountValues;
import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.Execution;
import alvh.simulator.exchange.OrderStatus;
import alvh.simulator.exchange.Stage;
import alvh.simulator.exchange.Terms;
import alvh.simulator.exchange.Ticket;
import alvh.simulator.market.Listing;
import alvh.simulator.script.Line;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Spells orders and executions; fields not set here have the ordinary values of their tables. */
final class OrderWriter {

    private static final String SUBMITTER = "simulator";
    private static final List<Terms.Tag> GUARANTEED = List.of(new Terms.Tag("NonGuaranteed", "0"));
    private static final List<String> MARGINS = List.of("initMarginBefore", "maintMarginBefore",
            "equityWithLoanBefore", "initMarginChange", "maintMarginChange", "equityWithLoanChange", "initMarginAfter",
            "maintMarginAfter", "equityWithLoanAfter");
    private final Contracts contracts;
    private final String account;

    OrderWriter(Contracts contracts, String account) {
        this.contracts = contracts;
        this.account = account;
    }

    WireMessage openOrder(BookedOrder order) {
        Ticket ticket = order.ticket();
        WireMessage message = WireMessage.of(Incoming.OPEN_ORDER).set("orderId", order.orderId())
                .set("clientId", order.clientId()).set("permId", order.permId())
                .set("skipped.sharesAllocation", order.permId() + ".0/" + account + "/100")
                .set("status", order.status().wire());
        return order(message, ticket, order.stage());
    }

    /** @param told how a scenario wants what-ifs to be answered */
    WireMessage whatIf(ExchangeOutput.WhatIf answer, Line.WhatIf told) {
        WireMessage message = WireMessage.of(Incoming.OPEN_ORDER).set("orderId", answer.orderId())
                .set("clientId", answer.clientId()).set("permId", 0).set("whatIf", true)
                .set("status", OrderStatus.PRE_SUBMITTED.wire());
        AccountValues before = answer.before();
        AccountValues after = answer.after();
        message.set("initMarginBefore", Numbers.money(before.initialMargin()))
                .set("maintMarginBefore", Numbers.money(before.maintenanceMargin()))
                .set("equityWithLoanBefore", Numbers.money(before.equityWithLoan()))
                .set("initMarginChange", Numbers.money(after.initialMargin().minus(before.initialMargin())))
                .set("maintMarginChange", Numbers.money(after.maintenanceMargin().minus(before.maintenanceMargin())))
                .set("equityWithLoanChange", Numbers.money(after.equityWithLoan().minus(before.equityWithLoan())))
                .set("initMarginAfter", Numbers.money(after.initialMargin()))
                .set("maintMarginAfter", Numbers.money(after.maintenanceMargin()))
                .set("equityWithLoanAfter", Numbers.money(after.equityWithLoan()))
                .set("commissionAndFeesCurrency", "USD").set("marginCurrency", "USD");
        for (String margin : MARGINS) {
            message.set(margin + "OutsideRTH", message.text(margin));
        }
        String fee = answer.commission().toDecimal().stripTrailingZeros().toPlainString();
        switch (told.mode()) {
            case RANGE -> message.set("minCommissionAndFees", fee).set("maxCommissionAndFees", fee);
            case WARN -> message.set("commissionAndFees", fee).set("warningText", told.text());
            case OFF, REFUSE -> message.set("commissionAndFees", fee);
        }
        return order(message, answer.ticket(), null);
    }

    private WireMessage order(WireMessage message, Ticket ticket, Stage stage) {
        Terms terms = ticket.terms();
        contract(message, ticket).set("exchange", "SMART").set("action", ticket.side().name())
                .set("totalQuantity", Integer.toString(ticket.quantity())).set("orderType", terms.type().wire())
                .set("lmtPrice", ticket.isMarket() ? "0.0" : Numbers.plain(ticket.limit().toDouble()))
                .set("tif", ticket.tif().name()).set("account", account).set("orderRef", ticket.orderRef())
                .set("outsideRth", ticket.outsideRth()).set("submitter", SUBMITTER);
        terms.words().forEach((name, text) -> {
            if (message.knows(name)) {
                message.set(name, text);
            }
        });
        TermsWriter.write(message, terms, stage);
        return message;
    }

    /** The leg itself, or the combo as the broker names one: its own conId, and the legs. */
    private WireMessage contract(WireMessage message, Ticket ticket) {
        List<Ticket.Leg> legs = ticket.legs();
        Listing first = listing(legs.get(0).conId());
        if (legs.size() == 1) {
            Wording.contract(message, first);
            return first.right().isEmpty() ? message.set("right", "?") : message;
        }
        message.set("contract.conId", Execution.COMBO).set("symbol", first.symbol()).set("secType", "BAG")
                .set("strike", "0")
                .set("right", "?").set("localSymbol", Integer.toString(Execution.COMBO)).set("tradingClass", "COMB")
                .set("comboLegsDescrip", legs.stream().map(OrderWriter::described).collect(Collectors.joining(",")));
        for (Ticket.Leg leg : legs) {
            message.add("comboLegs").set("conId", leg.conId()).set("ratio", leg.ratio())
                    .set("action", leg.side().name()).set("exchange", "SMART");
        }
        ticket.terms().legPrices().forEach(
                price -> message.add("orderComboLegs").set("price", Numbers.plain(price.toDouble())));
        List<Terms.Tag> routing = ticket.terms().routing().isEmpty() ? GUARANTEED : ticket.terms().routing();
        for (Terms.Tag tag : routing) {
            message.add("smartComboRoutingParams").set("tag", tag.tag()).set("value", tag.value());
        }
        return message;
    }

    private static String described(Ticket.Leg leg) {
        return leg.conId() + " " + (leg.side() == Side.BUY ? "" : "-") + leg.ratio();
    }

    private Listing listing(int conId) {
        return contracts.byConId(conId)
                .orElseThrow(() -> new IllegalStateException("order in an unknown contract " + conId));
    }

    static WireMessage status(BookedOrder order) {
        return WireMessage.of(Incoming.ORDER_STATUS).set("orderId", order.orderId())
                .set("status", order.status().wire()).set("filled", Integer.toString(order.filled()))
                .set("remaining", Integer.toString(order.remaining()))
                .set("avgFillPrice", Numbers.plain(order.averagePrice())).set("permId", order.permId())
                .set("parentId", order.ticket().terms().parentId()).set("whyHeld", order.stage().whyHeld())
                .set("lastFillPrice", Numbers.plain(order.lastPrice().toDouble()))
                .set("clientId", order.clientId()).set("mktCapPrice", "0");
    }

    WireMessage completed(BookedOrder order) {
        WireMessage message = WireMessage.of(Incoming.COMPLETED_ORDER).set("permId", order.permId())
                .set("status", order.status().wire()).set("filledQuantity", Integer.toString(order.filled()))
                .set("completedTime", Stamp.eastern(order.completed())).set("completedStatus", order.completedText());
        return order(message, order.ticket(), order.stage());
    }

    /**
     * @param reqId -1 when unsolicited
     * @param own whether the reader is the client whose order it was; others see order id 0
     */
    WireMessage execution(int reqId, Execution e, boolean own) {
        WireMessage message = WireMessage.of(Incoming.EXEC_DETAILS).set("reqId", reqId)
                .set("orderId", own ? e.orderId() : Math.min(0, e.orderId()));
        if (e.isCombo()) {
            message.set("conId", Execution.COMBO).set("symbol", e.symbol()).set("secType", "BAG")
                    .set("strike", "0.0").set("localSymbol", Integer.toString(Execution.COMBO))
                    .set("tradingClass", "COMB");
        } else {
            Listing listing = listing(e.conId());
            Wording.contract(message, listing);
            if (!listing.isOption()) {
                message.set("strike", "0.0"); // the ordinary value of this message, not 0 as elsewhere
            }
        }
        return message.set("exchange", e.exchange()).set("currency", "USD").set("execId", e.execId())
                .set("time", Stamp.eastern(e.at())).set("acctNumber", account).set("execution.exchange", e.exchange())
                .set("side", e.side() == Side.BUY ? "BOT" : "SLD").set("shares", Integer.toString(e.quantity()))
                .set("price", Numbers.plain(e.price().toDouble())).set("permId", e.permId())
                .set("clientId", e.clientId()).set("cumQty", Integer.toString(e.cumulative()))
                .set("avgPrice", Numbers.plain(e.averagePrice())).set("orderRef", e.orderRef())
                .set("lastLiquidity", 2).set("submitter", SUBMITTER);
    }

    static WireMessage commission(ExchangeOutput.CommissionReported report) {
        boolean opening = report.realisedPnl() == null;
        return WireMessage.of(Incoming.COMMISSION_AND_FEES_REPORT).set("execId", report.execId())
                .set("commissionAndFees", report.commission().toDecimal().stripTrailingZeros().toPlainString())
                .set("currency", "USD")
                .set("realizedPNL", opening ? Numbers.UNSET : report.realisedPnl().toDecimal().toPlainString())
                .set("yield", Numbers.UNSET);
    }
}
