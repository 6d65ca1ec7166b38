package alvh.planner.decide;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanningInput;

/**
 * The weekly re-target of dollars 40/40/20 (methodology 2.6 rule 3): a layer is off when its share of the unrecovered hedge
 * cost is more than 10 points from its target and more than $150. A plan moves by what the rules allow anyway: a layer above
 * its target gets no add in the weekly plan, so that its dollars go to the others; its due rolls stay, and nothing is sold for
 * a ratio's sake (3.7: no forced hedge sales). The targets are shared among the layers whose level is above zero, or that
 * hold something: dollars of a layer that may not buy are not missing.
 *
 * @param off dollars above (positive) or below the target, of the layers that are off; empty on other days
 * @param share share of each layer in percent; {@code target} likewise
 */
public record RatioShift(SortedMap<LayerId, Usd> off, SortedMap<LayerId, Double> share,
        SortedMap<LayerId, Double> target) {
    private static final double POINTS = 10;
    private static final Usd DOLLARS = Usd.ofDollars(150);
    private static final RatioShift NONE = new RatioShift(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public static RatioShift of(PlanningInput input, Assessment assessment) {
        boolean weekly = input.kind() == HedgePlan.Kind.WEEKLY
                && input.settings().preset() == HedgeSettings.Preset.DEFAULT;
        SortedMap<LayerId, Usd> held = assessment.budget().unrecoveredByLayer();
        Usd total = held.values().stream().reduce(Usd.ZERO, Usd::plus);
        if (!weekly || !total.isPositive()) {
            return NONE;
        }
        int parts = 0;
        for (LayerId layer : LayerId.values()) {
            boolean counts = assessment.levels().get(layer).thirds() > 0 || held.get(layer).isPositive();
            parts += counts ? parts(layer) : 0;
        }
        var ratio = new RatioShift(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (LayerId layer : LayerId.values()) {
            boolean counts = assessment.levels().get(layer).thirds() > 0 || held.get(layer).isPositive();
            double target = counts ? 100.0 * parts(layer) / parts : 0;
            double share = 100 * held.get(layer).toDouble() / total.toDouble();
            Usd off = held.get(layer).minus(total.part(counts ? parts(layer) : 0, parts));
            ratio.share.put(layer, share);
            ratio.target.put(layer, target);
            if (Math.abs(share - target) > POINTS && off.max(Usd.ZERO.minus(off)).compareTo(DOLLARS) > 0) {
                ratio.off.put(layer, off);
            }
        }
        return ratio;
    }

    private static int parts(LayerId layer) {
        return switch (layer) {
            case BASE, ACCELERATION -> 40;
            case CONTINGENCY -> 20;
        };
    }

    boolean over(LayerId layer) {
        return off.containsKey(layer) && off.get(layer).isPositive();
    }

    public boolean under(LayerId layer) {
        return off.containsKey(layer) && off.get(layer).isNegative();
    }

    /** "33 % of the dollars held, target 67 %". */
    public String words(LayerId layer) {
        return String.format(Locale.ROOT, "%s has %.0f %% of the hedge dollars held, its target is %.0f %%",
                layer.word(),
                share.get(layer), target.get(layer));
    }
}
