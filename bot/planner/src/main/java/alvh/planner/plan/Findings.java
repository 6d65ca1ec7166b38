package alvh.planner.plan;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import alvh.planner.layer.LotContext;

/**
 * All that the steps of one plan found, for the report's rooms to read.
 *
 * @param names what files and market say of each name of the book
 * @param result null when nothing was sized
 * @param orders what is sent on approval, in order; empty when nothing is
 * @param rejected lines and steps not taken, each with its reason
 * @param mapped whether the break-even map is asked for
 */
record Findings(PlanningInput input, Assessment assessment, SortedMap<String, NameFacts> names, Picture picture,
        Gates gates, HeldLots held, BookRisk book,
        HedgeNow hedge, LotContext context, Sizing.Result result, List<PlannedOrder> orders, List<Refusal> rejected,
        List<String> notes,
        boolean mapped) {

    Findings {
        orders = List.copyOf(orders);
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
    }

    /** The same, without those whose scenarios nobody knows because 4.5 sized them: what figures of the model may count. */
    Map<Candidate, Integer> valued() {
        return result == null || !result.modelled() ? Map.of() : result.taken();
    }

    /** Units to buy or roll, by candidate; empty when nothing was sized. */
    Map<Candidate, Integer> taken() {
        return result == null ? Map.of() : result.taken();
    }
}
