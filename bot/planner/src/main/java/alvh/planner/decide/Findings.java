package alvh.planner.decide;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import alvh.planner.layer.LotContext;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Candidate;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.HeldLots;
import alvh.planner.line.Picture;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanHash;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;

/**
 * All that the steps of one plan found, for the report's rooms to read.
 *
 * @param names what files and market say of each name of the book
 * @param result null when nothing was sized
 * @param orders what is sent on approval, in order; empty when nothing is
 * @param rejected lines and steps not taken, each with its reason
 */
public record Findings(PlanningInput input, Assessment assessment, SortedMap<String, NameFacts> names, Picture picture,
        Gates gates, HeldLots held, BookRisk book,
        HedgeNow hedge, LotContext context, Sizing.Result result, List<PlannedOrder> orders, List<Refusal> rejected,
        List<String> notes) {

    public Findings {
        orders = List.copyOf(orders);
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
    }

    /** The same, without those whose scenarios nobody knows because 4.5 sized them: what figures of the model may count. */
    public Map<Candidate, Integer> valued() {
        return result == null || !result.modelled() ? Map.of() : result.taken();
    }

    /** Units to buy or roll, by candidate; empty when nothing was sized. */
    public Map<Candidate, Integer> taken() {
        return result == null ? Map.of() : result.taken();
    }

    public List<Certificate> certificates() {
        return result == null ? List.of() : result.certificates();
    }

    /** The decision, frozen and hashed; null when nothing is sent. */
    public HedgePlan plan() {
        if (orders.isEmpty()) {
            return null;
        }
        String hash = PlanHash.of(input.kind(), picture.today(), orders, assessment.budget(), gates.decisions(),
                certificates());
        return new HedgePlan(hash, input.kind(), input.market().asOf(), picture.today(), orders,
                Orders.debit(orders, null), personNeeded());
    }

    /** Contingency before Base is for a person alone to approve (2.7, deadlock). */
    private boolean personNeeded() {
        return result != null && result.problem().deadlock()
                && result.orders().stream().anyMatch(order -> order.worstCase().isPositive());
    }

    /** Without VIX or SPX there is no decision, not even the one to do nothing. */
    public boolean blind() {
        return rejected.stream().anyMatch(r -> r.subject().equals("VIX")
                && (r.code() == Refusal.Code.DATA_MISSING || r.code() == Refusal.Code.SURFACE_OLD)
                || r.code() == Refusal.Code.Q_SPOT && r.subject().equals("SPX"));
    }
}
