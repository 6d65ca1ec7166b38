package alvh.daemon.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AsksTest {
    private final Bench bench = new Bench(10);
    private final Asks asks = bench.room.asks();

    private CompletableFuture<Reply> details(String what) {
        return asks.ask(what, Word.DetailsEnd.class, Duration.ofSeconds(15),
                id -> new Request.Details(id, Query.stock("KO")));
    }

    private CompletableFuture<Reply> orders() {
        return asks.inLane(Lanes.ORDERS, "own open orders", w -> w instanceof Word.OpenOrder,
                w -> w instanceof Word.OpenOrderEnd, Duration.ofSeconds(15), new Request.OpenOrders());
    }

    @Test
    void idsStartHighAndAreNeverUsedTwice() {
        details("one");
        details("two");
        assertThat(bench.asked(Request.Details.class)).extracting(Request.Details::reqId)
                .containsExactly(10_000_000, 10_000_001);
    }

    @Test
    void anAnswerIsTheWordsUpToTheEndMark() {
        CompletableFuture<Reply> answer = details("KO");
        var detail = new Word.Details(10_000_000, Samples.stock(8, "KO"));
        bench.say(new Word.Details(9_999_999, Samples.stock(7, "PEP")));
        bench.say(detail);
        bench.say(new Word.DetailsEnd(10_000_000));
        bench.say(new Word.Details(10_000_000, Samples.stock(9, "late")));
        assertThat(answer.join()).isEqualTo(new Reply.Got(List.of(detail), true));
    }

    @Test
    void errorsDeadlinesAndALostLinkEndAQuestionOnce() {
        CompletableFuture<Reply> unknown = details("a");
        CompletableFuture<Reply> silent = details("b");
        CompletableFuture<Reply> cut = details("c");
        bench.say(new Word.Error(10_000_000, 200, "No security definition"));
        assertThat(unknown.join()).isEqualTo(new Reply.Failed(200, "No security definition"));
        bench.pass(Duration.ofMillis(14_900));
        assertThat(silent).isNotDone();
        bench.pass(Duration.ofMillis(200));
        assertThat(silent.join()).isEqualTo(new Reply.Failed(Reply.NO_ANSWER, "no answer to 'b' in time"));
        assertThat(cut).isDone();
        CompletableFuture<Reply> later = details("d");
        asks.lost("reset");
        assertThat(later.join()).isEqualTo(new Reply.Failed(Reply.LOST, "reset"));
    }

    @Test
    void questionsWithoutIdTakeTurns() {
        CompletableFuture<Reply> first = orders();
        CompletableFuture<Reply> second = orders();
        assertThat(bench.asked(Request.OpenOrders.class)).hasSize(1);
        bench.say(new Word.OpenOrderEnd());
        assertThat(first).isDone();
        assertThat(second).isNotDone();
        assertThat(bench.asked(Request.OpenOrders.class)).hasSize(2);
        bench.say(new Word.OpenOrderEnd());
        assertThat(second.join()).isEqualTo(new Reply.Got(List.of(), true));
    }

    @Test
    void readOnlyEndsTheOrderQuestionWithItsOwnCode() {
        CompletableFuture<Reply> answer = orders();
        bench.say(new Word.Error(-1, 321, "The API interface is currently in Read-Only mode."));
        assertThat(answer.join()).isInstanceOfSatisfying(Reply.Failed.class,
                failed -> assertThat(failed.code()).isEqualTo(321));
    }

    @Test
    void executionsMayEndInSilence() {
        List<Reply> replies = new ArrayList<>();
        asks.askLenient("executions", Word.ExecutionsEnd.class, Duration.ofSeconds(5), Duration.ofSeconds(15),
                id -> new Request.Executions(id, Bench.ACCOUNT, 7)).thenAccept(replies::add);
        bench.pass(Duration.ofMillis(4_900));
        assertThat(replies).isEmpty();
        bench.pass(Duration.ofMillis(200));
        assertThat(replies).containsExactly(new Reply.Got(List.of(), false));
    }
}
