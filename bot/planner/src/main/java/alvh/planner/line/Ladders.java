package alvh.planner.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import alvh.planner.money.Price;
import alvh.planner.money.PriceIncrements;
import alvh.planner.plan.PriceLadder;

/**
 * Price ladders (methodology 4.7, 2.6 rule 1; controls C6 and C35). Buys climb from 35 % of the half-spread over the mid to
 * the collar; sales descend from 35 % under it to the bid; rolls start at the mid and pay at most a quarter of the spread.
 */
public final class Ladders {
    static final int RUNGS = 5;
    private static final double FIRST = 0.35;
    private static final double COLLAR = 0.60;
    private static final double ROLL_COLLAR = 0.50;
    private static final double MODEL_COLLAR = 1.10;
    private static final Price LEAST_SALE = Price.of("0.05");

    private Ladders() {}

    /**
     * @param ceiling absolute ceiling per package in points (C6)
     * @param model own model value in points
     * @return empty when even the first rung would break the collar
     */
    static Optional<PriceLadder> buy(PackageQuote quote, PriceIncrements grid, double ceiling, double model) {
        double collar = Math.min(Math.min(quote.mid() + COLLAR * quote.half(), quote.ask()),
                Math.min(ceiling, MODEL_COLLAR * model));
        Price last = grid.down(Price.of(collar));
        Price first = grid.down(Price.of(quote.mid() + FIRST * quote.half()));
        if (last.e4() <= 0 || last.toDouble() < quote.bid() - 1e-9) {
            return Optional.empty();
        }
        return Optional.of(climb(first.e4() > last.e4() ? last : first, last, grid));
    }

    /** A roll's net price may be negative: then the account is paid. */
    static PriceLadder roll(PackageQuote quote, PriceIncrements grid) {
        Price first = grid.down(Price.of(quote.mid()));
        Price collar = grid.down(Price.of(quote.mid() + ROLL_COLLAR * quote.half()));
        Price last = collar.e4() < first.e4() ? first : collar;
        List<Price> all = between(first, last, grid);
        return new PriceLadder(all.subList(0, Math.min(RUNGS, all.size())));
    }

    /** A sale of an owned package; {@code quote} in the direction in which it was bought, its bid above zero. */
    public static PriceLadder sell(PackageQuote quote, PriceIncrements grid) {
        Price bid = grid.up(Price.of(quote.bid()));
        Price last = bid.e4() < LEAST_SALE.e4() ? LEAST_SALE : bid;
        Price wish = grid.up(Price.of(quote.mid() - FIRST * quote.half()));
        Price first = wish.e4() < last.e4() ? last : wish;
        List<Price> down = new ArrayList<>(climb(last, first, grid).rungs());
        Collections.reverse(down);
        return new PriceLadder(down);
    }

    /** One tick a rung; where that is more than five, equal steps in whole ticks, the last rung kept. */
    private static PriceLadder climb(Price first, Price last, PriceIncrements grid) {
        List<Price> all = between(first, last, grid);
        if (all.size() <= RUNGS) {
            return new PriceLadder(all);
        }
        int step = Math.ceilDiv(all.size() - 1, RUNGS - 1);
        var rungs = new ArrayList<Price>();
        for (int i = 0; i < all.size() - 1; i += step) {
            rungs.add(all.get(i));
        }
        rungs.add(last);
        return new PriceLadder(rungs);
    }

    private static List<Price> between(Price first, Price last, PriceIncrements grid) {
        var all = new ArrayList<Price>();
        Price at = first;
        while (at.e4() < last.e4()) {
            all.add(at);
            // Stepping by the increment of the price just above keeps whole ticks across an edge of the grid.
            at = new Price(at.e4() + grid.incrementE4(at));
        }
        all.add(last);
        return all;
    }
}
