package alvh.daemon.broker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BarHistoryTest {
    private static final Instant MORNING = Bench.START;
    private static final Instant EVENING = Instant.parse("2026-11-17T22:00:00Z");
    private final Bench bench = new Bench(10);
    private final Instruments instruments = new Instruments(new Naming(TradingCalendar.nyse()),
            new ContractCheck(TradingCalendar.nyse()),
            IntStream.rangeClosed(1, 9).mapToObj(i -> Samples.known(i, "S" + i)).toList(), known -> {});
    private final BarHistory history = new BarHistory(bench.room.asks(), instruments, TradingCalendar.nyse(),
            bench.requests::add);

    private void answer(int reqId, String... days) {
        for (String day : days) {
            bench.say(new Word.Bar(reqId, new DailyBars.Bar(LocalDate.parse(day), 1, 2, 0.5, 1.5)));
        }
        bench.say(new Word.BarsEnd(reqId));
    }

    private static InstrumentKey stock(int i) {
        return InstrumentKey.of("S" + i);
    }

    @Test
    void onlyCompletedDaysCount() {
        assertThat(history.completed(MORNING)).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(history.completed(EVENING)).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(history.completed(Instant.parse("2026-11-15T18:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 13));
        assertThat(history.completed(Instant.parse("2026-11-27T19:00:00Z"))).as("early close on the day after"
                + " Thanksgiving").isEqualTo(LocalDate.of(2026, 11, 27));
        CompletableFuture<BarHistory.Taken> taken = history.of(stock(1), MORNING);
        answer(bench.asked(Request.Bars.class).get(0).reqId(), "2026-11-13", "2026-11-16", "2026-11-17");
        assertThat(taken.join().bars().bars()).extracting(DailyBars.Bar::date)
                .containsExactly(LocalDate.of(2026, 11, 13), LocalDate.of(2026, 11, 16));
    }

    @Test
    void theDaysAnswerIsKeptAndTheNextDayAsksAgain() {
        history.of(stock(1), MORNING);
        answer(bench.asked(Request.Bars.class).get(0).reqId(), "2026-11-16");
        assertThat(history.of(stock(1), MORNING)).isDone();
        assertThat(bench.asked(Request.Bars.class)).hasSize(1);
        history.of(stock(1), EVENING);
        assertThat(bench.asked(Request.Bars.class)).hasSize(2);
    }

    @Test
    void atMostSixAreInFlight() {
        List<CompletableFuture<BarHistory.Taken>> all = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> history.of(stock(i), MORNING)).toList();
        assertThat(bench.asked(Request.Bars.class)).hasSize(6);
        answer(bench.asked(Request.Bars.class).get(0).reqId(), "2026-11-16");
        assertThat(bench.asked(Request.Bars.class)).hasSize(7);
        for (int i = 1; i < 9; i++) {
            answer(bench.asked(Request.Bars.class).get(i).reqId(), "2026-11-16");
        }
        assertThat(all).allMatch(CompletableFuture::isDone);
    }

    @Test
    void aSilentRequestIsTakenBack() {
        CompletableFuture<BarHistory.Taken> taken = history.of(stock(1), MORNING);
        bench.pass(java.time.Duration.ofSeconds(31));
        assertThat(taken.join().problem()).startsWith("daily bars: no answer");
        assertThat(bench.requests).contains(
                new Request.StopBars(bench.asked(Request.Bars.class).get(0).reqId()));
    }

    @Test
    void stocksAreAdjustedIndicesAreNot() {
        instruments.learn(Samples.index(20, "VIX"));
        history.of(stock(1), MORNING);
        history.of(InstrumentKey.of("VIX"), MORNING);
        assertThat(bench.asked(Request.Bars.class)).extracting(Request.Bars::whatToShow)
                .containsExactly("ADJUSTED_LAST", "TRADES");
        assertThat(bench.asked(Request.Bars.class)).extracting(Request.Bars::duration).containsOnly("5 Y");
    }

    @Test
    void whatCannotBeReadIsAReason() {
        CompletableFuture<BarHistory.Taken> bad = history.of(stock(1), MORNING);
        int id = bench.asked(Request.Bars.class).get(0).reqId();
        bench.say(new Word.BadBar(id, "20261116 close NaN"));
        bench.say(new Word.BarsEnd(id));
        assertThat(bad.join().problem()).isEqualTo("daily bars: 1 unreadable, first: 20261116 close NaN");
        CompletableFuture<BarHistory.Taken> none = history.of(stock(2), MORNING);
        bench.say(new Word.Error(bench.asked(Request.Bars.class).get(1).reqId(), 162, "no data"));
        assertThat(none.join().problem()).isEqualTo("daily bars: no data");
        assertThat(history.of(InstrumentKey.of("NOPE"), MORNING).join().problem())
                .isEqualTo("the broker lists no such contract");
        history.lost("reset");
        history.of(stock(2), MORNING);
        assertThat(bench.asked(Request.Bars.class)).as("asked again on the next link").hasSize(3);
    }
}
