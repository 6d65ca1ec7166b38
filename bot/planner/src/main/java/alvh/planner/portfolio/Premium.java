package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.ledger.Ledger;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * The premium that may pay for hedges (methodology 3.3), to the cent.
 *
 * @param open P_open: sum of phi x credit x eligibility of the open structures
 * @param realised R: what structures closed in the last 63 sessions kept
 * @param averageCost some credit of {@code open} comes from the broker's average cost
 * @param closed the structures behind {@code realised}
 */
public record Premium(Usd open, Usd realised, boolean averageCost, List<Retained> closed) {

    /** One closed structure (or the closed part of one): its credit and what was kept of it, before eligibility. */
    public record Retained(Structure structure, Usd credit, Usd kept) {}

    /**
     * @param open the recognised open structures
     * @param netLosses R nets losers against winners, floored at 0 in total; else losers count as 0
     */
    public static Premium of(Ledger ledger, List<Structure> open, Recogniser recogniser, LocalDate today,
            TradingCalendar calendar, boolean netLosses) {
        throw new UnsupportedOperationException("being built");
    }
}
