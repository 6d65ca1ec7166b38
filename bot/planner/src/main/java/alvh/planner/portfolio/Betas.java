package alvh.planner.portfolio;

import java.time.LocalDate;

import alvh.planner.market.DailyBars;

/** Betas of names to SPX from daily bars (methodology F1-F3). */
public final class Betas {
    private Betas() {}

    /**
     * The beta at a close: only bars up to and with {@code asOf} are read. Bars null or too few: the conservative default
     * with the reason.
     */
    public static Beta of(String symbol, DailyBars name, DailyBars spx, LocalDate asOf) {
        throw new UnsupportedOperationException("being built");
    }
}
