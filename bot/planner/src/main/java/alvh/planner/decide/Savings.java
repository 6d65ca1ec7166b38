package alvh.planner.decide;

import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.line.BookRisk;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.HeldLots;
import alvh.planner.line.HeldPool;
import alvh.planner.line.LinePricer;
import alvh.planner.line.Picture;
import alvh.planner.sizing.SizingProblem;

/** How much CVaR each held contract saves per dollar that selling it would bring (methodology S30, 3.7 (b)). */
final class Savings {
    private Savings() {}

    static SortedMap<String, Double> perDollar(HeldLots held, BookRisk book, Picture picture) {
        HedgeNow all = HedgeNow.of(held, picture);
        double with = cvar(book, all.base(), picture);
        SortedMap<String, Double> savings = new TreeMap<>();
        for (HeldPool pool : held.pools().values()) {
            double proceeds = pool.held() * pool.quote().bid() * LinePricer.MULTIPLIER;
            if (!pool.valued().usable() || !(proceeds > 0)) {
                continue;
            }
            double[] without = all.base().clone();
            for (int s = 0; s < without.length; s++) {
                without[s] -= pool.held() * (pool.valued().base()[s] - pool.valued().today());
            }
            savings.put(pool.key(), (cvar(book, without, picture) - with) / proceeds);
        }
        return savings;
    }

    private static double cvar(BookRisk book, double[] hedge, Picture picture) {
        double[] losses = new double[hedge.length];
        for (int s = 0; s < losses.length; s++) {
            losses[s] = -book.base()[s] - hedge[s];
        }
        return SizingProblem.cvar(losses,
                picture.markets().stream().mapToDouble(market -> market.shock().weight()).toArray());
    }
}
