package alvh.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import alvh.planner.HedgePlanner;
import alvh.planner.layer.LayerLevels;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.AccountKind;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.ChainListing;
import alvh.planner.market.ContractRules;
import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.SecType;
import alvh.planner.money.PriceIncrements;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;

/**
 * The planner's picture of a simulated market, taken without a wire: the same two questions as the daemon asks, what is
 * worth a line, and then the quotes of exactly that.
 */
final class MarketPicture {

    private static final List<String> LEVELS = List.of("SPX", "XSP", "VIX", "VIX9D", "VIX3M", "VIX6M", "VVIX");
    private static final List<String> BARS = List.of("SPX", "VIX", "VIX9D", "VIX3M", "VVIX", "VRO", "SPY");

    private final Exchange exchange;
    private final HedgeSettings settings;

    MarketPicture(Exchange exchange, HedgeSettings settings) {
        this.exchange = exchange;
        this.settings = settings;
    }

    record Taken(MarketSnapshot market, AccountSnapshot account) {}

    Taken take(LayerLevels levels, Ledger ledger) {
        Market market = exchange.market();
        Instant now = market.now();
        AccountSnapshot account = account(now);
        SortedMap<InstrumentKey, IndexLevel> indices = new TreeMap<>();
        LEVELS.forEach(s -> indices.put(InstrumentKey.of(s),
                new IndexLevel(market.tape(InstrumentKey.of(s)).last(), now, Quality.LIVE)));
        List<ChainListing> chains = chains(market);
        SortedMap<InstrumentKey, DailyBars> bars = bars(market, account);
        MarketSnapshot first = new MarketSnapshot(now, now, indices, new TreeMap<>(), chains, bars, grids(market),
                new TreeMap<>());
        SortedMap<InstrumentKey, Quote> quotes = new TreeMap<>();
        // Twice, as the daemon narrows: with the futures quoted, the strikes are chosen better.
        for (int i = 0; i < 2; i++) {
            MarketSnapshot known = new MarketSnapshot(now, now, indices, quotes, chains, bars, first.increments(),
                    new TreeMap<>());
            HedgePlanner.wanted(levels, account, ledger, known, settings).stream()
                    .filter(key -> key.secType() != SecType.INDEX)
                    .forEach(key -> quote(market, key, now).ifPresent(q -> quotes.put(key, q)));
        }
        return new Taken(new MarketSnapshot(now, now, indices, quotes, chains, bars, first.increments(),
                new TreeMap<>()), account);
    }

    private static Optional<Quote> quote(Market market, InstrumentKey key, Instant now) {
        Tape tape = market.tape(key);
        boolean any = tape.bid() > 0 || tape.ask() > 0;
        return any
                ? Optional.of(new Quote(tape.bid(), tape.ask(), tape.bidSize(), tape.askSize(), now, Quality.LIVE))
                : Optional.empty();
    }

    private AccountSnapshot account(Instant now) {
        List<AccountSnapshot.Position> positions = exchange.positions().stream()
                .map(p -> new AccountSnapshot.Position(p.key(), p.quantity(), averageCost(p.cost(), p.quantity())))
                .toList();
        return new AccountSnapshot(exchange.account(), AccountKind.SIMULATED, now, exchange.values().netLiquidation(),
                exchange.values().cash(), exchange.values().excessLiquidity(), false, positions);
    }

    static Usd averageCost(Usd cost, int quantity) {
        return new Usd(Math.abs(cost.e4() / quantity));
    }

    private static List<ChainListing> chains(Market market) {
        SortedMap<String, SortedMap<LocalDate, TreeSet<Long>>> strikes = new TreeMap<>();
        for (Listing listing : market.catalogue().all()) {
            if (listing.isOption() && ContractRules.isIndexOption(listing.tradingClass())) {
                strikes.computeIfAbsent(listing.tradingClass(), c -> new TreeMap<>())
                        .computeIfAbsent(listing.settlementDate(), d -> new TreeSet<>())
                        .add(listing.key().strikeMilli());
            }
        }
        List<ChainListing> chains = new ArrayList<>();
        strikes.forEach((root, dates) -> dates
                .forEach((date, all) -> chains.add(new ChainListing(root, date, List.copyOf(all)))));
        return chains;
    }

    private static SortedMap<InstrumentKey, DailyBars> bars(Market market, AccountSnapshot account) {
        TreeSet<String> symbols = new TreeSet<>(BARS);
        account.positions().forEach(p -> symbols.add(p.key().underlying()));
        SortedMap<InstrumentKey, DailyBars> bars = new TreeMap<>();
        for (String symbol : symbols) {
            DailyBars history = market.dailyBars(InstrumentKey.of(symbol));
            if (history.size() > 0) {
                bars.put(InstrumentKey.of(symbol), history);
            }
        }
        return bars;
    }

    private static SortedMap<String, PriceIncrements> grids(Market market) {
        SortedMap<String, PriceIncrements> grids = new TreeMap<>();
        for (Listing listing : market.catalogue().all()) {
            if (listing.isOption()) {
                grids.putIfAbsent(listing.tradingClass(), market.catalogue().grid(listing));
            }
        }
        return grids;
    }
}
