package alvh.daemon.broker;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.PriceIncrements;

/**
 * Contract details, option parameters and market rules, each asked once a trading day. Answers go through
 * {@link Instruments}, which refuses what contradicts the table. Owned by the loop.
 */
final class Contracts {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Asks asks;
    private final Instruments instruments;
    private final ChainDates dates;
    private LocalDate day = LocalDate.MIN;
    private final Map<String, CompletableFuture<Optional<String>>> today = new TreeMap<>();
    private final Map<String, CompletableFuture<List<Chain>>> params = new TreeMap<>();
    private final Map<Chain.Id, NavigableSet<Long>> strikes = new TreeMap<>();
    private final Map<InstrumentKey, LiquidHours> hours = new TreeMap<>();
    private final Map<String, PriceIncrements> increments = new TreeMap<>();

    Contracts(Asks asks, Instruments instruments, ChainDates dates) {
        this.asks = asks;
        this.instruments = instruments;
        this.dates = dates;
    }

    /** Forgets yesterday's answers. */
    void day(LocalDate date) {
        if (!date.equals(day)) {
            day = date;
            today.clear();
            params.clear();
            strikes.clear();
            hours.clear();
        }
    }

    /** What could not be asked through because the link went away is asked again on the next one. */
    void lost() {
        today.values().removeIf(answer -> !answer.isDone() || answer.join().isPresent());
        params.values().removeIf(answer -> !answer.isDone() || answer.join().isEmpty());
        strikes.keySet().removeIf(id -> !today.containsKey(id.toString()));
    }

    /** Details of one stock, index, held option or future; the problem in words, or nothing. */
    CompletableFuture<Optional<String>> one(InstrumentKey key) {
        CompletableFuture<Optional<String>> known = today.get("one " + key);
        return known != null ? known : remember("one " + key, details(key.text(), query(key), key));
    }

    /** All listed futures of a class, in order of settlement. */
    CompletableFuture<Optional<String>> futures(String tradingClass) {
        CompletableFuture<Optional<String>> known = today.get("futures " + tradingClass);
        return known != null
                ? known
                : remember("futures " + tradingClass,
                        details(tradingClass + " futures", Query.futures(tradingClass), null));
    }

    /** The details of one (class, expiry, right); afterwards {@link #strikes} knows what is really listed. */
    CompletableFuture<Optional<String>> chain(Chain chain, Chain.Id id) {
        CompletableFuture<Optional<String>> known = today.get(id.toString());
        if (known != null) {
            return known;
        }
        String symbol = underlying(chain.tradingClass());
        String right = String.valueOf(id.right().letter());
        strikes.putIfAbsent(id, new TreeSet<>());
        return remember(id.toString(),
                details(id.toString(), chainQuery(symbol, chain, chain.listedDate(), right), null)
                        .thenCompose(problem -> problem.isPresent() && dates.otherDate(chain).isPresent()
                                ? details(id.toString(), chainQuery(symbol, chain, dates.otherDate(chain).get(), right),
                                        null)
                                : CompletableFuture.completedFuture(problem)));
    }

    /** The chains of an index; empty when the broker names none. */
    CompletableFuture<List<Chain>> chains(String symbol) {
        CompletableFuture<List<Chain>> known = params.get(symbol);
        if (known != null) {
            return known;
        }
        int conId = instruments.known(InstrumentKey.of(symbol)).map(KnownInstrument::conId).orElse(0);
        CompletableFuture<List<Chain>> answer = asks.ask("option parameters of " + symbol, Word.OptionParamsEnd.class,
                DEADLINE, id -> new Request.OptionParams(id, symbol, "IND", conId)).thenApply(reply -> switch (reply) {
                    case Reply.Got got -> dates.chains(got.all(Word.OptionParams.class));
                    case Reply.Failed failed -> List.<Chain>of();
                });
        params.put(symbol, answer);
        return answer;
    }

    boolean asked(Chain.Id id) {
        return strikes.containsKey(id);
    }

    /** Strikes that contract details have shown for this expiry, calls and puts together; empty when not asked. */
    Optional<NavigableSet<Long>> strikes(String tradingClass, LocalDate settlement) {
        NavigableSet<Long> union = new TreeSet<>();
        boolean any = false;
        for (var listed : strikes.entrySet()) {
            if (listed.getKey().tradingClass().equals(tradingClass)
                    && listed.getKey().settlement().equals(settlement)) {
                union.addAll(listed.getValue());
                any = true;
            }
        }
        return any ? Optional.of(union) : Optional.empty();
    }

    Optional<LiquidHours> hours(InstrumentKey key) {
        return Optional.ofNullable(hours.get(key));
    }

    Map<String, PriceIncrements> increments() {
        return increments;
    }

