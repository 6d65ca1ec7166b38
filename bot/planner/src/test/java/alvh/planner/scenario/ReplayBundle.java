package alvh.planner.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.market.Right;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Smile;

/**
 * Four, four and two VIX calls of one delta near 30, 110 and 220 days, bought at an episode's first close and valued at
 * each later one: forwards of the replay, default smile at its moneyness, volatility by VVIX (methodology 5.4, 5.5).
 */
record ReplayBundle(Replay replay, List<Layer> layers) {

    private static final double RATE = 0.043;
    private static final int[] CONTRACTS = {4, 4, 2};
    /** Months whose settlements the results of 6.4 were made with: second, fourth and eighth. */
    private static final int[] MONTHS = {1, 3, 7};
    private static final int[] DAYS = {30, 110, 220};

    record Layer(LocalDate expiry, double strike, int contracts) {}

    static ReplayBundle of(Replay replay, double delta) {
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < CONTRACTS.length; i++) {
            LocalDate expiry = replay.settlements().isEmpty()
                    ? replay.first().date().plusDays(DAYS[i])
                    : replay.monthlies(8).get(MONTHS[i]);
            layers.add(new Layer(expiry, strike(replay, expiry, delta), CONTRACTS[i]));
        }
        return new ReplayBundle(replay, layers);
    }

    private static int dte(Replay replay, LocalDate expiry) {
        return (int) ChronoUnit.DAYS.between(replay.first().date(), expiry);
    }

    private static double strike(Replay replay, LocalDate expiry, double delta) {
        double forward = replay.forward(replay.first(), expiry);
        Smile smile = Smile.vixDefault(dte(replay, expiry), replay.first().vvix());
        double strike = forward / 2;
        while (Black76.deltaForward(forward, strike, Replay.years(replay.first(), expiry), smile.vol(forward, strike),
                Right.CALL) > delta) {
            strike += 0.01;
        }
        return strike;
    }

    /** Dollars of one layer at a day's close; intrinsic value on the day's spot VIX once it has settled. */
    double value(int layer, Replay.Day day) {
        Layer held = layers.get(layer);
        double years = Replay.years(day, held.expiry());
        double price;
        if (years <= 0) {
            price = Math.max(0, day.vix() - held.strike());
        } else {
            double forward = replay.forward(day, held.expiry());
            int dte = dte(replay, held.expiry());
            double vol = Smile.vixDefault(dte, replay.first().vvix()).vol(forward, held.strike())
                    * Math.pow(replay.vvix(day) / replay.first().vvix(), Math.min(1, Math.sqrt(30.0 / dte)));
            price = Black76.price(forward, held.strike(), years, vol, RATE, Right.CALL);
        }
        return 100 * held.contracts() * price;
    }

    double value(Replay.Day day) {
        return value(0, day) + value(1, day) + value(2, day);
    }

    double cost() {
        return value(replay.first());
    }

    double multiple(int layer, Replay.Day day) {
        return value(layer, day) / value(layer, replay.first());
    }

    double multiple(Replay.Day day) {
        return value(day) / cost();
    }
}
