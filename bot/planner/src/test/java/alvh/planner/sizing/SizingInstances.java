package alvh.planner.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;

/** Random but plausible instances of the sizing program: a book that loses in crashes, calls that gain in them. */
final class SizingInstances {
    private static final double[] WEIGHTS = {.100, .330, .260, .160, .056, .053, .0136, .006, .004, .0015, .004, .006,
            .004, .0019};
    private static final double[] SHOCK = {-2.5, -1, -0.3, 1.3, 3, 4.5, 10, 14, 24, 20, 8, 5, 0, 2.5};
    private static final double[] BOOK = {0.3, 0.4, 0.35, 0.1, -0.8, -1.8, -3, -4, -5, -2, -0.6, -3.5, -1, -1.5};

    private final SplittableRandom random;
    private final int lineCount;
    private final int upper;
    private final int scenarios;

    SizingInstances(long seed, int lineCount, int upper, int scenarios) {
        this.random = new SplittableRandom(seed);
        this.lineCount = lineCount;
        this.upper = upper;
        this.scenarios = scenarios;
    }

    /** @param rolls how many of the lines are rolls of held lots */
    SizingProblem next(int rolls) {
        double premium = 400 + 6000 * random.nextDouble();
        long cap = Math.round(premium * 0.20 * 10_000);
        double[] base = base(premium);
        int rows = 3;
        List<SizingLine> lines = new ArrayList<>();
        SortedMap<String, Long> groups = new TreeMap<>();
        for (int j = 0; j < lineCount; j++) {
            LayerId layer = LayerId.values()[random.nextInt(3)];
            CandidateLine line = line(j, layer);
            double[] use = use(line, rows);
            lines.add(j < rolls
                    ? roll(line, use, groups, j)
                    : j == lineCount - 1 && layer != LayerId.BASE
                            ? SizingLine.extension(line, "gains", use)
                            : SizingLine.buy(line, use));
        }
        SortedMap<LayerId, LayerRow> layers = new TreeMap<>();
        double[] theta = {0.45, 0.45, 0.25};
        double[] phi = {1, 0.5, 0.35};
        for (LayerId layer : LayerId.values()) {
            double level = random.nextInt(4) / 3.0;
            Usd core = level > 0 ? new Usd((long) (phi[layer.ordinal()] * cap)) : Usd.ZERO;
            long held = rolls > 0 ? 1 + random.nextInt(3) : random.nextInt(2);
            Usd spent = new Usd(held * (300_000 + random.nextInt(500_000)));
            layers.put(layer, new LayerRow(random.nextInt(8) > 0,
                    new Usd((long) (level * theta[layer.ordinal()] * cap)).minus(spent), held, core));
        }
        double[] limits = new double[rows];
        Arrays.setAll(limits, r -> premium * (random.nextDouble() * 0.5 - 0.05));
        return new SizingProblem(weights(), base, lines, new Usd(cap / 2 + random.nextLong(cap / 2)),
                stockSlack(rolls, cap), new Usd(cap / 2 - random.nextLong(cap / 3)), layers,
                List.of("vega", "theta", "over-hedge"), limits, groups,
                new TreeMap<>(Map.of("gains", Usd.ofDollars(random.nextInt(600)))),
                random.nextInt(10) == 0);
    }

    /** Broken by what is held in a quarter of the instances that roll something. */
    private Usd stockSlack(int rolls, long cap) {
        boolean broken = rolls > 0 && random.nextInt(4) == 0;
        return new Usd(broken ? -random.nextLong(cap / 4) : cap / 2 + random.nextLong(cap));
    }

    private double[] weights() {
        double[] weights = new double[scenarios];
        double sum = 0;
        for (int s = 0; s < scenarios; s++) {
            weights[s] = WEIGHTS[s % WEIGHTS.length] * (s < WEIGHTS.length ? 1 : 0.1 + random.nextDouble());
            sum += weights[s];
        }
        for (int s = 0; s < scenarios; s++) {
            weights[s] /= sum;
        }
        return weights;
    }

    private double[] base(double premium) {
        double[] base = new double[scenarios];
        Arrays.setAll(base, s -> -premium * BOOK[s % BOOK.length] * (0.5 + random.nextDouble()) * 0.8);
        return base;
    }

    private CandidateLine line(int j, LayerId layer) {
        double cost = 40 + 160 * random.nextDouble();
        double power = (layer == LayerId.CONTINGENCY ? 0.25 : 0.6) * (0.4 + random.nextDouble());
        double[] values = new double[scenarios];
        Arrays.setAll(values, s -> Math.max(0, cost * (0.9 + power * SHOCK[s % SHOCK.length] * 0.3
                + 0.1 * random.nextDouble())));
        Usd worst = Usd.ceil(cost * (1.02 + 0.05 * random.nextDouble()));
        String id = String.format(Locale.ROOT, "line %02d", j);
        var leg = new Lot.LotLeg(InstrumentKey.of(String.format(Locale.ROOT, "VIX   260415C000%02d000", 10 + j)), 1,
                Side.BUY);
        return new CandidateLine(id, layer, List.of(leg), cost, worst, values, values[2], 1 + random.nextInt(upper),
                List.of(), new double[4], 30 + random.nextInt(200));
    }

    private double[] use(CandidateLine line, int rows) {
        double[] use = new double[rows];
        for (int r = 0; r < rows; r++) {
            use[r] = line.expectedFill() * (random.nextDouble() * 1.2 - 0.3);
        }
        return use;
    }

    private SizingLine roll(CandidateLine line, double[] use, SortedMap<String, Long> groups, int j) {
        String group = "held " + j / 2;
        groups.putIfAbsent(group, 1 + random.nextLong(3));
        Usd proceeds = Usd.floor(line.expectedFill() * random.nextDouble() * 0.8);
        Usd oldCost = Usd.floor(line.expectedFill() * (0.5 + random.nextDouble()));
        return new SizingLine(line, line.worstCase().minus(proceeds.min(oldCost)), line.worstCase().minus(oldCost),
                line.worstCase().minus(oldCost), line.worstCase(), group, null, random.nextInt(4) > 0, use);
    }
}
