package alvh.planner.sizing;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/** The rows (2) to (10) of methodology 4.2 written out once more, from the text, without increments or pruning. */
final class PlainRows {
    private PlainRows() {}

    static boolean hold(SizingProblem p, int[] x) {
        long flow = 0;
        long stock = 0;
        long paidBuys = 0;
        int lines = 0;
        Map<String, Long> rolled = new TreeMap<>();
        for (int j = 0; j < x.length; j++) {
            SizingLine line = p.lines().get(j);
            flow += line.flowCharge().e4() * x[j];
            stock += line.stockCharge().e4() * x[j];
            lines += x[j] > 0 ? 1 : 0;
            paidBuys += line.isRoll() || line.fund() != null ? 0 : x[j];
            if (line.isRoll()) {
                rolled.merge(line.rollGroup(), (long) x[j], Long::sum);
            }
        }
        boolean budget = flow <= Math.max(0, p.flowSlack().e4()) && stock <= limit(p.stockSlack(), paidBuys);
        boolean capacity = rolled.entrySet().stream().allMatch(e -> e.getValue() <= p.rollCapacity().get(e.getKey()));
        boolean funds = p.funds().entrySet().stream()
                .allMatch(e -> fund(p, x, e.getKey()) <= Math.max(0, e.getValue().e4()));
        boolean layers = true;
        boolean oneEach = true;
        for (LayerId layer : LayerId.values()) {
            layers &= layer(p, x, layer);
            long paid = units(p, x, layer, line -> line.fund() == null);
            oneEach &= paid == 0 || paid == 1 && left(p, x, layer) <= 0;
        }
        boolean pacing = oneEach || flow <= Math.max(0, p.pacingLeft().e4());
        return budget && funds && capacity && lines <= 4 && layers && pacing && linear(p, x) && chain(p, x);
    }

    private static long fund(SizingProblem p, int[] x, String fund) {
        long used = 0;
        for (int j = 0; j < x.length; j++) {
            SizingLine line = p.lines().get(j);
            used += fund.equals(line.fund()) ? line.newDebit().e4() * x[j] : 0;
        }
        return used;
    }

    private static boolean layer(SizingProblem p, int[] x, LayerId layer) {
        LayerRow row = p.layers().get(layer);
        long units = units(p, x, layer, line -> true);
        if (units == 0) {
            return true;
        }
        long use = 0;
        boolean coreLine = true;
        boolean[] core = Tally.coreLines(p);
        for (int j = 0; j < x.length; j++) {
            if (p.lines().get(j).layer() == layer) {
                use += p.lines().get(j).layerCharge().e4() * x[j];
                coreLine &= x[j] == 0 || core[j];
            }
        }
        boolean asCore = units == 1 && coreLine && left(p, x, layer) <= 0;
        return row.open() && (use <= limit(row.capLeft(), units(p, x, layer, line -> !line.isRoll())) || asCore);
    }

    /** A limit broken at x = 0 allows rolls that do not worsen it; adds only where the whole plan mends it. */
    private static long limit(Usd left, long adds) {
        return adds > 0 ? left.e4() : Math.max(0, left.e4());
    }

    private static long left(SizingProblem p, int[] x, LayerId layer) {
        return p.layers().get(layer).held() - units(p, x, layer, SizingLine::isRoll);
    }

    private static long units(SizingProblem p, int[] x, LayerId layer, Predicate<SizingLine> kind) {
        long units = 0;
        for (int j = 0; j < x.length; j++) {
            SizingLine line = p.lines().get(j);
            units += line.layer() == layer && kind.test(line) ? x[j] : 0;
        }
        return units;
    }

    private static boolean linear(SizingProblem p, int[] x) {
        for (int r = 0; r < p.rowLimits().length; r++) {
            double use = 0;
            for (int j = 0; j < x.length; j++) {
                use += p.lines().get(j).use()[r] * x[j];
            }
            if (use > Math.max(0, p.rowLimits()[r]) + 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static boolean chain(SizingProblem p, int[] x) {
        if (p.layers().get(LayerId.BASE).held() > 0 || units(p, x, LayerId.BASE, line -> true) > 0) {
            return true;
        }
        long third = units(p, x, LayerId.CONTINGENCY, line -> true);
        boolean excepted = p.deadlock() && p.layers().get(LayerId.CONTINGENCY).held() == 0 && third <= 1;
        return units(p, x, LayerId.ACCELERATION, line -> true) == 0 && (third == 0 || excepted);
    }
}
