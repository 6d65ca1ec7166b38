package alvh.simulator.exchange;

import java.time.Instant;

import alvh.planner.money.Price;

/**
 * One order as the exchange has it; a new value for every change.
 *
 * @param clientId 0 with orderId 0: written by hand in the broker's own window
 * @param averagePrice over all fills, 0 before the first
 * @param lastPrice of the last fill, 0 before the first
 * @param expires when a DAY order dies: the close of its product's session
 * @param completed when it became terminal, else null
 * @param completedText empty, or {@code Filled Size: 3}, {@code Cancelled by Trader}, ...
 */
public record BookedOrder(long permId, int clientId, int orderId, Ticket ticket, OrderStatus status, int filled,
        double averagePrice, Price lastPrice, Instant accepted, Instant expires, Instant completed,
        String completedText) {

    public int remaining() {
        return ticket.quantity() - filled;
    }
}
