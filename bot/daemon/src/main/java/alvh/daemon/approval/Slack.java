package alvh.daemon.approval;

import java.time.Instant;
import java.time.LocalDate;

import alvh.planner.budget.BudgetState;
import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/** What both budget tests leave, with the plan's caps and the ledger of this moment. */
public final class Slack {

    private Slack() {}

    /** B_avail of methodology 3.4, recomputed; may be negative after a correction. */
    public static Usd of(BudgetState budget, Ledger ledger, Instant now) {
        LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
        HedgeCharges charges = HedgeCharges.of(ledger, today, TradingCalendar.nyse());
        Usd flow = budget.flowCap().minus(charges.cumHedge());
        Usd stock = budget.stockCap().minus(charges.unrecovered());
        return flow.min(stock);
    }
}
