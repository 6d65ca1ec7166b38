package alvh.daemon.approval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;

/**
 * The price collar (C6, C35): the worst limit that the market of this moment allows.
 *
 * @param vixCeiling highest price of a VIX call
 * @param spreadCeilingShare highest price of a put spread as a share of its index level
 */
public record Collar(Price vixCeiling, BigDecimal spreadCeilingShare) {

    private static final double HALF_SPREAD_SHARE = 0.60;
    private static final double NOISE = 1e-9;
    private static final Price LOWEST_SALE = Price.of("0.05");

    /** Why this limit is outside, or empty. */
    public Optional<String> check(Effect effect, List<Lot.LotLeg> legs, Price limit, PackageQuote quote,
            Map<InstrumentKey, IndexLevel> levels) {
        boolean oneSale = legs.size() == 1 && legs.get(0).side() == Side.SELL;
        if (oneSale) {
            return sale(limit, quote);
        }
        if (effect == Effect.CLOSE) {
            return limit.toDouble() > quote.ask() + NOISE
                    ? Optional.of(text("limit %s is above the package's ask %.4f", limit, quote.ask()))
                    : Optional.empty();
        }
        return buy(legs, limit, quote, levels);
    }

    private static Optional<String> sale(Price limit, PackageQuote quote) {
        if (limit.toDouble() < quote.bid() - NOISE || limit.compareTo(LOWEST_SALE) < 0) {
            return Optional.of(text("limit %s is below the bid %.4f or 0.05", limit, quote.bid()));
        }
        return Optional.empty();
    }

    private Optional<String> buy(List<Lot.LotLeg> legs, Price limit, PackageQuote quote,
            Map<InstrumentKey, IndexLevel> levels) {
        double top = Math.min(quote.ask(), quote.mid() + HALF_SPREAD_SHARE * quote.halfSpread());
        if (limit.toDouble() > top + NOISE) {
            return Optional.of(text("limit %s is above mid + 60 %% of the half-spread, %.4f", limit, top));
        }
        String underlying = legs.get(0).key().underlying();
        if (underlying.equals("VIX")) {
            return limit.compareTo(vixCeiling) > 0
                    ? Optional.of(text("limit %s is above the ceiling %s of a VIX call", limit, vixCeiling))
                    : Optional.empty();
        }
        IndexLevel level = levels.getOrDefault(InstrumentKey.of(underlying), IndexLevel.NONE);
        if (!level.known()) {
            return Optional.of("the level of " + underlying + " is missing: no ceiling can be computed");
        }
        double ceiling = level.last() * spreadCeilingShare.doubleValue();
        return limit.toDouble() > ceiling + NOISE
                ? Optional.of(text("limit %s is above 2 %% of " + underlying + ", %.4f", limit, ceiling))
                : Optional.empty();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
