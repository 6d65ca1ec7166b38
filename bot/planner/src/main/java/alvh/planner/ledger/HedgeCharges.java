package alvh.planner.ledger;

import java.time.LocalDate;
import java.util.SortedMap;

import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * What the hedge has cost, as methodology 3.4 and 3.5 count it on one trade date.
 *
 * @param cumHedge CumHedge: cost less credits of lots bought in the last 63 sessions or still open, plus reservations;
 *        never negative. Extensions paid from harvested gains are not in it
 * @param unrecovered cost less credits of open lots, plus reservations
 * @param reserved the reservations inside both
 * @param unrecoveredByLayer the same by layer, every layer present
 * @param harvestReserve proceeds above cost so far, less what extensions cost
 * @param spentFiveSessions debit of lots bought in the last five sessions, today included, plus reservations
 * @param extendable by harvested lot: half of its gain less the extensions it has paid for
 */
public record HedgeCharges(Usd cumHedge, Usd unrecovered, Usd reserved, SortedMap<LayerId, Usd> unrecoveredByLayer,
        Usd harvestReserve, Usd spentFiveSessions, SortedMap<String, Usd> extendable) {

    public static final int EPOCH_SESSIONS = 63;
    public static final int PACING_SESSIONS = 5;

    public static HedgeCharges of(Ledger ledger, LocalDate today, TradingCalendar calendar) {
        throw new UnsupportedOperationException("being built");
    }
}
