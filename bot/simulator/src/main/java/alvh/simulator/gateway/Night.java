package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.Ticket;
import alvh.simulator.market.SessionCalendar;
import alvh.simulator.script.Line;

/** What a night does to a gateway: its own restart, and the broker's reset between 23:45 and 00:45 New York. */
final class Night {

    private static final LocalTime BEGIN = LocalTime.of(23, 45);
    private static final Duration USUAL = Duration.ofHours(1);
    private final Exchange exchange;
    private final OrderDesk orders;
    private final Switches switches;
    private final Mail mail;
    /** Each null while it is not awaited. */
    private Instant portBack;
    private Instant resetEnd;
    private Instant nextReset;

    Night(Exchange exchange, OrderDesk orders, Switches switches, Mail mail) {
        this.exchange = exchange;
        this.orders = orders;
        this.switches = switches;
        this.mail = mail;
    }

    void closePort(Duration by) {
        portBack = mail.now().plus(by);
        switches.portOpen = false;
        mail.add(new Emission.Port(false));
    }

    void portIsBack() {
        if (portBack != null && !mail.now().isBefore(portBack)) {
            portBack = null;
            switches.portOpen = true;
            mail.add(new Emission.Port(true));
        }
    }

    void resetEnds(Duration after) {
        resetEnd = mail.now().plus(after);
    }

    void every(boolean on) {
        nextReset = on ? next(mail.now()) : null;
    }

    private static Instant next(Instant after) {
        ZonedDateTime here = after.atZone(SessionCalendar.NEW_YORK);
        LocalDate day = here.toLocalTime().isBefore(BEGIN) ? here.toLocalDate() : here.toLocalDate().plusDays(1);
        return day.atTime(BEGIN).atZone(SessionCalendar.NEW_YORK).toInstant();
    }

    /** The next turn of the link that is due, or null; a jump over several nights plays them all. */
    Line.LinkState next() {
        if (resetEnd != null && !mail.now().isBefore(resetEnd)) {
            resetEnd = null;
            clearUp();
            return Line.LinkState.UP;
        }
        if (resetEnd == null && nextReset != null && !mail.now().isBefore(nextReset)) {
            resetEnd = nextReset.plus(USUAL);
            nextReset = next(nextReset);
            return Line.LinkState.DOWN;
        }
        return null;
    }

    /** DAY orders are gone, and what was completed is no longer listed. */
    private void clearUp() {
        for (BookedOrder order : exchange.openOrders()) {
            if (order.ticket().tif() == Ticket.Tif.DAY) {
                orders.exchange(new ExchangeInput.HandCancel(order.permId(), "nightly reset"));
            }
        }
        switches.forgottenUntil = mail.now();
    }
}
