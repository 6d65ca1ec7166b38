package alvh.simulator.exchange;

import java.time.Instant;

import alvh.planner.money.Price;

/**
 * One order as the exchange has it; a new value for every change.
 *
 * @param clientId 0 with orderId 0 or less: written by hand in the broker's own window
 * @param averagePrice over all fills, 0 before the first
 * @param lastPrice of the last fill, 0 before the first
 * @param expires when it dies: a DAY order at the close of its product's session; null: never
 * @param completed when it became terminal, else null
 * @param completedText empty, or {@code Filled Size: 3}, {@code Cancelled by Trader}, ...
 */
public record BookedOrder(long permId, int clientId, int orderId, Ticket ticket, OrderStatus status, int filled,
        double averagePrice, Price lastPrice, Instant accepted, Instant expires, Instant completed,
        String completedText, Stage stage) {

    public BookedOrder {
        stage = stage == null ? Stage.FIRST : stage;
    }

    static BookedOrder accepted(long permId, int clientId, int orderId, Ticket ticket, Instant at, Instant expires) {
        return new BookedOrder(permId, clientId, orderId, ticket, OrderStatus.PRE_SUBMITTED, 0, 0, new Price(0), at,
                expires, null, "", Stage.FIRST);
    }

    BookedOrder with(OrderStatus other, Instant ended, String text) {
        return new BookedOrder(permId, clientId, orderId, ticket, other, filled, averagePrice, lastPrice, accepted,
                expires, ended, text, stage);
    }

    BookedOrder with(Stage other) {
        return new BookedOrder(permId, clientId, orderId, ticket, status, filled, averagePrice, lastPrice, accepted,
                expires, completed, completedText, other);
    }

    /** Another limit or size, in force from now on. */
    BookedOrder with(Ticket other, Instant from, Instant until) {
        return new BookedOrder(permId, clientId, orderId, other, status, filled, averagePrice, lastPrice, from, until,
                null, "", stage);
    }

    BookedOrder with(int units, double average, Price last) {
        return new BookedOrder(permId, clientId, orderId, ticket, status, units, average, last, accepted, expires,
                completed, completedText, stage);
    }

    /** The broker's own window's order gets an id by which client 0 can speak of it. */
    BookedOrder bound(int id) {
        return new BookedOrder(permId, clientId, id, ticket, status, filled, averagePrice, lastPrice, accepted, expires,
                completed, completedText, stage);
    }

    /** Its trailing stop has followed the market, nothing else happened. */
    public boolean differsOnlyInStop(BookedOrder before) {
        Stage was = before.stage;
        return !equals(before) && equals(before.with(
                new Stage(was.released(), was.triggered(), stage.stop(), was.whyHeld(), was.cancels())));
    }

    /** Written in the broker's own window. */
    public boolean isManual() { return clientId == 0 && orderId <= 0; }

    boolean isChildOf(BookedOrder other) {
        return ticket.terms().parentId() != 0 && clientId == other.clientId
                && ticket.terms().parentId() == other.orderId;
    }

    public int remaining() {
        return ticket.quantity() - filled;
    }
}
