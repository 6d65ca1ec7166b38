package alvh.simulator.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;

/**
 * Invented contract ids that never collide and never change: five bits for the product, thirteen for the days since
 * 2014, one for the right, twelve for the strike in units of the product. Underlyings have small numbers.
 */
final class ConIds {

    static final List<String> INDICES = List.of("SPX", "XSP", "VIX", "VIX9D", "VIX3M", "VIX6M", "VVIX", "VRO",
            "AD-NYSE");
    private static final LocalDate DAY_ZERO = LocalDate.of(2014, 1, 1);
    private static final int FIRST_INDEX = 10_001;
    private static final int FIRST_STOCK = 20_000;
    private static final int MAX_DAY = (1 << 13) - 1;
    private static final int MAX_STRIKE = (1 << 12) - 1;
    private static final int DERIVATIVES = 1 << 26;

    private final Products products;

    ConIds(Products products) {
        this.products = products;
    }

    /** Empty when no such contract could ever be listed here. */
    Optional<Integer> of(InstrumentKey key) {
        return switch (key.secType()) {
            case INDEX -> INDICES.contains(key.text())
                    ? Optional.of(FIRST_INDEX + INDICES.indexOf(key.text()))
                    : Optional.empty();
            case STOCK -> products.byRoot(key.text()).filter(p -> !p.index()).map(p -> FIRST_STOCK + p.number());
            case OPTION, FUTURE -> products.byRoot(key.root()).flatMap(p -> derivative(p, key));
        };
    }

    private static Optional<Integer> derivative(Product product, InstrumentKey key) {
        long day = ChronoUnit.DAYS.between(DAY_ZERO, key.settlementDate());
        double units = key.isOption() ? key.strike() / product.strikeUnit() : 0;
        boolean kind = key.isOption() != product.isFuture();
        if (!kind || day < 0 || day > MAX_DAY || units > MAX_STRIKE || units != Math.rint(units)) {
            return Optional.empty();
        }
        int right = key.isOption() && key.right() == Right.PUT ? 1 : 0;
        return Optional.of(product.number() << 26 | (int) day << 13 | right << 12 | (int) units);
    }

    /** The way back. */
    Optional<InstrumentKey> key(int conId) {
        if (conId >= DERIVATIVES) {
            return products.byNumber(conId >>> 26).map(p -> derivativeKey(p, conId));
        }
        int index = conId - FIRST_INDEX;
        if (index >= 0 && index < INDICES.size()) {
            return Optional.of(InstrumentKey.of(INDICES.get(index)));
        }
        return products.byNumber(conId - FIRST_STOCK).filter(p -> !p.index()).map(p -> InstrumentKey.of(p.root()));
    }

    private static InstrumentKey derivativeKey(Product product, int conId) {
        LocalDate date = DAY_ZERO.plusDays(conId >>> 13 & MAX_DAY);
        if (product.isFuture()) {
            return InstrumentKey.future(product.root(), date);
        }
        Right right = (conId >>> 12 & 1) == 1 ? Right.PUT : Right.CALL;
        long milli = Math.round((conId & MAX_STRIKE) * product.strikeUnit() * 1000);
        return InstrumentKey.option(product.root(), date, right, milli);
    }
}
