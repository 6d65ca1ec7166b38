package alvh.planner.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.pricing.OptionQuotes;

/** The usable option quotes of a snapshot, sorted into one array block per expiry. */
final class QuotedExpiries {

    private final Instant takenAt;
    private final MarketState.QuotePolicy policy;
    private final Map<ExpiryId, SortedMap<Long, Quote[]>> rows = new TreeMap<>();

    QuotedExpiries(MarketSnapshot snapshot, MarketState.QuotePolicy policy) {
        this.takenAt = snapshot.takenAt();
        this.policy = policy;
        snapshot.quotes().forEach(this::add);
    }

    private void add(InstrumentKey key, Quote quote) {
        if (!key.isOption()) {
            return;
        }
        Quote[] pair = rows.computeIfAbsent(ExpiryId.of(key), id -> new TreeMap<>())
                .computeIfAbsent(key.strikeMilli(), strike -> new Quote[]{Quote.NONE, Quote.NONE});
        if (quote.fault(takenAt, policy.oldestQuote(), policy.delayedAllowed()) == null) {
            pair[key.right() == Right.CALL ? 0 : 1] = quote;
        }
    }

    /** All expiries for which anything was asked, in order. */
    List<ExpiryId> expiries() {
        return new ArrayList<>(rows.keySet());
    }

    /** Leaves out both quotes of a strike. */
    void drop(ExpiryId expiry, long strikeMilli) {
        rows.get(expiry).put(strikeMilli, new Quote[]{Quote.NONE, Quote.NONE});
    }

    /** The quotes of one expiry, unusable ones as NaN; empty arrays for an expiry that was not asked for. */
    OptionQuotes quotes(ExpiryId expiry) {
        SortedMap<Long, Quote[]> byStrike = rows.getOrDefault(expiry, new TreeMap<>());
        double[][] columns = new double[5][byStrike.size()];
        int i = 0;
        for (Map.Entry<Long, Quote[]> row : byStrike.entrySet()) {
            Quote call = row.getValue()[0];
            Quote put = row.getValue()[1];
            double[] cells = {row.getKey() / 1000.0, call.bid(), call.ask(), put.bid(), put.ask()};
            for (int column = 0; column < cells.length; column++) {
                columns[column][i] = cells[column];
            }
            i++;
        }
        if (Arrays.stream(columns[0]).anyMatch(strike -> strike <= 0)) {
            return new OptionQuotes(new double[0], new double[0], new double[0], new double[0], new double[0]);
        }
        return new OptionQuotes(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
