package alvh.planner;

import java.util.List;

import alvh.planner.decide.Planning;
import alvh.planner.decide.WantedInstruments;
import alvh.planner.layer.LayerLevels;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanningInput;
import alvh.planner.report.Reports;

/**
 * The planner's two questions, both pure: which instruments are worth a market-data line, and what to do today. Equal
 * input gives an equal plan, byte for byte, so that any past decision can be made again.
 */
public final class HedgePlanner {
    private HedgePlanner() {}

    /**
     * What to do today, or why nothing.
     *
     * @return never null and never thrown away: missing or impossible data becomes a named refusal
     */
    public static PlanOutcome plan(PlanningInput input) {
        return Reports.outcome(Planning.of(input), input.kind() == HedgePlan.Kind.WEEKLY);
    }

    /** The same plan with the break-even map of book and hedge (methodology F15), for whoever asks why. */
    public static PlanOutcome explained(PlanningInput input) {
        return Reports.outcome(Planning.of(input), true);
    }

    /**
     * The instruments worth a market-data line, in order of need: what is held first, then the book, the strikes
     * round what is held for its smile, the VIX futures, and for each layer the few strikes near its target with their neighbours for the smile and pairs for parity.
     *
     * @param levelsAndListings a picture with index levels and chain listings; quotes may be missing
     * @return at most {@value WantedInstruments#LIMIT} keys, no duplicates
     */
    public static List<InstrumentKey> wanted(LayerLevels levels, AccountSnapshot account, Ledger ledger,
            MarketSnapshot levelsAndListings, HedgeSettings settings) {
        return WantedInstruments.of(account, ledger, levelsAndListings, settings);
    }
}
