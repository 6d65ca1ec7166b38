package alvh.daemon.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.Ports;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.ContractRules;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.SecType;
import alvh.planner.market.TradingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the picture for planning: account, levels, the book's stocks, futures and listings first; then asks what is
 * worth a line, reads the contract details of exactly those expiries, asks again with the real strikes, and reads the
 * quotes. Bars come beside all of it. Owned by the loop.
 */
final class SnapshotTaker {
    private static final List<InstrumentKey> LEVELS = keys("SPX", "XSP", "VIX", "VIX9D", "VIX3M", "VIX6M", "VVIX");
    /** Chooses no strikes and is often not subscribed: nothing waits for it but the end. The broker has no history of it. */
    private static final List<InstrumentKey> BREADTH = keys("AD-NYSE");
    private static final List<InstrumentKey> BARS = keys("SPX", "VIX", "VIX9D", "VIX3M", "VVIX", "VRO", "SPY",
            "RSP");
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTaker.class);
    private static final List<String> CHAINS = List.of("VIX", "SPX", "XSP");
    private static final int NARROWINGS = 3;

    private final AccountReader accounts;
    private final Contracts contracts;
    private final Instruments instruments;
    private final QuoteLines lines;
    private final BarHistory history;
    private final Ports.ExchangeTime clock;
    private final Function<Partial, List<InstrumentKey>> wanted;

    SnapshotTaker(AccountReader accounts, Contracts contracts, Instruments instruments, QuoteLines lines,
            BarHistory history, Ports.ExchangeTime clock, Function<Partial, List<InstrumentKey>> wanted) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.instruments = instruments;
        this.lines = lines;
        this.history = history;
        this.clock = clock;
        this.wanted = wanted;
    }

    private static List<InstrumentKey> keys(String... symbols) {
        return List.of(symbols).stream().map(InstrumentKey::of).toList();
    }

    CompletableFuture<Event> take(long token, Instant asOf) {
        contracts.day(asOf.atZone(TradingCalendar.NEW_YORK).toLocalDate());
        var draft = new SnapshotDraft(asOf);
        CompletableFuture<Void> market = lines(draft, LEVELS);
        CompletableFuture<Void> breadth = lines(draft, BREADTH);
        CompletableFuture<Void> listed = resolve(keys(CHAINS.toArray(String[]::new)))
                .thenCompose(ok -> listings(draft));
        CompletableFuture<Void> indexBars = bars(draft, BARS);
        CompletableFuture<?> futures = contracts.futures("VX");
        return accounts.read().thenCompose(reading -> {
            if (reading.account() == null) {
                return CompletableFuture.completedFuture(new Event.ReadFailed(token, reading.problem()));
            }
            draft.account(reading.account());
            if (!reading.leftOut().isEmpty()) {
                LOG.warn("held, but not of a kind the bot knows, so it is no part of the picture: {}",
                        reading.leftOut());
            }
            List<InstrumentKey> stocks = stocks(reading.account());
            CompletableFuture<Void> book = lines(draft, stocks);
            CompletableFuture<Void> bookBars = bars(draft, stocks);
            return CompletableFuture.allOf(market, listed, futures, book).thenCompose(ok -> narrow(draft, NARROWINGS))
                    .thenCompose(keys -> quotes(draft, keys))
                    .thenCombine(CompletableFuture.allOf(indexBars, bookBars, breadth),
                            (ok, all) -> taken(token, draft));
        });
    }

    private Event taken(long token, SnapshotDraft draft) {
        return new Event.SnapshotTaken(token, draft.build(clock.now(), contracts), draft.account());
    }

    private CompletableFuture<Void> lines(SnapshotDraft draft, List<InstrumentKey> keys) {
        return resolve(keys).thenCompose(ok -> lines.fetch(keys, false)).thenAccept(draft::lines);
    }

    private CompletableFuture<Void> resolve(List<InstrumentKey> keys) {
        return CompletableFuture.allOf(keys.stream().map(contracts::one).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> listings(SnapshotDraft draft) {
        List<CompletableFuture<List<Chain>>> asked = CHAINS.stream().map(contracts::chains).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenAccept(ok -> {
            for (int i = 0; i < CHAINS.size(); i++) {
                List<Chain> chains = asked.get(i).join().stream()
                        .filter(chain -> ContractRules.isIndexOption(chain.tradingClass())).toList();
                draft.chains(chains);
                if (chains.isEmpty()) {
                    draft.missing(InstrumentKey.of(CHAINS.get(i)), "the broker lists no options");
                }
            }
        });
    }

    private CompletableFuture<Void> bars(SnapshotDraft draft, List<InstrumentKey> keys) {
        Instant now = clock.now();
        return CompletableFuture.allOf(keys.stream().map(key -> contracts.one(key)
                .thenCompose(problem -> problem.isPresent()
                        ? CompletableFuture.completedFuture(new BarHistory.Taken(null, problem.get()))
                        : history.of(key, now))
                .thenAccept(bars -> draft.bars(key, bars))).toArray(CompletableFuture[]::new));
    }

    /** Stocks held, and stocks under the options held. */
    private static List<InstrumentKey> stocks(AccountSnapshot account) {
        Set<InstrumentKey> stocks = new TreeSet<>();
        for (AccountSnapshot.Position position : account.positions()) {
            InstrumentKey under = InstrumentKey.of(position.key().underlying());
            if (under.secType() == SecType.STOCK) {
                stocks.add(under);
            }
        }
        return List.copyOf(stocks);
    }

    /**
     * Asks the planner what is wanted until every wanted expiry has its real strikes: each answer may move to a strike
     * or an expiry that has not been read yet.
     */
    private CompletableFuture<List<InstrumentKey>> narrow(SnapshotDraft draft, int left) {
        List<InstrumentKey> keys = wanted.apply(new Partial(draft.build(clock.now(), contracts), draft.account()));
        Set<Chain.Id> unread = new LinkedHashSet<>();
        keys.stream().filter(InstrumentKey::isOption).filter(key -> instruments.known(key).isEmpty())
                .map(Chain.Id::of).filter(id -> !contracts.asked(id)).forEach(unread::add);
        List<CompletableFuture<Optional<String>>> asked = new ArrayList<>();
        for (Chain.Id id : unread) {
            draft.chain(id).ifPresent(chain -> asked.add(contracts.chain(chain, id)));
        }
        if (asked.isEmpty() || left == 0) {
            return CompletableFuture.completedFuture(keys);
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenCompose(ok -> narrow(draft, left - 1));
    }

    private CompletableFuture<Void> quotes(SnapshotDraft draft, List<InstrumentKey> keys) {
        List<InstrumentKey> held = draft.account().positions().stream().map(AccountSnapshot.Position::key)
                .filter(key -> key.isOption() && ContractRules.isIndexOption(key.root())).toList();
        lines.keep(held);
        List<InstrumentKey> unread = keys.stream().filter(key -> !draft.hasLine(key)).toList();
        List<InstrumentKey> settling = unread.stream().filter(key -> key.secType() == SecType.STOCK).toList();
        return contracts.rules(keys).thenCombine(lines.fetch(unread, false).thenAccept(draft::lines),
                (grids, quotes) -> null).thenCombine(bars(draft, settling), (quotes, bars) -> null);
    }
}
