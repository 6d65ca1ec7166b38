package alvh.planner.decide;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.Level;
import alvh.planner.layer.LotDecision;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.Candidate;
import alvh.planner.line.HeldPool;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;

/**
 * Why each order is in the plan, by the numbers that were compared: the layer's level, its row and the budget's, or the
 * rule by which a roll is due.
 *
 * @param levels as sizing used them
 * @param taken units by candidate
 * @param fees reserved for an order, by the settings
 */
record OrderReasons(Assessment assessment, Gates gates, SortedMap<LayerId, Level> levels,
        Map<Candidate, Integer> taken, HedgeSettings.Fees fees) {

    String of(Candidate candidate) {
        var parts = new ArrayList<String>();
        if (candidate.isRoll()) {
            parts.add(due(candidate.rolled()));
        } else {
            parts.add(level(candidate.layer()));
            if (candidate.fund() != null) {
                parts.add("paid by harvested gains, " + candidate.fund().amount().text() + " of them");
            }
            row(candidate.layer()).ifPresent(parts::add);
        }
        if (candidate.fund() == null) {
            parts.add(budget());
        }
        return String.join("; ", parts);
    }

    /** The rule by which the contract's roll is due, or "" when none is. */
    static String due(HeldPool pool) {
        return pool.decisions().stream().filter(d -> d.kind() == LotDecision.Kind.ROLL_DUE)
                .map(LotDecision::because).findFirst().orElse("");
    }

    private String level(LayerId layer) {
        LayerDecision decision = gates.decisions().get(layer.ordinal());
        Level used = levels.get(layer);
        return layer.word() + " is " + decision.now() + " (" + decision.because() + ")"
                + (used == decision.now() ? "" : " but acts as " + used + ", Acceleration is not certified");
    }

    /** Rows (3) and (4) of methodology 4.2: the layer's share, or the first unit of an empty layer, as it holds. */
    private Optional<String> row(LayerId layer) {
        Usd cap = assessment.budget().capTotal();
        Usd unrecovered = assessment.budget().unrecoveredByLayer().getOrDefault(layer, Usd.ZERO);
        Usd bought = sum(layer, false);
        Usd rolled = sum(layer, true);
        Usd share = SizingInputs.layerShare(layer, levels.get(layer).thirds(),
                gates.gates().get(layer).throttlePercent(), cap);
        if (unrecovered.plus(rolled).plus(bought).compareTo(share) <= 0) {
            return Optional.of("the layer: " + unrecovered.text() + " held"
                    + (rolled.isZero() ? "" : ", " + rolled.text() + " by its rolls,") + " + " + bought.text() + " <= "
                    + share.text()
                    + ", its share at this level");
        }
        Usd core = cap.share(SizingInputs.phi(layer));
        return bought.compareTo(core) > 0
                ? Optional.empty()
                : Optional.of("the first unit of an empty layer: " + bought.text() + " <= " + core.text() + ", "
                        + SizingInputs.phi(layer).movePointRight(2).toBigInteger() + " % of " + cap.text());
    }

    private Usd sum(LayerId layer, boolean rolls) {
        Usd sum = Usd.ZERO;
        for (Map.Entry<Candidate, Integer> line : taken.entrySet()) {
            if (line.getKey().layer() == layer && line.getKey().isRoll() == rolls) {
                sum = sum.plus(SizingInputs.layerCharge(line.getKey()).times(line.getValue()));
            }
        }
        return sum;
    }

    private String budget() {
        return "the budget: the plan takes at most " + OrderCharges.flow(taken, fees).text() + " of the "
                + assessment.budget().available().text()
                + " left";
    }
}
