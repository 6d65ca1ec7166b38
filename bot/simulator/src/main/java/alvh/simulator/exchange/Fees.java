package alvh.simulator.exchange;

import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Listing;

/**
 * What an order costs besides its price: 0.65 a contract and at least 1.00 an order, plus the exchange's fee of each
 * contract by class and premium. The exchange's own numbers, not the planner's reserve.
 */
final class Fees {

    private static final Usd CONTRACT = Usd.of("0.65");
    private static final Usd SHARE = Usd.of("0.005");
    private static final Usd LEAST = Usd.of("1.00");
    private static final Usd CLEARING = Usd.of("0.02");

    private Fees() {}

    /** The broker's part for the first n contracts (or shares) of an order, all fills and legs together. */
    static Usd brokerage(boolean shares, int n) {
        return n == 0 ? Usd.ZERO : (shares ? SHARE : CONTRACT).times(n).max(LEAST);
    }

    /** The exchange's part of one contract traded at a price. */
    static Usd exchangeFee(Listing listing, Price price) {
        if (!listing.isOption()) {
            return Usd.ZERO;
        }
        double premium = price.toDouble();
        Usd fee = switch (listing.tradingClass()) {
            case "VIX", "VIXW" ->
                Usd.of(premium <= 0.10 ? "0.10" : premium < 1 ? "0.25" : premium < 2 ? "0.40" : "0.45");
            case "SPX", "SPXW" -> Usd.of(premium < 1 ? "0.45" : "0.57");
            case "XSP" -> Usd.of("0.07");
            default -> Usd.of("0.05");
        };
        return fee.plus(CLEARING);
    }
}
