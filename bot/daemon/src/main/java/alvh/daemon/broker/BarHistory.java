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
    private final Map<InstrumentKey, Kept> kept = new TreeMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int inFlight;

    /** Bars up to a completed day, or the reason why not. */
    record Taken(DailyBars bars, String problem) {}

    private record Kept(LocalDate through, CompletableFuture<Taken> answer) {}

    BarHistory(Asks asks, Instruments instruments, TradingCalendar calendar) {
        this.asks = asks;
        this.instruments = instruments;
        this.calendar = calendar;
    }

    CompletableFuture<Taken> of(InstrumentKey key, Instant now) {
        LocalDate through = completed(now);
        Kept before = kept.get(key);
        if (before != null && before.through().equals(through)) {
            return before.answer();
        }
        var answer = new CompletableFuture<Taken>();
        kept.put(key, new Kept(through, answer));
        waiting.add(() -> ask(key, through, answer));
        begin();
        return answer;
    }

    /** Failures are asked again after a reconnect; what waited has failed with the link. */
    void lost() {
        List<Runnable> left = List.copyOf(waiting);
        waiting.clear();
        inFlight = 0;
        left.forEach(Runnable::run);
        inFlight = 0;
        kept.values().removeIf(k -> !k.answer().isDone() || k.answer().join().bars() == null);
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
            waiting.poll().run();
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
        asks.ask("daily bars of " + key, Word.BarsEnd.class, DEADLINE,
                id -> new Request.Bars(id, Contracts.byId(key, known.conId()), YEARS, what)).thenAccept(reply -> {
                    inFlight--;
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
