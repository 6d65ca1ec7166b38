package alvh.planner.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rungs of methodology 2.3 to 2.5 on one contract's pooled lots: how many packages to sell now, and by which rung.
 */
final class HarvestRules {
    private static final double TRAIL = 0.65;
    private static final double VIX_EXIT = 50;
    private static final double BASE_FIRST = 3;
    private static final double BASE_SECOND = 6;
    private static final double SPREAD_FIRST = 2;
    private static final double SPREAD_WIDTH = 0.60;
    private static final double CONTINGENCY_FIRST = 2.5;
    private static final double CONTINGENCY_SECOND = 4;

    private HarvestRules() {}

    /** A sale of {@code quantity} pooled packages; 0 for none. */
    record Sale(long quantity, int rung, String because) {
        static final Sale NONE = new Sale(0, 0, "");
    }

    /** Lots of one contract seen as one: quantities added, cost averaged, the highest peak. */
    record Pool(long bought, long open, double cost, double mark, double peak, LotFacts any) {
        static Pool of(List<LotFacts> lots, int multiplier) {
            long bought = 0;
            long open = 0;
            double cost = 0;
            double peak = 0;
            for (LotFacts facts : lots) {
                bought += facts.lot().quantity();
                open += facts.lot().openQuantity();
                cost += facts.costPerPackage(multiplier) * facts.lot().quantity();
                peak = Math.max(peak, facts.lot().peak().toDouble());
            }
            LotFacts any = lots.get(0);
            return new Pool(bought, open, cost / bought, any.mark(), Math.max(peak, any.mark()), any);
        }

        double multiple() {
            return mark / cost;
        }

        double bestMultiple() {
            return peak / cost;
        }

        /** Part a/b of what was bought, rounded half up, less what was sold before. */
        Sale upTo(long numerator, long denominator, int rung, String because) {
            long target = Math.floorDiv(2 * numerator * bought + denominator, 2 * denominator);
            long quantity = Math.min(open, Math.max(0, target - (bought - open)));
            return new Sale(quantity, rung, because);
        }

        Sale all(int rung, String because) {
            return new Sale(open, rung, because);
        }
    }

    static Sale of(Pool pool, LotContext context) {
        if (!(pool.mark() > 0) || !(pool.any().bid() > 0)) {
            return Sale.NONE;
        }
        if (!pool.any().isSpread() && pool.any().forward() >= VIX_EXIT) {
            return pool.all(4, String.format(Locale.ROOT, "VIX forward %.2f >= 50: harvest all",
                    pool.any().forward()));
        }
        return switch (pool.any().layer()) {
            case BASE -> base(pool, context);
            case ACCELERATION -> pool.any().isSpread() ? spread(pool) : base(pool, context);
            case CONTINGENCY -> contingency(pool, context);
        };
    }

    private static Sale base(Pool pool, LotContext context) {
        boolean firstSeen = pool.bestMultiple() >= BASE_FIRST;
        if (firstSeen && context.vixClose() >= VIX_EXIT) {
            return pool.all(4, String.format(Locale.ROOT, "VIX closed at %.2f >= 50", context.vixClose()));
        }
        if (firstSeen && pool.mark() <= TRAIL * pool.peak()) {
            return pool.all(3, trailing(pool));
        }
        if (pool.multiple() >= BASE_SECOND) {
            return pool.upTo(2, 3, 2, reached(pool, BASE_SECOND));
        }
        return pool.multiple() >= BASE_FIRST ? pool.upTo(1, 3, 1, reached(pool, BASE_FIRST)) : Sale.NONE;
    }

    private static Sale spread(Pool pool) {
        if (pool.mark() >= SPREAD_WIDTH * pool.any().width()) {
            return pool.all(2, String.format(Locale.ROOT, "worth %.2f, 60 %% or more of its width %.0f: little is left",
                    pool.mark(), pool.any().width()));
        }
        if (pool.bestMultiple() >= SPREAD_FIRST && pool.mark() <= TRAIL * pool.peak()) {
            return pool.all(3, trailing(pool));
        }
        return pool.multiple() >= SPREAD_FIRST ? pool.upTo(1, 2, 1, reached(pool, SPREAD_FIRST)) : Sale.NONE;
    }

