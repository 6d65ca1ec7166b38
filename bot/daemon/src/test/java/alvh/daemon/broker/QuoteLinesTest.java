package alvh.daemon.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.TradingCalendar;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteLinesTest {
    private final Bench bench = new Bench(3);
    private final Instruments instruments = new Instruments(new Naming(TradingCalendar.nyse()),
            new ContractCheck(TradingCalendar.nyse()),
            IntStream.rangeClosed(1, 9).mapToObj(i -> Samples.known(700 + i, call(i).text())).toList(), known -> {});
    private boolean writes = true;
    private final QuoteLines lines = new QuoteLines(bench.loop, bench.room.asks(), instruments, this::asked,
            bench.clock, bench::nanos, 3);

    private void asked(Request request) {
        bench.requests.add(request);
        if (request instanceof Request.Quotes quotes && writes) {
            bench.loop.execute(() -> lines.written(quotes.reqId()));
        }
    }

    private static InstrumentKey call(int strike) {
        return InstrumentKey.of(String.format(java.util.Locale.ROOT, "VIX   261118C%08d", strike * 1000));
    }

    private static List<InstrumentKey> calls(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(QuoteLinesTest::call).toList();
    }

    private List<Request.Quotes> subscriptions() {
        return bench.asked(Request.Quotes.class);
    }

    private void quote(int reqId, double bid, double ask) {
        lines.hear(new Word.Price(reqId, 1, bid));
        lines.hear(new Word.Size(reqId, 0, 10));
        lines.hear(new Word.Price(reqId, 2, ask));
        lines.hear(new Word.Size(reqId, 3, 20));
        bench.step();
    }

    private Quote quoteOf(CompletableFuture<SortedMap<InstrumentKey, QuoteLines.Taken>> fetch, InstrumentKey key) {
        return fetch.join().get(key).line().quote();
    }

    @Test
    void wavesNeverOpenMoreLinesThanAllowed() {
        var fetch = lines.fetch(calls(1, 7), false);
        int answered = 0;
        while (!fetch.isDone()) {
            assertThat(lines.openLines()).isLessThanOrEqualTo(3);
            quote(subscriptions().get(answered++).reqId(), 1.00, 1.10);
        }
        assertThat(answered).isEqualTo(7);
        assertThat(fetch.join().keySet()).containsExactlyElementsOf(calls(1, 7));
        assertThat(bench.asked(Request.StopQuotes.class)).hasSize(4);
        assertThat(subscriptions()).extracting(Request.Quotes::reqId).doesNotHaveDuplicates();
        assertThat(quoteOf(fetch, call(7))).isEqualTo(new Quote(1.00, 1.10, 10, 20, Bench.START, Quality.LIVE));
    }

    @Test
    void oneSideIsReportedAfterFourSeconds() {
        var fetch = lines.fetch(calls(1, 1), false);
        lines.hear(new Word.Price(subscriptions().get(0).reqId(), 2, 0.05));
        lines.hear(new Word.Price(subscriptions().get(0).reqId(), 1, Double.NaN));
        bench.pass(Duration.ofMillis(3_900));
        assertThat(fetch).isNotDone();
        bench.pass(Duration.ofMillis(200));
        Quote quote = quoteOf(fetch, call(1));
        assertThat(quote.ask()).isEqualTo(0.05);
        assertThat(quote.bid()).isNaN();
        assertThat(quote.bidSize()).isZero();
    }

    @Test
    void waitingInTheWiresQueueIsNotPatience() {
        writes = false;
        var fetch = lines.fetch(calls(1, 1), false);
        bench.pass(Duration.ofSeconds(6));
        assertThat(fetch).isNotDone();
        lines.written(subscriptions().get(0).reqId());
        bench.pass(Duration.ofSeconds(2));
        quote(subscriptions().get(0).reqId(), 1.00, 1.10);
        assertThat(quoteOf(fetch, call(1)).twoSided()).isTrue();
    }

    @Test
    void delayedAndFrozenAreMarked() {
        var fetch = lines.fetch(calls(1, 2), false);
        int delayed = subscriptions().get(0).reqId();
        lines.hear(new Word.Price(delayed, 66, 1.00));
        lines.hear(new Word.Size(delayed, 69, 5));
        lines.hear(new Word.Price(delayed, 67, 1.10));
        lines.hear(new Word.Size(delayed, 70, 5));
        lines.hear(new Word.DataType(subscriptions().get(1).reqId(), 2));
        quote(subscriptions().get(1).reqId(), 1.00, 1.10);
        assertThat(quoteOf(fetch, call(1)).quality()).isEqualTo(Quality.DELAYED);
        assertThat(quoteOf(fetch, call(2)).quality()).isEqualTo(Quality.FROZEN);
    }

    @Test
    void aLostFarmMakesEverythingStaleUntilTheNextTick() {
        var fetch = lines.fetch(calls(1, 1), false);
        int id = subscriptions().get(0).reqId();
        quote(id, 1.00, 1.10);
        lines.farmLost("Market data farm connection is broken:usopt");
        assertThat(quoteOf(fetch, call(1)).quality()).isEqualTo(Quality.STALE);
        lines.hear(new Word.Price(id, 1, 1.01));
        assertThat(quoteOf(fetch, call(1)).quality()).isEqualTo(Quality.LIVE);
    }

    @Test
    void aRefusedLineIsAReasonInWords() {
        var fetch = lines.fetch(List.of(call(1), InstrumentKey.of("VIX   261118C00099000")), false);
        assertThat(lines.hear(new Word.Error(subscriptions().get(0).reqId(), 354, "not subscribed"))).isTrue();
        assertThat(fetch.join().get(call(1)).problem()).isEqualTo("broker error 354: not subscribed");
        assertThat(fetch.join().get(InstrumentKey.of("VIX   261118C00099000")).problem())
                .isEqualTo("the broker lists no such contract");
        assertThat(lines.openLines()).isZero();
    }

    @Test
    void aBrokerThatAllowsFewerLinesIsObeyed() {
        var fetch = lines.fetch(calls(1, 3), false);
        lines.hear(new Word.Error(subscriptions().get(2).reqId(), 101, "Max number of tickers has been reached"));
        assertThat(lines.openLines()).isEqualTo(2);
        List<Integer> answered = new ArrayList<>(List.of(subscriptions().get(2).reqId()));
        for (int i = 0; i < 10 && !fetch.isDone(); i++) {
            int next = subscriptions().stream().map(Request.Quotes::reqId).filter(id -> !answered.contains(id))
                    .findFirst().orElseThrow();
            answered.add(next);
            quote(next, 1.00, 1.10);
            assertThat(lines.openLines()).isLessThanOrEqualTo(2);
        }
        assertThat(fetch.join().get(call(3)).line().quote().twoSided()).isTrue();
    }

    @Test
    void anUrgentFetchGoesFirstAndKeptLinesStay() {
        var slow = lines.fetch(calls(1, 6), false);
        var urgent = lines.fetch(calls(9, 9), true);
        lines.keep(calls(9, 9));
        quote(subscriptions().get(0).reqId(), 1.00, 1.10);
        assertThat(subscriptions().get(3).query().conId()).isEqualTo(709);
        quote(subscriptions().get(3).reqId(), 2.00, 2.10);
        assertThat(urgent).isDone();
        bench.pass(Duration.ofSeconds(13));
        assertThat(slow).isDone();
        lines.sweep();
        bench.pass(Duration.ofSeconds(1));
        assertThat(lines.openLines()).isEqualTo(1);
        assertThat(bench.asked(Request.StopQuotes.class)).extracting(Request.StopQuotes::reqId)
                .doesNotContain(subscriptions().get(3).reqId());
    }

    @Test
    void P08_aYoungTickIsReusedAnOldOneIsAskedAgain() {
        var first = lines.fetch(calls(1, 1), false);
        quote(subscriptions().get(0).reqId(), 1.00, 1.10);
        assertThat(first).isDone();
        bench.pass(Duration.ofSeconds(1));
        assertThat(lines.fetch(calls(1, 1), true)).isDone();
        assertThat(subscriptions()).hasSize(1);
        bench.pass(Duration.ofSeconds(2));
        var fresh = lines.fetch(calls(1, 1), true);
        assertThat(fresh).isNotDone();
        assertThat(subscriptions()).hasSize(2);
        quote(subscriptions().get(1).reqId(), 1.02, 1.12);
        assertThat(quoteOf(fresh, call(1)).at()).isEqualTo(Bench.START.plusSeconds(3));
    }

    @Test
    void ticksOfAClosedLineAreNobodysBusiness() {
        var fetch = lines.fetch(calls(1, 1), false);
        int id = subscriptions().get(0).reqId();
        quote(id, 1.00, 1.10);
        lines.sweep();
        lines.hear(new Word.Price(id, 1, 9.99));
        assertThat(quoteOf(fetch, call(1)).bid()).isEqualTo(1.00);
        var next = lines.fetch(calls(2, 3), false);
        lines.lost("reset");
        assertThat(next.join().get(call(2)).problem()).isEqualTo("reset");
        assertThat(lines.openLines()).isZero();
    }
}
