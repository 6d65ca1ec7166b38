package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.Execution;
import alvh.simulator.exchange.OrderStatus;
import alvh.simulator.script.Line;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/**
 * Tells clients what the exchange did: each order's owner hears of its orders, client 0 and the master client of all,
 * every subscriber of positions hears of positions. While the link to the broker is down nothing is told; it is told
 * when the link is back.
 */
final class Courier {

    private static final int ORDER_CANCELLED = 202;
    private static final int EVERYBODY = 0;
    private final OrderWriter writer;
    private final AccountDesk accounts;
    private final Switches switches;
    private final Mail mail;
    private final Collection<Session> sessions;
    private final Playbook playbook;
    private final List<ExchangeOutput> waiting = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    /** How each order was last told; only looked up, never walked. */
    private final Map<Long, BookedOrder> told = new HashMap<>();

    /** An answer that a scenario keeps back. */
    private record Late(Instant due, Session to, WireMessage message) {}

    Courier(OrderWriter writer, AccountDesk accounts, Switches switches, Mail mail, Collection<Session> sessions,
            Playbook playbook) {
        this.writer = writer;
        this.accounts = accounts;
        this.switches = switches;
        this.mail = mail;
        this.sessions = sessions;
        this.playbook = playbook;
    }

    void deliver(List<ExchangeOutput> outputs) {
        outputs.forEach(mail::record);
        playbook.saw(outputs);
        waiting.addAll(outputs);
        if (switches.linkUp) {
            List<ExchangeOutput> all = switches.commissionsEarly ? early(waiting) : List.copyOf(waiting);
            waiting.clear();
            for (int i = 0; i < all.size(); i++) {
                if (!skips(all.get(i), all.subList(i + 1, all.size()))) {
                    tell(all.get(i));
                }
            }
        }
    }

    /** What was kept back and is due. */
    void flush() {
        for (Iterator<Late> each = late.iterator(); each.hasNext() && switches.linkUp;) {
            Late one = each.next();
            if (!mail.now().isBefore(one.due())) {
                each.remove();
                if (sessions.contains(one.to())) {
                    mail.send(one.to(), one.message());
                }
            }
        }
    }

    /** Commission reports before the order's own change: gateways do either. */
    private static List<ExchangeOutput> early(List<ExchangeOutput> outputs) {
        List<ExchangeOutput> all = new ArrayList<>();
        for (ExchangeOutput output : outputs) {
            int at = all.size();
            if (output instanceof ExchangeOutput.CommissionReported) {
                while (at > 0 && !(all.get(at - 1) instanceof ExchangeOutput.OrderChanged)) {
                    at--;
                }
                at = Math.max(0, at - 1);
            }
            all.add(at, output);
        }
        return all;
    }

    /** A state that the order leaves in the same breath, and that a scenario wants unsaid. */
    private boolean skips(ExchangeOutput output, List<ExchangeOutput> next) {
        if (switches.skipped.isEmpty() || !(output instanceof ExchangeOutput.OrderChanged changed)) {
            return false;
        }
        boolean named = switch (changed.order().status()) {
            case PRE_SUBMITTED -> switches.skipped.contains(Line.Step.PRESUBMITTED);
            case SUBMITTED -> switches.skipped.contains(Line.Step.SUBMITTED) && changed.order().filled() == 0;
            case PENDING_CANCEL, CANCELLED, FILLED, INACTIVE -> false;
        };
        return named && next.stream().anyMatch(o -> o instanceof ExchangeOutput.OrderChanged later
                && later.order().permId() == changed.order().permId()
                && later.order().status() != changed.order().status());
    }

