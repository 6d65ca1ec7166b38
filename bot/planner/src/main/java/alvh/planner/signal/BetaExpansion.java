package alvh.planner.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import alvh.planner.company.Companies;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.SecType;
import alvh.planner.portfolio.Beta;
import alvh.planner.portfolio.Betas;
import alvh.planner.portfolio.NameExposure;
import alvh.planner.portfolio.Returns;

/**
 * V1 (methodology F5): the book's fast beta above its slow one by 0.15 and by 1.5 standard errors on two closes in a row;
 * released by five closes at 0.05 or less. Half a vote more, up to one, when the names' average correlation of 20 days
 * is 0.10 above that of 120. Betas of past closes are kept, since each close looks at 63 before it.
 */
final class BetaExpansion {

    private static final double RELEASE = 0.05;
    private static final int RELEASE_CLOSES = 5;
    private static final int LOOK_BACK = 63;
    private static final double CORRELATION_RISE = 0.10;

    /** The book at one close; {@code known} is the share of its weight whose betas are known. */
    record Reading(double fast, double slow, double expansion, double error, double known) {

        boolean wide() {
            return VoteThreshold.BETA_EXPANSION.vote(expansion) == 1
                    && expansion >= VoteThreshold.BETA_ERRORS * error;
        }

        boolean narrow() {
            return Compare.atMost(expansion, RELEASE);
        }
    }

    private final List<NameExposure> book;
    /** Said after the reading; empty when the whole book is in it. */
    private final String leftOut;
    private final Companies companies;
    private final SortedMap<String, Returns> returns = new TreeMap<>();
    private final Map<LocalDate, Reading> readings = new HashMap<>();

    BetaExpansion(MarketSnapshot market, List<NameExposure> book, Companies companies) {
        this.companies = companies;
        this.book = book.stream().filter(name -> name.weight() > 0).toList();
        this.leftOut = book.stream().filter(name -> name.missing() != null && !(name.weight() > 0))
                .map(name -> "; " + name.symbol() + " left out: " + name.missing()).collect(Collectors.joining());
        DailyBars spx = market.bars().get(InstrumentKey.of("SPX"));
        for (NameExposure name : this.book) {
            InstrumentKey key = InstrumentKey.of(name.symbol());
            DailyBars bars = market.bars().get(key);
            if (key.secType() == SecType.STOCK && bars != null && spx != null) {
                returns.put(name.symbol(), Returns.of(bars, spx));
            }
        }
    }

    Signal of(History history) {
        Series spx = history.closes("SPX");
        if (book.isEmpty()) {
            return Signal.missing(SignalId.BETA_EXPANSION, "no book" + leftOut);
        }
        if (spx.shortOf(LOOK_BACK) != null) {
            return Signal.missing(SignalId.BETA_EXPANSION, spx.shortOf(LOOK_BACK));
        }
        Reading now = at(history.close());
        if (!(now.known() >= 0.5)) {
            return Signal.missing(SignalId.BETA_EXPANSION, Words.text(
                    "betas are known for %.0f %% of the book's delta, needs 50 %%: bars missing or too short%s",
                    100 * now.known(), leftOut));
        }
        List<LocalDate> closes = history.dates(LOOK_BACK);
        boolean expanding = held(closes.size(), i -> at(closes.get(i)));
        double rise = correlationRise(history.close());
        boolean companion = Compare.atLeast(rise, CORRELATION_RISE);
        double vote = Math.min(1, (expanding ? 1 : 0) + (companion ? 0.5 : 0));
        String correlation = Double.isNaN(rise)
                ? ""
                : Words.text("; correlation %+.2f%s", rise, companion ? ", half a vote" : "");
        return new Signal(SignalId.BETA_EXPANSION, now.expansion(), vote,
                Words.text("book beta %.2f fast, %.2f slow: %+.2f, threshold %+.2f and %.2f%s%s%s", now.fast(),
                        now.slow(),
                        now.expansion(), VoteThreshold.BETA_EXPANSION.one(), VoteThreshold.BETA_ERRORS * now.error(),
                        expanding ? ", held" : "", correlation, leftOut),
                history.ageOfClose(), List.of(new Signal.Input("book beta fast", now.fast(), ""),
                        new Signal.Input("book beta slow", now.slow(), ""),
                        new Signal.Input("standard error", now.error(), ""),
                        new Signal.Input("correlation 20 d less 120 d", rise, ""),
                        new Signal.Input("share of delta with known betas", now.known(), "")),
                null);
    }

    /**
     * Whether the vote stands after the last of {@code closes} readings. Read backwards, so that few closes are computed:
     * the newest of both decides, two wide closes in a row (on) or five narrow ones (off).
     */
    static boolean held(int closes, IntFunction<Reading> readings) {
        int wide = 0;
        int narrow = 0;
        for (int i = closes - 1; i >= 0 && wide < VoteThreshold.BETA_CLOSES && narrow < RELEASE_CLOSES; i--) {
            Reading reading = readings.apply(i);
            wide = reading.wide() ? wide + 1 : 0;
            narrow = reading.narrow() ? narrow + 1 : 0;
        }
        return wide == VoteThreshold.BETA_CLOSES;
    }

    private Reading at(LocalDate close) {
        return readings.computeIfAbsent(close, this::read);
    }

    private Reading read(LocalDate close) {
        double weight = 0;
        double known = 0;
        double fast = 0;
        double slow = 0;
        double variance = 0;
        for (NameExposure name : book) {
            weight += name.weight();
            Beta beta = beta(name.symbol(), close);
            if (beta != null) {
                known += name.weight();
                fast += name.weight() * beta.fast();
                slow += name.weight() * beta.slow();
                variance += square(name.weight() * Betas.weight(beta.fastError()) * beta.fastError())
                        + square(name.weight() * Betas.weight(beta.slowError()) * beta.slowError());
            }
        }
        return new Reading(fast / known, slow / known, (fast - slow) / known, StrictMath.sqrt(variance) / known,
                known / weight);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Null when unknown: a default must not vote. */
    private Beta beta(String symbol, LocalDate close) {
        if (InstrumentKey.of(symbol).secType() == SecType.INDEX) {
            return Beta.index(symbol);
        }
        Returns history = returns.get(symbol);
        Beta beta = history == null ? null : Betas.of(symbol, history, close, Betas.Hints.of(companies.of(symbol)));
        return beta == null || !beta.known() ? null : beta;
    }

    /** Average pairwise correlation of 20 days less that of 120; NaN with fewer than two names. */
    private double correlationRise(LocalDate close) {
        List<double[]> series = new ArrayList<>();
        for (Returns history : returns.values()) {
            double[] last = history.last(close, 120);
            if (last.length == 120) {
                series.add(last);
            }
        }
        return Correlations.average(series, 20) - Correlations.average(series, 120);
    }
}
