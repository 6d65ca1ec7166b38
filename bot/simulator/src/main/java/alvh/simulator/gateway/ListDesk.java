package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import alvh.planner.market.Side;
import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.Execution;
import alvh.simulator.script.Line;
import alvh.wire.Incoming;
import alvh.wire.ServerVersions;
import alvh.wire.WireMessage;

/** Open orders, completed orders and executions, as they are asked for after a reconnect. */
final class ListDesk {

    private static final int MOST_DAYS = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private final Exchange exchange;
    private final OrderWriter writer;
    private final Contracts contracts;
    private final Switches switches;
    private final Mail mail;
    private final Untransmitted kept;

    ListDesk(Exchange exchange, OrderWriter writer, Contracts contracts, Switches switches, Mail mail,
            Untransmitted kept) {
        this.exchange = exchange;
        this.writer = writer;
        this.contracts = contracts;
        this.switches = switches;
        this.mail = mail;
        this.kept = kept;
    }

    /** Greater than every id this client has used, also for orders that are not transmitted yet. */
    int nextOrderId(int clientId) {
        int last = Math.max(exchange.lastOrderId(clientId), kept.last(clientId));
        return Math.min(last, Integer.MAX_VALUE - 1) + 1;
    }

    /** Orders of this client, and openOrderEnd. */
    void own(Session session) {
        open(session, order -> order.clientId() == session.clientId);
    }

    void all(Session session) {
        open(session, order -> true);
    }

    /** What a gateway repeats before managedAccounts when a client comes back; nothing if there is nothing. */
    void comeback(Session session) {
        boolean any = switches.comeback
                && exchange.openOrders().stream().anyMatch(order -> order.clientId() == session.clientId);
        if (any) {
            own(session);
        }
    }

    private void open(Session session, Predicate<BookedOrder> shown) {
        for (BookedOrder order : exchange.openOrders()) {
            if (shown.test(order)) {
                mail.send(session, writer.openOrder(order));
                mail.send(session, OrderWriter.status(order));
            }
        }
        mail.send(session, WireMessage.of(Incoming.OPEN_ORDER_END));
    }

    /** Of this day since the nightly reset; @param apiOnly without those of the broker's own window */
    void completed(Session session, boolean apiOnly) {
        for (BookedOrder order : exchange.completedOrders(today())) {
            if (!order.completed().isAfter(switches.forgottenUntil)) {
                continue; // gone since the nightly reset
            }
            if (!apiOnly || !order.isManual()) {
                mail.send(session, writer.completed(order));
            }
        }
        mail.send(session, WireMessage.of(Incoming.COMPLETED_ORDERS_END));
    }

    void executions(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        String time = request.text("time");
        if (!time.isEmpty() && Stamp.read(time).isEmpty()) {
            mail.error(session, reqId, 10314, "The date, time, or time-zone entered is invalid: '" + time
                    + "'. The correct format is yyyymmdd hh:mm:ss zone, or yyyymmdd-hh:mm:ss for UTC");
            return;
        }
        if (Stamp.lacksZone(time)) {
            mail.error(session, reqId, 2174, Stamp.NO_ZONE);
        }
        for (LocalDate day : days(session, request)) {
            Map<String, ExchangeOutput.CommissionReported> fees = new TreeMap<>();
            exchange.commissions(day).forEach(report -> fees.put(report.execId(), report));
            for (Execution execution : exchange.executions(day)) {
                if (passes(execution, request)) {
                    mail.send(session,
                            writer.execution(reqId, execution, execution.clientId() == session.clientId));
                    fee(session, fees.get(execution.execId()));
                }
            }
        }
        if (!switches.muted.contains(Line.Answer.ENDS)) {
            mail.send(session, WireMessage.of(Incoming.EXEC_DETAILS_END).set("reqId", reqId));
        }
    }

    private void fee(Session session, ExchangeOutput.CommissionReported report) {
        Duration late = switches.delays.getOrDefault(Line.Answer.COMMISSIONS, Duration.ZERO);
        boolean known = report != null && !mail.now().isBefore(report.at().plus(late));
        if (known && !switches.muted.contains(Line.Answer.COMMISSIONS)) {
            mail.send(session, OrderWriter.commission(report));
        }
    }

    private List<LocalDate> days(Session session, WireMessage request) {
        List<LocalDate> days = new ArrayList<>();
        if (session.version >= ServerVersions.EXECUTION_HISTORY_FILTER) {
            for (WireMessage.Group group : request.list("specificDates")) {
                try {
                    days.add(LocalDate.parse(group.text("date"), DAY));
                } catch (DateTimeParseException notADate) {
                    continue; // a live gateway finds nothing for it either
                }
            }
            int back = request.intValue("lastNDays");
            for (int i = Math.min(back, MOST_DAYS) - 1; back != Integer.MAX_VALUE && i > 0; i--) {
                days.add(today().minusDays(i));
            }
        }
        if (request.list("specificDates").isEmpty()) {
            days.add(today());
        }
        return days;
    }

    private boolean passes(Execution e, WireMessage request) {
        int clientId = request.intValue("clientId");
        String account = request.text("acctCode");
        Instant since = Stamp.read(request.text("time")).orElse(Instant.EPOCH);
        String side = request.text("side");
        return (clientId == 0 || clientId == e.clientId()) && (account.isEmpty() || account.equals(exchange.account()))
                && !e.at().isBefore(since) && same(request.text("symbol"), e.symbol())
                && same(request.text("secType"), secType(e)) && same(request.text("exchange"), e.exchange())
                && (side.isEmpty() || side.startsWith("B") == (e.side() == Side.BUY));
    }

    private String secType(Execution execution) {
        return execution.isCombo() ? "BAG" : contracts.byConId(execution.conId()).orElseThrow().secType();
    }

    private static boolean same(String asked, String has) {
        return asked.isEmpty() || asked.equals(has);
    }

    private LocalDate today() {
        return exchange.market().date();
    }
}
