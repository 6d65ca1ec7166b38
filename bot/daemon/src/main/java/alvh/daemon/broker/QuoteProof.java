package alvh.daemon.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.Ports;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quote;
import alvh.planner.market.SecType;

/**
 * The proof before a send (promises 8 and 18): fresh quotes of the legs, levels of their indices, the end of the liquid
 * session by the broker's own hours, and a round trip within a second. Owned by the loop.
 */
final class QuoteProof {
    private static final Duration ROUND_TRIP = Duration.ofSeconds(1);

    private final Asks asks;
    private final QuoteLines lines;
    private final Contracts contracts;
    private final Ports.ExchangeTime clock;
    private final Ports.Ticker ticker;

    QuoteProof(Asks asks, QuoteLines lines, Contracts contracts, Ports.ExchangeTime clock, Ports.Ticker ticker) {
        this.asks = asks;
        this.lines = lines;
        this.contracts = contracts;
        this.clock = clock;
        this.ticker = ticker;
    }

    CompletableFuture<Event> prove(long token, List<InstrumentKey> keys, boolean millis) {
        List<InstrumentKey> wanted = new ArrayList<>(keys);
        keys.stream().map(key -> InstrumentKey.of(key.underlying()))
                .filter(under -> under.secType() == SecType.INDEX).distinct().forEach(wanted::add);
        lines.keepToo(wanted);
        // Two steps at once: the round trip is measured on its own, the quotes have their patience.
        long asked = ticker.nanos();
        long[] trip = {-1};
        CompletableFuture<Reply> link = asks.inLane(Lanes.TIME, "current time", word -> word instanceof Word.Time,
                word -> word instanceof Word.Time, ROUND_TRIP, new Request.Time(millis)).thenApply(reply -> {
                    trip[0] = (ticker.nanos() - asked) / 1_000_000;
                    return reply;
                });
        CompletableFuture<Void> known = CompletableFuture
                .allOf(wanted.stream().map(this::details).toArray(CompletableFuture[]::new));
        return known.thenCompose(ok -> lines.fetch(wanted, true))
                .thenCombine(link, (taken, reply) -> switch (reply) {
                    case Reply.Failed failed -> new Event.ReadFailed(token, failed.because());
                    case Reply.Got got when trip[0] > ROUND_TRIP.toMillis() ->
                        new Event.ReadFailed(token, "the link took " + trip[0] + " ms to answer, allowed are 1000");
                    case Reply.Got got -> proven(token, keys, taken, trip[0]);
                });
    }

    /** Hours are of the day: held legs that no chain request named today are asked one by one. */
    private CompletableFuture<?> details(InstrumentKey key) {
        return contracts.hours(key).isPresent() ? CompletableFuture.completedFuture(null) : contracts.one(key);
    }

    private Event proven(long token, List<InstrumentKey> keys, SortedMap<InstrumentKey, QuoteLines.Taken> taken,
            long tripMillis) {
        Map<InstrumentKey, Quote> quotes = new TreeMap<>();
        Map<InstrumentKey, IndexLevel> levels = new TreeMap<>();
        taken.forEach((key, got) -> {
            if (keys.contains(key)) {
                quotes.put(key, got.line() == null ? Quote.NONE : got.line().quote());
            } else {
                levels.put(key, got.line() == null ? IndexLevel.NONE : got.line().level());
            }
        });
        Instant now = clock.now();
        List<Optional<Instant>> ends = keys.stream()
                .map(key -> contracts.hours(key).flatMap(hours -> hours.until(now))).toList();
        Instant until = ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).min(Comparator.naturalOrder()).orElse(null)
                : null;
        return new Event.QuotesProven(token, quotes, levels, until, tripMillis);
    }
}