    private void tell(ExchangeOutput output) {
        switch (output) {
            case ExchangeOutput.OrderChanged changed -> order(changed.order());
            case ExchangeOutput.Executed executed -> execution(executed.execution());
            case ExchangeOutput.Corrected corrected -> execution(corrected.execution());
            case ExchangeOutput.CommissionReported report -> listeners(report.clientId()).forEach(
                    session -> send(session, Line.Answer.COMMISSIONS, OrderWriter.commission(report)));
            case ExchangeOutput.PositionChanged changed -> sessions
                    .forEach(session -> accounts.changed(session, changed.position()));
            case ExchangeOutput.Opened o -> {
            }
            case ExchangeOutput.CashChanged c -> {
            }
            case ExchangeOutput.Settled s -> {
            }
            case ExchangeOutput.MarketTold m -> {
            }
            case ExchangeOutput.ClockSet c -> {
            }
            case ExchangeOutput.Notice notice -> notice(notice);
            case ExchangeOutput.WhatIf answer -> owners(answer.clientId()).forEach(
                    session -> send(session, Line.Answer.ACKS, writer.whatIf(answer, switches.whatIf)));
        }
    }

    private void execution(Execution execution) {
        listeners(execution.clientId()).forEach(session -> send(session, Line.Answer.EXECUTIONS,
                writer.execution(-1, execution, session.clientId == execution.clientId())));
    }

    // ---- orders

    /** openOrder when the order looks new or different and is not simply cancelled; orderStatus always. */
    private void order(BookedOrder order) {
        BookedOrder before = told.put(order.permId(), order);
        if (before != null && order.differsOnlyInStop(before)) {
            return;
        }
        boolean ended = order.status() == OrderStatus.CANCELLED || order.status() == OrderStatus.PENDING_CANCEL;
        boolean bound = order.orderId() < 0 && (before == null || before.orderId() == 0);
        boolean changed = before == null || before.status() != order.status() || bound
                || !before.ticket().equals(order.ticket());
        long permId = before == null && switches.permIdsLate ? 0 : order.permId();
        for (Session session : listeners(order.clientId())) {
            if (order.isManual() && order.orderId() == 0 && session.autoBind && !order.status().isTerminal()) {
                told.remove(order.permId()); // it is told with its new id
                continue;
            }
            if (bound && session.autoBind) {
                mail.send(session, WireMessage.of(Incoming.ORDER_BOUND).set("permId", order.permId())
                        .set("clientId", order.clientId()).set("orderId", order.orderId()));
            }
            if (changed && !ended) {
                send(session, Line.Answer.ACKS, writer.openOrder(order).set("permId", permId));
            }
            for (int i = 0; i < switches.statusRepeats; i++) {
                send(session, Line.Answer.STATUS, OrderWriter.status(order).set("permId", permId));
            }
        }
    }

    /** A notice about nobody's order answers a scenario line: it is for the person at the simulator. */
    private void notice(ExchangeOutput.Notice notice) {
        if (notice.orderId() == 0) {
            mail.add(new Emission.Say(notice.text()));
            return;
        }
        if (notice.code() != ORDER_CANCELLED) {
            owners(notice.clientId()).forEach(session -> mail.error(session, notice.orderId(), notice.code(),
                    notice.text()));
            return;
        }
        owners(notice.clientId()).forEach(session -> send(session, Line.Answer.CANCELS,
                mail.errorMessage(notice.orderId(), notice.code(), notice.text())));
    }

    /** Orders that never left the gateway went with a global cancel. */
    void tellDropped(int clientId, List<Integer> orderIds) {
        owners(clientId).forEach(session -> orderIds
                .forEach(id -> mail.error(session, id, ORDER_CANCELLED, "Order Canceled - reason:")));
    }

    // ---- who

    private void send(Session session, Line.Answer kind, WireMessage message) {
        if (switches.muted.contains(kind)) {
            return;
        }
        Duration by = switches.delays.getOrDefault(kind, Duration.ZERO);
        if (by.isZero()) {
            mail.send(session, message);
        } else {
            late.add(new Late(mail.now().plus(by), session, message));
        }
    }

    /** Whether a client 0 takes over the orders of the broker's own window. */
    boolean binds() {
        return sessions.stream().anyMatch(session -> session.autoBind);
    }

    private List<Session> owners(int clientId) {
        return sessions.stream().filter(session -> session.started() && session.clientId == clientId).toList();
    }

    private List<Session> listeners(int clientId) {
        return sessions.stream().filter(session -> session.started() && (session.clientId == clientId
                || session.clientId == EVERYBODY || session.clientId == switches.master)).toList();
    }
}
