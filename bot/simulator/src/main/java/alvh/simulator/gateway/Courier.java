package alvh.simulator.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.OrderStatus;
import alvh.simulator.script.Line;
import alvh.wire.WireMessage;

/**
 * Tells clients what the exchange did: each order's owner hears of its orders, every subscriber of positions hears of
 * positions. While the link to the broker is down nothing is told; it is told when the link is back.
 */
final class Courier {

    private static final int ORDER_CANCELLED = 202;
    private final OrderWriter writer;
    private final AccountDesk accounts;
    private final Switches switches;
    private final Mail mail;
    private final Collection<Session> sessions;
    private final Playbook playbook;
    private final List<ExchangeOutput> waiting = new ArrayList<>();
    /** What an openOrder last said of a permId; only looked up, never walked. */
    private final Map<Long, String> told = new HashMap<>();

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
            List<ExchangeOutput> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(this::tell);
        }
    }

    private void tell(ExchangeOutput output) {
        switch (output) {
            case ExchangeOutput.OrderChanged changed -> order(changed.order());
            case ExchangeOutput.Executed executed -> toOwner(Line.Answer.EXECUTIONS, executed.execution().clientId(),
                    writer.execution(-1, executed.execution(), true));
            case ExchangeOutput.Corrected corrected -> toOwner(Line.Answer.EXECUTIONS,
                    corrected.execution().clientId(), writer.execution(-1, corrected.execution(), true));
            case ExchangeOutput.CommissionReported report -> toOwner(Line.Answer.COMMISSIONS, report.clientId(),
                    OrderWriter.commission(report));
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
            case ExchangeOutput.WhatIf answer -> toOwner(Line.Answer.ACKS, answer.clientId(), writer.whatIf(answer));
        }
    }

    /** openOrder when the order looks new or different and is not simply cancelled; orderStatus always. */
    private void order(BookedOrder order) {
        String looks = order.status() + " " + order.ticket();
        boolean changed = !looks.equals(told.put(order.permId(), looks));
        if (changed && order.status() != OrderStatus.CANCELLED && order.status() != OrderStatus.PENDING_CANCEL) {
            toOwner(Line.Answer.ACKS, order.clientId(), writer.openOrder(order));
        }
        for (int i = 0; i < switches.statusRepeats; i++) {
            toOwner(Line.Answer.STATUS, order.clientId(), OrderWriter.status(order));
        }
    }

    /** A notice about nobody's order answers a scenario line: it is for the person at the simulator. */
    private void notice(ExchangeOutput.Notice notice) {
        if (notice.orderId() == 0) {
            mail.add(new Emission.Say(notice.text()));
            return;
        }
        boolean muted = notice.code() == ORDER_CANCELLED && switches.muted.contains(Line.Answer.CANCELS);
        if (!muted) {
            owners(notice.clientId()).forEach(session -> mail.error(session, notice.orderId(), notice.code(),
                    notice.text()));
        }
    }

    private void toOwner(Line.Answer kind, int clientId, WireMessage message) {
        if (!switches.muted.contains(kind)) {
            owners(clientId).forEach(session -> mail.send(session, message));
        }
    }

    private List<Session> owners(int clientId) {
        return sessions.stream().filter(session -> session.started() && session.clientId == clientId).toList();
    }
}
