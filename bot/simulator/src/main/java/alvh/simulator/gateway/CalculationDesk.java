package alvh.simulator.gateway;

import java.time.Duration;

import alvh.planner.market.InstrumentKey;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Implied;
import alvh.planner.pricing.ImpliedVol;
import alvh.simulator.market.Greeks;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.WorldSpec;
import alvh.wire.WireMessage;

/** What an option would be worth, or what volatility a price implies: one answer of tick type 53. */
final class CalculationDesk {

    private static final int ANSWER = 53;
    private static final int PRICE_BASED = 1;
    private static final double YEAR_SECONDS = 365.0 * 86_400;
    /** Prices and volatilities beyond this are no market's. */
    private static final double MOST = 1e6;
    private static final double TICK = 0.01;
    private final Contracts contracts;
    private final Market market;
    private final Mail mail;

    CalculationDesk(Contracts contracts, Market market, Mail mail) {
        this.contracts = contracts;
        this.market = market;
        this.mail = mail;
    }

    void volatility(Session session, WireMessage request) {
        calculate(session, request, request.doubleValue("optionPrice"), Double.NaN);
    }

    void price(Session session, WireMessage request) {
        calculate(session, request, Double.NaN, request.doubleValue("volatility"));
    }

    private void calculate(Session session, WireMessage request, double price, double vol) {
        int reqId = request.intValue("reqId");
        switch (contracts.one(request)) {
            case Contracts.Found.None none -> mail.error(session, reqId, none.code(), none.text());
            case Contracts.Found.One(Listing listing) -> {
                double under = request.doubleValue("underPrice");
                double given = Double.isNaN(vol) ? price : vol;
                boolean sensible = listing.isOption() && under > 0 && under <= MOST && given > 0
                        && given <= MOST;
                if (sensible) {
                    mail.send(session, QuoteStream.computation(reqId, ANSWER, PRICE_BASED,
                            answer(listing.key(), under, price, vol)));
                } else {
                    mail.error(session, reqId, 321, "Error validating request.-'bL' : cause - A calculation needs an"
                            + " option, a positive underlying price and a positive "
                            + (Double.isNaN(vol) ? "option price" : "volatility") + ", each at most " + (long) MOST);
                }
            }
        }
    }

    /** The underlying's price is carried to the settlement; what cannot be computed stays unknown. */
    private Greeks answer(InstrumentKey key, double under, double price, double vol) {
        double years = Duration.between(market.now(), market.settles(key)).toSeconds() / YEAR_SECONDS;
        double rate = market.spec().rate();
        double forward = under * StrictMath.exp((rate - yieldOf(key.underlying())) * years);
        double sigma = Double.isNaN(vol) ? implied(key, forward, price, years, rate) : vol;
        if (years <= 0 || Double.isNaN(sigma)) {
            return new Greeks(Double.NaN, Double.NaN, price, Double.NaN, Double.NaN, Double.NaN, Double.NaN, under);
        }
        double worth = Double.isNaN(price)
                ? Black76.price(forward, key.strike(), years, sigma, rate, key.right())
                : price;
        alvh.planner.pricing.Greeks g = Black76.greeks(forward, key.strike(), years, sigma, rate, key.right());
        return new Greeks(sigma, g.delta(), worth, 0, g.gamma(), g.vegaPerPoint(), g.thetaPerDay(), under);
    }

    private static double implied(InstrumentKey key, double forward, double price, double years, double rate) {
        return switch (ImpliedVol.of(price, forward, key.strike(), years, rate, TICK, key.right())) {
            case Implied.Vol(double vol) -> vol;
            case Implied.None none -> Double.NaN;
        };
    }

    /** Of a name as the world has it; an index pays nothing here, as the broker's own calculation assumes. */
    private double yieldOf(String underlying) {
        return market.spec().names().stream().filter(n -> n.symbol().equals(underlying))
                .mapToDouble(WorldSpec.Name::yield).findFirst().orElse(0);
    }
}
