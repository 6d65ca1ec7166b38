package alvh.simulator.market;

import alvh.planner.market.InstrumentKey;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Implied;
import alvh.planner.pricing.ImpliedVol;

/** The broker's option computations for the four prices of an option. */
final class GreekMaker {

    private static final double TICK = 0.01;

    private GreekMaker() {}

    static Computations of(InstrumentKey key, Pricer.Value value, Tape tape, double under) {
        if (value.years() <= 0) {
            return new Computations(Greeks.NONE, Greeks.NONE, Greeks.NONE, Greeks.NONE);
        }
        return new Computations(at(key, value, tape.bid(), under), at(key, value, tape.ask(), under),
                at(key, value, tape.last(), under), greeks(key, value, value.vol(), value.price(), under));
    }

    private static Greeks at(InstrumentKey key, Pricer.Value v, double price, double under) {
        if (!(price > 0)) {
            return Greeks.NONE;
        }
        return switch (ImpliedVol.of(price, v.forward(), key.strike(), v.years(), v.rate(), TICK, key.right())) {
            case Implied.Vol(double vol) -> greeks(key, v, vol, price, under);
            case Implied.None none -> Greeks.NONE;
        };
    }

    private static Greeks greeks(InstrumentKey key, Pricer.Value v, double vol, double price, double under) {
        alvh.planner.pricing.Greeks g = Black76.greeks(v.forward(), key.strike(), v.years(), vol, v.rate(),
                key.right());
        return new Greeks(vol, g.delta(), price, 0, g.gamma(), g.vegaPerPoint(), g.thetaPerDay(), under);
    }
}
