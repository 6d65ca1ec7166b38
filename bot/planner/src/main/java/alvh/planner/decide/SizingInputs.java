package alvh.planner.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.BuyGate;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Candidate;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.HeldLots;
import alvh.planner.line.HeldPool;
import alvh.planner.line.LinePricer;
import alvh.planner.line.Picture;
import alvh.planner.money.Usd;
import alvh.planner.scenario.ShockedMarket;
import alvh.planner.sizing.LayerRow;
import alvh.planner.sizing.SizingLine;
import alvh.planner.sizing.SizingProblem;

/** Book, lots, budget, levels and candidates become one instance of the sizing program (methodology 4.2). */
public final class SizingInputs {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** What the layers allow: level and gate by layer, and the layers that a failed certificate closed. */
    record Permissions(SortedMap<LayerId, Level> levels, SortedMap<LayerId, BuyGate> gates,
            SortedSet<LayerId> closed, SortedMap<String, Usd> funds, boolean deadlock) {}

    private SizingInputs() {}

    static SizingProblem of(List<Candidate> candidates, BookRisk book, HedgeNow hedge, HeldLots held,
            BudgetState budget, Permissions permissions, List<Limits.Row> all, Picture picture) {
        List<Limits.Row> rows = all.stream().filter(row -> mayBind(row, candidates)).toList();
        double[] base = new double[book.base().length];
        for (int s = 0; s < base.length; s++) {
            base[s] = -book.base()[s] - hedge.base()[s];
        }
        SortedMap<LayerId, LayerRow> layers = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            layers.put(layer, layerRow(layer, held, budget, permissions));
        }
        List<SizingLine> lines = new ArrayList<>();
        SortedMap<String, Long> capacity = new TreeMap<>();
        for (Candidate candidate : candidates) {
            double[] use = rows.stream().mapToDouble(row -> row.coefficient().of(candidate)).toArray();
            lines.add(line(candidate, use));
            if (candidate.isRoll()) {
                capacity.put(candidate.rolled().key(), candidate.rolled().due());
            }
        }
        Usd pacing = budget.capTotal().share(HALF).minus(budget.spentFiveSessions());
        return SizingProblem.of(new SizingProblem(weights(picture.markets()), base, lines,
                budget.flowCap().minus(budget.cumHedge()), budget.stockCap().minus(budget.unrecovered()), pacing,
                layers, rows.stream().map(Limits.Row::name).toList(),
                rows.stream().mapToDouble(Limits.Row::left).toArray(), capacity, permissions.funds(),
                permissions.deadlock()));
    }

    /** Whether any plan at all could use more of a row than is left: the search need not look at the others. */
    private static boolean mayBind(Limits.Row row, List<Candidate> candidates) {
        double most = candidates.stream()
                .mapToDouble(c -> Math.max(0, row.coefficient().of(c)) * c.line().upper()).sum();
        return most > Math.max(0, row.left());
    }

    /** The same problem with no more than the account can spend. */
    static SizingProblem within(SizingProblem p, Usd spendable) {
        return new SizingProblem(p.weights(), p.baseLoss(), p.lines(), p.flowSlack().min(spendable),
                p.stockSlack().min(spendable), p.pacingLeft(), p.layers(), p.rowNames(), p.rowLimits(),
                p.rollCapacity(), p.funds(), p.deadlock());
    }

    private static double[] weights(List<ShockedMarket> markets) {
        return markets.stream().mapToDouble(market -> market.shock().weight()).toArray();
    }

    private static LayerRow layerRow(LayerId layer, HeldLots held, BudgetState budget, Permissions permissions) {
        BuyGate gate = permissions.gates().get(layer);
        int thirds = permissions.levels().get(layer).thirds();
        boolean open = gate.open() && !permissions.closed().contains(layer);
        Usd share = layerShare(layer, thirds, gate.throttlePercent(), budget.capTotal());
        Usd core = thirds > 0 ? budget.capTotal().share(phi(layer)) : Usd.ZERO;
        Usd unrecovered = budget.unrecoveredByLayer().getOrDefault(layer, Usd.ZERO);
        return new LayerRow(open, share.minus(unrecovered), held.heldOf(layer), core);
    }

    public static BigDecimal theta(LayerId layer) {
        return switch (layer) {
            case BASE, ACCELERATION -> new BigDecimal("0.45");
            case CONTINGENCY -> new BigDecimal("0.25");
        };
    }

    public static BigDecimal phi(LayerId layer) {
        return switch (layer) {
            case BASE -> BigDecimal.ONE;
            case ACCELERATION -> new BigDecimal("0.50");
            case CONTINGENCY -> new BigDecimal("0.35");
        };
    }

    private static SizingLine line(Candidate candidate, double[] use) {
        if (candidate.isRoll()) {
            return roll(candidate, use);
        }
        return candidate.fund() == null
                ? SizingLine.buy(candidate.line(), use)
                : SizingLine.extension(candidate.line(), candidate.fund().name(), use);
    }

    /** What one unit takes from the flow test at worst. */
    static Usd flowCharge(Candidate candidate) {
        if (candidate.isRoll()) {
            // Never below zero: a sale that has not filled pays for nothing else (3.6).
            return newDebit(candidate).minus(candidate.proceeds().min(candidate.rolled().unitCost())).max(Usd.ZERO);
        }
        return candidate.fund() == null ? candidate.line().worstCase() : Usd.ZERO;
    }

    /** What the bought unit of a roll costs at worst: the net price, also one that pays us, and what the sold unit brings. */
    private static Usd newDebit(Candidate roll) {
        Usd net = roll.inTwoOrders()
                ? roll.line().worstCase()
                : roll.ladder().last().cost(LinePricer.MULTIPLIER, 1).plus(roll.fees());
        return net.plus(roll.proceeds());
    }

    /** What one unit takes from its layer's share: of a roll its new debit less what the sold unit frees. */
    static Usd layerCharge(Candidate candidate) {
        return candidate.isRoll()
                ? newDebit(candidate).minus(candidate.rolled().unitUnrecovered())
                : candidate.line().worstCase();
    }

    /** Row (3) before what is held: throttle x a_l x theta_l x Cap_total. */
    public static Usd layerShare(LayerId layer, int thirds, int throttlePercent, Usd capTotal) {
        return capTotal.share(theta(layer)).part((long) thirds * throttlePercent, 300);
    }

    /** New debit less what the sold unit credits: at most its cost in the flow test, its unrecovered cost elsewhere. */
    private static SizingLine roll(Candidate candidate, double[] use) {
        HeldPool pool = candidate.rolled();
        Usd debit = newDebit(candidate);
        Usd flow = flowCharge(candidate);
        Usd stock = layerCharge(candidate);
        return new SizingLine(candidate.line(), flow, stock, stock, debit, pool.key(), null, true, use);
    }
}
