package alvh.planner.budget;

import java.math.BigDecimal;
import java.util.SortedMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/**
 * Both budget tests of methodology 3.4, to the cent.
 *
 * @param share f, 0.15 to 0.25
 * @param openShare f_open = min(0.25, f + 0.05)
 * @param premiumOpen P_open: eligible premium of open structures
 * @param premiumRealised R: what closed structures of the epoch kept
 * @param flowCap f x (P_open + R); {@code stockCap} f_open x P_open; {@code capTotal} the smaller of both
 * @param cumHedge CumHedge, reservations inside
 * @param unrecovered unrecovered cost of open hedge lots, reservations inside
 * @param reserved the part of both that is reservation
 * @param available B_avail = min(slack1, slack2), never negative
 * @param harvestReserve gains above cost, of which at most half may extend protection
 * @param unrecoveredByLayer unrecovered cost by layer
 * @param spentFiveSessions debit of the last five sessions, for the pacing row (9)
 */
public record BudgetState(BigDecimal share, BigDecimal openShare, Usd premiumOpen, Usd premiumRealised, Usd flowCap,
        Usd stockCap, Usd capTotal, Usd cumHedge, Usd unrecovered, Usd reserved, Usd available, Usd harvestReserve,
        SortedMap<LayerId, Usd> unrecoveredByLayer, Usd spentFiveSessions) {

    /** The same account with a ceiling higher by {@code more}: what the shadow price of the budget is measured with. */
    public BudgetState raisedBy(Usd more) {
        Usd flow = flowCap.plus(more);
        Usd stock = stockCap.plus(more);
        Usd left = flow.minus(cumHedge).min(stock.minus(unrecovered)).max(Usd.ZERO);
        return new BudgetState(share, openShare, premiumOpen, premiumRealised, flow, stock, flow.min(stock), cumHedge,
                unrecovered, reserved, left, harvestReserve, unrecoveredByLayer, spentFiveSessions);
    }
}
