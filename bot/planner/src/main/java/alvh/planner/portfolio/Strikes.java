package alvh.planner.portfolio;

import java.math.BigDecimal;

import alvh.planner.market.InstrumentKey;

/** Strikes as people write them: 205, 92.5. */
final class Strikes {
    private Strikes() {}

    static String text(InstrumentKey option) {
        return BigDecimal.valueOf(option.strikeMilli(), 3).stripTrailingZeros().toPlainString();
    }
}
