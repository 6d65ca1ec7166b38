package alvh.planner.market;

/**
 * Series that only the user's files give, kept among the bars of a {@link MarketSnapshot} under these names; open, high,
 * low and close are the same value. Each is dated by the day on which it was published.
 */
public final class OwnSeries {

    /** Real GDP on the year before, in percent, by first release. */
    public static final InstrumentKey GDP = InstrumentKey.of("GDP");
    /** A broad real effective exchange rate index. */
    public static final InstrumentKey REER = InstrumentKey.of("REER");
    /** 10-year and 3-month US rates, decimals a year. */
    public static final InstrumentKey TEN_YEAR = InstrumentKey.of("US10Y");
    public static final InstrumentKey THREE_MONTH = InstrumentKey.of("US3M");

    private OwnSeries() {}
}
