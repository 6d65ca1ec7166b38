package alvh.planner.ledger;

import java.time.LocalDate;

import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * What was paid and received since a day, over all lots: differences of two totals are the flows between two closes, also
 * when a settlement or a correction is booked late. Holdings seeded at the broker's average cost are no flow.
 *
 * @param since New York date from which money counts
 * @param hedgePaid dollars paid for hedges less what their sales and settlements brought
 * @param bookReceived dollars that the book's trades and settlements brought less what they cost
 */
public record CashTotals(LocalDate since, Usd hedgePaid, Usd bookReceived) {

    public static CashTotals of(Ledger ledger, LocalDate since) {
        Usd hedge = Usd.ZERO;
        Usd book = Usd.ZERO;
        for (Lot lot : ledger.lots().values()) {
            boolean flowed = lot.source() != Lot.Source.AVGCOST && lot.opened() != null && !before(lot.opened(), since);
            Usd cost = flowed ? lot.cost() : Usd.ZERO;
            switch (lot.owner()) {
                case HEDGE -> hedge = hedge.plus(cost);
                case BOOK -> book = book.minus(cost);
            }
        }
        for (Ledger.Closing closing : ledger.memory().closings()) {
            Lot lot = ledger.lots().get(closing.lotId());
            if (lot != null && !before(closing.at(), since)) {
                switch (lot.owner()) {
                    case HEDGE -> hedge = hedge.minus(closing.cash());
                    case BOOK -> book = book.plus(closing.cash());
                }
            }
        }
        return new CashTotals(since, hedge, book);
    }

    private static boolean before(java.time.Instant at, LocalDate since) {
        return at.atZone(TradingCalendar.NEW_YORK).toLocalDate().isBefore(since);
    }
}