    private static Sale contingency(Pool pool, LotContext context) {
        if (pool.multiple() >= CONTINGENCY_SECOND) {
            return pool.all(2, reached(pool, CONTINGENCY_SECOND));
        }
        Sale first = pool.multiple() >= CONTINGENCY_FIRST
                ? pool.upTo(1, 2, 1, reached(pool, CONTINGENCY_FIRST))
                : Sale.NONE;
        return first.quantity() == 0 && context.panicOver()
                ? pool.upTo(1, 2, 1, "VIX/VIX3M fell below 0.90 after a panic: half is sold")
                : first;
    }

    /** What would sell a part of this pool next, each with the price at which it does. */
    static List<NextStep> ahead(Pool pool) {
        var steps = new ArrayList<NextStep>();
        boolean spread = pool.any().isSpread();
        switch (pool.any().layer()) {
            case BASE, ACCELERATION -> {
                if (spread) {
                    rung(steps, pool, SPREAD_FIRST, pool.upTo(1, 2, 1, ""));
                    double price = SPREAD_WIDTH * pool.any().width();
                    priced(steps, pool, "60 % of its width", price, pool.all(2, ""));
                } else {
                    rung(steps, pool, BASE_FIRST, pool.upTo(1, 3, 1, ""));
                    rung(steps, pool, BASE_SECOND, pool.upTo(2, 3, 2, ""));
                }
                trailing(steps, pool, spread ? SPREAD_FIRST : BASE_FIRST);
            }
            case CONTINGENCY -> {
                rung(steps, pool, CONTINGENCY_FIRST, pool.upTo(1, 2, 1, ""));
                rung(steps, pool, CONTINGENCY_SECOND, pool.all(2, ""));
            }
        }
        if (!spread) {
            double forward = pool.any().forward();
            steps.add(new NextStep(String.format(Locale.ROOT, "all at a VIX forward of its expiry >= 50, now %s",
                    shown(forward)), "VIX forward of its expiry", forward, ">=", VIX_EXIT));
        }
        return List.copyOf(steps);
    }

    private static void rung(List<NextStep> steps, Pool pool, double multiple, Sale sale) {
        priced(steps, pool, String.format(Locale.ROOT, "rung %.1f x its cost", multiple), multiple * pool.cost(), sale);
    }

    private static void priced(List<NextStep> steps, Pool pool, String name, double price, Sale sale) {
        if (sale.quantity() > 0 && !(pool.mark() >= price)) {
            steps.add(new NextStep(String.format(Locale.ROOT, "%s: sells %d of %d at a mark >= %.2f, now %s", name,
                    sale.quantity(), pool.open(), price, shown(pool.mark())), "mark in points", pool.mark(), ">=",
                    price));
        }
    }

    private static void trailing(List<NextStep> steps, Pool pool, double first) {
        double exit = TRAIL * pool.peak();
        if (pool.bestMultiple() >= first && pool.mark() > exit) {
            steps.add(new NextStep(String.format(Locale.ROOT,
                    "trailing exit: sells all %d at a mark <= %.2f, 35 %% below its peak of %.2f, now %s", pool.open(),
                    exit, pool.peak(), shown(pool.mark())), "mark in points", pool.mark(), "<=", exit));
        }
    }

    private static String shown(double points) {
        return Double.isFinite(points) ? String.format(Locale.ROOT, "%.2f", points) : "unknown";
    }

    private static String reached(Pool pool, double rung) {
        return String.format(Locale.ROOT, "worth %.1f x its cost, rung %.1f x", pool.multiple(), rung);
    }

    private static String trailing(Pool pool) {
        return String.format(Locale.ROOT, "%.0f %% below its peak of %.2f, exit at 35 %%",
                100 * (1 - pool.mark() / pool.peak()), pool.peak());
    }
}
