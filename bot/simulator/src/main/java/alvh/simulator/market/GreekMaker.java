package alvh.simulator.market;

import alvh.planner.market.InstrumentKey;
import alvh.planner.pricing.Black76;

/** The broker's option computations for the four prices of an option. */
final class GreekMaker {

    private static final int STEPS = 40;
    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 5;

    private GreekMaker() {}

    static Computations of(InstrumentKey key, Pricer.Value value, Tape tape, double under) {
        if (value.years() <= 0) {
            return new Computations(Greeks.NONE, Greeks.NONE, Greeks.NONE, Greeks.NONE);
        }
        return new Computations(at(key, value, tape.bid(), under), at(key, value, tape.ask(), under),
                at(key, value, tape.last(), under), greeks(key, value, value.vol(), value.price(), under));
    }

    private static Greeks at(InstrumentKey key, Pricer.Value value, double price, double under) {
        double vol = impliedVol(key, value, price);
        return Double.isNaN(vol) ? Greeks.NONE : greeks(key, value, vol, price, under);
    }

    private static Greeks greeks(InstrumentKey key, Pricer.Value v, double vol, double price, double under) {
        alvh.planner.pricing.Greeks g = Black76.greeks(v.forward(), key.strike(), v.years(), vol, v.rate(),
                key.right());
        return new Greeks(vol, g.delta(), price, 0, g.gamma(), g.vegaPerPoint(), g.thetaPerDay(), under);
    }

    /** By bisection; NaN for a price outside what volatilities from 1 % to 500 % give. */
    private static double impliedVol(InstrumentKey key, Pricer.Value v, double price) {
        double low = LOWEST;
        double high = HIGHEST;
        if (!(price > priceAt(key, v, low) && price < priceAt(key, v, high))) {
            return Double.NaN;
        }
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (priceAt(key, v, middle) < price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double priceAt(InstrumentKey key, Pricer.Value v, double vol) {
        return Black76.price(v.forward(), key.strike(), v.years(), vol, v.rate(), key.right());
    }
}
