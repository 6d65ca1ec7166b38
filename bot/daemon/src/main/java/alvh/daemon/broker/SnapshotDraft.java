package alvh.daemon.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.ChainListing;
import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.market.SecType;
import alvh.planner.money.PriceIncrements;

/** A snapshot in the making: what has come, and for everything else the reason why not. Owned by the loop. */
final class SnapshotDraft {
    private final Instant asOf;
    private final Map<InstrumentKey, QuoteLines.Taken> taken = new TreeMap<>();
    private final Map<InstrumentKey, DailyBars> bars = new TreeMap<>();
    private final Map<InstrumentKey, String> missing = new TreeMap<>();
    private final List<Chain> chains = new ArrayList<>();
    private AccountSnapshot account;

    SnapshotDraft(Instant asOf) {
        this.asOf = asOf;
    }

    void account(AccountSnapshot read) {
        account = read;
    }

    AccountSnapshot account() {
        return account;
    }

    void chains(List<Chain> listed) {
        chains.addAll(listed);
    }

    Optional<Chain> chain(Chain.Id id) {
        return chains.stream().filter(chain -> chain.tradingClass().equals(id.tradingClass()))
                .filter(chain -> chain.settlement().equals(id.settlement())).findFirst();
    }

    void lines(SortedMap<InstrumentKey, QuoteLines.Taken> read) {
        taken.putAll(read);
    }

    void bars(InstrumentKey key, BarHistory.Taken read) {
        if (read.bars() == null) {
            missing(key, read.problem());
        } else {
            bars.put(key, read.bars());
        }
    }

    void missing(InstrumentKey key, String because) {
        missing.merge(key, because, (before, more) -> before.contains(more) ? before : before + "; " + more);
    }

    boolean hasLine(InstrumentKey key) {
        return taken.containsKey(key);
    }

    /** The picture so far; what contract details have shown replaces what the option parameters promised. */
    MarketSnapshot build(Instant now, Contracts contracts) {
        SortedMap<InstrumentKey, IndexLevel> levels = new TreeMap<>();
        SortedMap<InstrumentKey, Quote> quotes = new TreeMap<>();
        SortedMap<InstrumentKey, String> reasons = new TreeMap<>(missing);
        taken.forEach((key, got) -> {
            String problem = picture(key, got, levels, quotes);
            if (!problem.isEmpty()) {
                reasons.merge(key, problem, (before, more) -> more + "; " + before);
            }
        });
        SortedMap<String, PriceIncrements> grids = new TreeMap<>(contracts.increments());
        return new MarketSnapshot(asOf, now, Collections.unmodifiableSortedMap(levels),
                Collections.unmodifiableSortedMap(quotes), listings(contracts),
                Collections.unmodifiableSortedMap(new TreeMap<>(bars)), Collections.unmodifiableSortedMap(grids),
                Collections.unmodifiableSortedMap(reasons), Collections.unmodifiableSortedMap(modelDeltas()));
    }

    private SortedMap<InstrumentKey, Double> modelDeltas() {
        SortedMap<InstrumentKey, Double> deltas = new TreeMap<>();
        taken.forEach((key, got) -> {
            if (got.line() != null && !Double.isNaN(got.line().modelDelta())) {
                deltas.put(key, got.line().modelDelta());
            }
        });
        return deltas;
    }

    /** @return why nothing usable came, or an empty text */
    private static String picture(InstrumentKey key, QuoteLines.Taken got, Map<InstrumentKey, IndexLevel> levels,
            Map<InstrumentKey, Quote> quotes) {
        Line line = got.line();
        if (line == null) {
            return got.problem();
        }
        String warning = line.warning().isEmpty() ? "" : " (" + line.warning() + ")";
        if (key.secType() == SecType.INDEX && !line.breadth()) {
            IndexLevel level = line.level();
            if (level.equals(IndexLevel.NONE)) {
                return "no level within " + QuoteLines.PATIENCE.toSeconds() + " s" + warning;
            }
            levels.put(key, level);
            return "";
        }
        if (!line.anySide()) {
            return "no bid and no ask within " + QuoteLines.PATIENCE.toSeconds() + " s" + warning;
        }
        quotes.put(key, line.quote());
        return "";
    }

    private List<ChainListing> listings(Contracts contracts) {
        List<ChainListing> listings = new ArrayList<>();
        for (Chain chain : chains) {
            Optional<NavigableSet<Long>> real = contracts.strikes(chain.tradingClass(), chain.settlement());
            List<Long> strikes = real.map(List::copyOf).orElse(chain.strikesMilli());
            if (!strikes.isEmpty()) {
                listings.add(new ChainListing(chain.tradingClass(), chain.settlement(), strikes));
            }
        }
        return List.copyOf(listings);
    }
}
