package alvh.planner.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.Candidate;
import alvh.planner.line.Picture;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings.Preset;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.sizing.ExactSizer;
import alvh.planner.sizing.LayerRow;
import alvh.planner.sizing.MostUnits;
import alvh.planner.sizing.SizingProblem;
import alvh.planner.sizing.SizingSolution;

/**
 * What a preset changes of levels and sizing (methodology 8 Q1, Q4; study arms A2 and A3). {@code default} and {@code off}
 * change nothing here.
 *
 * @param bundle what alvh442 buys, null when it buys nothing or under another preset
 * @param ordersLeft buy orders that each layer may still send this week (S35)
 */
record Presets(Preset preset, Bundle bundle, SortedMap<LayerId, Integer> ordersLeft) {
    private static final BigDecimal ORDER_SHARE = new BigDecimal("0.45");

    /** The lines as the preset offers them, and what sizing must know of it. */
    record Offer(Presets presets, List<Candidate> lines) {}

    /**
     * @param found rolls and buys of all layers, each layer's target strike first
     * @param forward VIX forward of the expiry that Base would buy
     * @param refusals gets the reasons of what the preset does not buy
     */
    static Offer offer(List<Candidate> found, double forward, PlanningInput input, Picture picture, BudgetState budget,
            List<Refusal> refusals) {
        Preset preset = input.settings().preset();
        SortedMap<LayerId, Integer> left = new TreeMap<>();
        WeekOrders.buys(input.ledger(), picture.today()).forEach((layer, sent) -> left.put(layer,
                Math.max(0, LayerRow.BUY_ORDERS - sent)));
        return switch (preset) {
            case DEFAULT, OFF -> new Offer(new Presets(preset, null, left), found);
            case ALVH442 -> {
                Bundle bundle = Bundle.of(found, budget, refusals);
                var lines = new ArrayList<>(found.stream().filter(c -> c.isRoll() || c.fund() != null).toList());
                if (bundle != null) {
                    lines.add(bundle.line());
                }
                yield new Offer(new Presets(preset, bundle, left), lines);
            }
            case VXTH -> new Offer(new Presets(preset, null, left),
                    Vxth.lines(found, forward, input, picture, budget.capTotal(), refusals));
        };
    }

    /** Whether a preset trades a layer at all. */
    static boolean trades(Preset preset, LayerId layer) {
        return switch (preset) {
            case DEFAULT, ALVH442 -> true;
            case VXTH -> layer == LayerId.BASE;
            case OFF -> false;
        };
    }

    /** Whether the preset, and not the votes, sets a layer's level. */
    static boolean dictates(Preset preset, LayerId layer) {
        return switch (preset) {
            case DEFAULT, OFF -> false;
            case ALVH442 -> layer != LayerId.BASE;
            case VXTH -> true;
        };
    }

    /** alvh442: the other layers follow Base, for a bundle has all three. vxth: Base alone, whatever the votes say. */
    static SortedMap<LayerId, Level> levels(Preset preset, SortedMap<LayerId, Level> voted) {
        SortedMap<LayerId, Level> levels = new TreeMap<>(voted);
        boolean book = voted.get(LayerId.BASE) != Level.OFF;
        for (LayerId layer : LayerId.values()) {
            if (dictates(preset, layer)) {
                levels.put(layer, preset == Preset.ALVH442
                        ? voted.get(LayerId.BASE)
                        : layer == LayerId.BASE && book ? Level.FULL : Level.OFF);
            }
        }
        return levels;
    }

    /** The layer table's row, with the preset's own words where the votes do not decide. */
    static LayerDecision words(Preset preset, LayerDecision decision) {
        if (!dictates(preset, decision.layer()) || decision.now() == Level.OFF && preset == Preset.ALVH442) {
            return decision;
        }
        boolean bundles = preset == Preset.ALVH442;
        boolean base = decision.layer() == LayerId.BASE;
        String because = bundles
                ? "preset alvh442: bundles have all three layers, so it follows Base"
                : base ? "preset vxth: its rule buys whatever the votes say" : "preset vxth: Base alone is bought";
        String next = bundles ? "follows Base" : base ? "the next roll day" : "never under this preset";
        return new LayerDecision(decision.layer(), decision.before(), decision.now(), decision.buysAllowed(),
                decision.throttlePercent(), decision.gate(), because, next);
    }

    /** Units that control C3 leaves to one order of {@code each} contracts: 45 % of the budget, or one contract. */
    static long mostInOneOrder(Usd unit, int each, Usd capTotal) {
        long units = capTotal.share(ORDER_SHARE).e4() / Math.max(1, unit.times(each).e4());
        return units > 0 || each > 1 ? units : 1;
    }

    /**
     * The layers' rows with the orders left this week. Dollars 40/40/20 are not the shares of alvh442 and vxth: what is held
     * may cost the whole budget, by Base's level.
     */
    SizingProblem rows(SizingProblem p, BudgetState budget, SortedMap<LayerId, Level> levels, int throttlePercent) {
        boolean shares = preset != Preset.ALVH442 && preset != Preset.VXTH;
        int thirds = levels.get(LayerId.BASE).thirds();
        int throttle = preset == Preset.VXTH ? 100 : throttlePercent;
        Usd whole = budget.capTotal().part((long) thirds * throttle, 300).minus(budget.unrecovered());
        Usd core = thirds > 0 ? budget.capTotal() : Usd.ZERO;
        SortedMap<LayerId, LayerRow> rows = new TreeMap<>();
        p.layers().forEach((layer, row) -> rows.put(layer, shares
                ? new LayerRow(row.open(), row.capLeft(), row.held(), row.coreCap(), orders(layer), LayerRow.MOST_HELD)
                : new LayerRow(row.open(), whole, row.held(), core, orders(layer), LayerRow.MOST_HELD)));
        return new SizingProblem(p.weights(), p.baseLoss(), p.lines(), p.flowSlack(), p.stockSlack(), p.pacingLeft(),
                rows, p.rowNames(), p.rowLimits(), p.rollCapacity(), p.funds(), p.deadlock());
    }

    /** A bundle is an order of each layer. */
    private int orders(LayerId layer) {
        return bundle == null
                ? ordersLeft.get(layer)
                : ordersLeft.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    SizingSolution solve(SizingProblem problem) {
        return preset == Preset.VXTH ? MostUnits.solve(problem) : ExactSizer.solve(problem);
    }

    /** Puts what was taken into {@code taken}: of a bundle its parts. */
    void take(Map<Candidate, Integer> taken, Candidate candidate, int units) {
        if (bundle != null && candidate.id().equals(Bundle.ID)) {
            bundle.parts().forEach((part, each) -> taken.merge(part, units * each, Integer::sum));
        } else {
            taken.merge(candidate, units, Integer::sum);
        }
    }
}