    /** Asks for the grid of every class whose rule is known and whose grid is not. */
    CompletableFuture<Void> rules(List<InstrumentKey> keys) {
        Map<String, Integer> wanted = new TreeMap<>();
        keys.stream().map(instruments::known).flatMap(Optional::stream).filter(k -> k.ruleId() > 0)
                .filter(k -> k.key().isOption() && !increments.containsKey(k.key().root()))
                .forEach(k -> wanted.putIfAbsent(k.key().root(), k.ruleId()));
        List<CompletableFuture<Void>> open = new ArrayList<>();
        wanted.forEach((name, rule) -> open.add(asks.inLane(Lanes.rule(rule), "market rule " + rule,
                word -> word instanceof Word.Rule r && r.ruleId() == rule,
                word -> word instanceof Word.Rule r && r.ruleId() == rule, DEADLINE, new Request.Rule(rule))
                .thenAccept(reply -> grid(name, reply))));
        return CompletableFuture.allOf(open.toArray(CompletableFuture[]::new));
    }

    private void grid(String tradingClass, Reply reply) {
        switch (reply) {
            case Reply.Got got -> got.all(Word.Rule.class).stream().filter(rule -> !rule.rows().isEmpty()).findFirst()
                    .ifPresent(rule -> increments.put(tradingClass, new PriceIncrements(rule.rows())));
            case Reply.Failed failed -> increments.remove(tradingClass);
        }
    }

    private CompletableFuture<Optional<String>> remember(String what, CompletableFuture<Optional<String>> answer) {
        today.put(what, answer);
        return answer;
    }

    private CompletableFuture<Optional<String>> details(String what, Query query, InstrumentKey expected) {
        return asks.ask("contract details of " + what, Word.DetailsEnd.class, DEADLINE,
                id -> new Request.Details(id, query)).thenApply(reply -> switch (reply) {
                    case Reply.Got got -> taken(what, got.all(Word.Details.class), expected);
                    case Reply.Failed failed -> Optional.of(failed.because());
                });
    }

    private Optional<String> taken(String what, List<Word.Details> details, InstrumentKey expected) {
        if (details.isEmpty()) {
            return Optional.of("E-CONTRACT the broker knows no contract for " + what);
        }
        if (expected != null && details.size() > 1) {
            return Optional.of("E-CONTRACT " + details.size() + " contracts match " + what + ", expected one");
        }
        for (Word.Details detail : details) {
            instruments.learn(detail.facts()).ifPresent(key -> listed(key, detail.facts()));
        }
        if (expected == null) {
            return Optional.empty();
        }
        boolean found = instruments.known(expected).filter(k -> k.conId() == details.get(0).facts().conId())
                .isPresent();
        return found
                ? Optional.empty()
                : instruments.refusal(expected).or(() -> Optional.of("E-CONTRACT the broker calls " + what + " "
                        + details.get(0).facts().localSymbol()));
    }

    private void listed(InstrumentKey key, Facts facts) {
        hours.put(key, LiquidHours.of(facts.liquidHours(), facts.zone()));
        if (key.isOption()) {
            strikes.computeIfAbsent(Chain.Id.of(key), id -> new TreeSet<>()).add(key.strikeMilli());
        }
    }

    private Query query(InstrumentKey key) {
        int conId = instruments.known(key).map(KnownInstrument::conId).orElse(0);
        if (conId > 0) {
            return byId(key, conId);
        }
        return switch (key.secType()) {
            case INDEX -> Query.index(key.text());
            case STOCK -> Query.stock(key.text());
            case FUTURE -> Query.futures(key.root());
            case OPTION -> Query.chain(key.underlying(), key.root(), Unset.basic(key.settlementDate()),
                    String.valueOf(key.right().letter()));
        };
    }

    /** The contract of a known id, as market data, history and orders name it. */
    static Query byId(InstrumentKey key, int conId) {
        return switch (key.secType()) {
            case INDEX -> Query.byId(conId, "IND", key.text(), Query.index(key.text()).exchange());
            case STOCK -> Query.byId(conId, "STK", Query.stock(key.text()).symbol(), "SMART");
            case FUTURE -> Query.byId(conId, "FUT", Query.futures(key.root()).symbol(), "CFE");
            case OPTION -> Query.byId(conId, "OPT", key.underlying(), "SMART");
        };
    }

    private static Query chainQuery(String symbol, Chain chain, String date, String right) {
        return Query.chain(symbol, chain.tradingClass(), date, right);
    }

    private static String underlying(String tradingClass) {
        return switch (tradingClass) {
            case "VIXW" -> "VIX";
            case "SPXW" -> "SPX";
            default -> tradingClass;
        };
    }
}
