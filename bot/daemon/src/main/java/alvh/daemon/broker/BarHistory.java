package alvh.daemon.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.SecType;
import alvh.planner.market.TradingCalendar;

/**
 * Daily bars, five years, completed days only, kept until the next day completes; six requests in flight (the broker's
 * pacing). Owned by the loop.
 */
final class BarHistory {
    private static final int IN_FLIGHT = 6;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String YEARS = "5 Y";
    private static final Duration SETTLES = Duration.ofMinutes(20);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private final Asks asks;
    private final Instruments instruments;
    private final TradingCalendar calendar;
    private final Consumer<Request> out;
    private final Map<InstrumentKey, Kept> kept = new TreeMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int inFlight;
    private int links;

    /** Bars up to a completed day, or the reason why not. */
    record Taken(DailyBars bars, String problem) {}

    /** @param link on which it was asked; what failed on an older link is asked again */
    private record Kept(LocalDate through, int link, CompletableFuture<Taken> answer) {

        boolean goodFor(LocalDate day, int now) {
            boolean has = answer.isDone() && answer.join().bars() != null;
            return through.equals(day) && (has || link == now);
        }
    }

    private record Waiting(InstrumentKey key, LocalDate through, CompletableFuture<Taken> answer) {}

    BarHistory(Asks asks, Instruments instruments, TradingCalendar calendar, Consumer<Request> out) {
        this.out = out;
        this.asks = asks;
        this.instruments = instruments;
        this.calendar = calendar;
    }

    CompletableFuture<Taken> of(InstrumentKey key, Instant now) {
        LocalDate through = completed(now);
        Kept before = kept.get(key);
        if (before != null && before.goodFor(through, links)) {
            return before.answer();
        }
        var answer = new CompletableFuture<Taken>();
        kept.put(key, new Kept(through, links, answer));
        waiting.add(new Waiting(key, through, answer));
        begin();
        return answer;
    }

    /** What waited fails with the link; what was in flight fails by its question. */
    void lost(String because) {
        links++;
        List<Waiting> left = List.copyOf(waiting);
        waiting.clear();
        left.forEach(w -> w.answer().complete(new Taken(null, "daily bars: " + because)));
    }

    /** The newest trading day whose closing value is final. */
    LocalDate completed(Instant now) {
        ZonedDateTime local = now.atZone(TradingCalendar.NEW_YORK);
        LocalDate today = local.toLocalDate();
        if (calendar.covers(today) && !calendar.isTradingDay(today)) {
            return calendar.onOrBefore(today);
        }
        LocalTime close = calendar.isEarlyClose(today) ? TradingCalendar.EARLY_CLOSE : CLOSE;
        boolean over = !local.isBefore(today.atTime(close).atZone(TradingCalendar.NEW_YORK).plus(SETTLES));
        return over ? today : calendar.previous(today);
    }

    private void begin() {
        while (inFlight < IN_FLIGHT && !waiting.isEmpty()) {
            inFlight++;
            Waiting next = waiting.poll();
            ask(next.key(), next.through(), next.answer());
        }
    }

    private void ask(InstrumentKey key, LocalDate through, CompletableFuture<Taken> answer) {
        KnownInstrument known = instruments.known(key).orElse(null);
        if (known == null) {
            inFlight--;
            answer.complete(new Taken(null, instruments.refusal(key).orElse("the broker lists no such contract")));
            begin();
            return;
        }
        String what = key.secType() == SecType.STOCK ? "ADJUSTED_LAST" : "TRADES";
        int[] asked = new int[1];
        asks.ask("daily bars of " + key, Word.BarsEnd.class, DEADLINE, id -> {
            asked[0] = id;
            return new Request.Bars(id, Contracts.byId(key, known.conId()), YEARS, what);
        }).thenAccept(reply -> {
            inFlight--;
            if (reply instanceof Reply.Failed failed && failed.code() == Reply.NO_ANSWER) {
                out.accept(new Request.StopBars(asked[0]));
            }
            answer.complete(taken(key, through, reply));
            begin();
        });
    }

    private static Taken taken(InstrumentKey key, LocalDate through, Reply reply) {
        return switch (reply) {
            case Reply.Failed failed -> new Taken(null, "daily bars: " + failed.because());
            case Reply.Got got -> bars(key, through, got);
        };
    }

    private static Taken bars(InstrumentKey key, LocalDate through, Reply.Got got) {
        List<Word.BadBar> bad = got.all(Word.BadBar.class);
        if (!bad.isEmpty()) {
            return new Taken(null, "daily bars: " + bad.size() + " unreadable, first: " + bad.get(0).text());
        }
        Map<LocalDate, DailyBars.Bar> byDate = new TreeMap<>();
        got.all(Word.Bar.class).stream().map(Word.Bar::bar).filter(bar -> !bar.date().isAfter(through))
                .forEach(bar -> byDate.put(bar.date(), bar));
        return byDate.isEmpty()
                ? new Taken(null, "daily bars: none up to " + through)
                : new Taken(new DailyBars(key, new ArrayList<>(byDate.values())), "");
    }
}
