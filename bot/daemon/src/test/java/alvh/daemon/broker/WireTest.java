package alvh.daemon.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How long the wire lets each request wait: the waits are written down and take no time. */
@Timeout(60)
class WireTest {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<Request> written = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Link link = link();
    private Consumer<Duration> onWait = wait -> {};
    private final Wire wire = new Wire(() -> 0L, events::add, (gone, because) -> {}, written::add, wait -> {
        waits.add(wait);
        onWait.accept(wait);
    });

    @AfterEach
    void end() {
        wire.close();
    }

    /** Connected to nobody: every write ends in the client's own "not connected". */
    private static Link link() {
        var signal = new EJavaSignal();
        var callbacks = new Callbacks(word -> {});
        return new Link(new MeteredSocket(null, 1), new EClientSocket(callbacks, signal), signal, callbacks);
    }

    private static Request.Place order(int id) {
        return new Request.Place(new OrderRequest(id, FaultBench.REF, Bench.ACCOUNT,
                List.of(new Lot.LotLeg(FaultBench.CALL, 1, Side.BUY)), Side.BUY, 1, Price.of("0.85")), List.of(700));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** 35 a second: the 350th may leave ten seconds behind the first. Half of it is left for a machine that is slow. */
    @Test
    void P14_ordinaryRequestsKeepTheirPaceWhileKilled() {
        for (int i = 0; i < 351; i++) {
            wire.put(link, new Request.Time(true));
        }
        wire.kill();
        wire.start();
        await().until(() -> written.size() == 351);
        assertThat(waits).hasSize(351);
        assertThat(seconds(waits.getLast())).isBetween(5.0, 10.01);
    }

    /** The bucket has ten; those behind wait up to two seconds, in slices of a hundredth. */
    @Test
    void P14_theKillEndsTheWaitOfAnOrderForItsToken() {
        for (int id = 1; id <= 20; id++) {
            wire.put(link, order(id));
        }
        onWait = wait -> {
            wire.put(link, new Request.Cancel(1, FaultBench.REF));
            wire.kill();
        };
        wire.start();
        await().until(() -> written.size() == 1);
        assertThat(written.getFirst()).isInstanceOf(Request.Cancel.class);
        await().until(() -> events.size() == 20);
        assertThat(waits).as("one slice of the first order that waited, and then no more").hasSize(1);
        assertThat(waits.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(10));
        assertThat(events.stream().map(Event.OrderNotWritten.class::cast).map(Event.OrderNotWritten::because)
                .filter("kill switch"::equals).count()).as("the one that waited, and all behind it").isBetween(5L, 10L);
    }

    @Test
    void P12_withoutAKillTheSameOrdersWaitTheirTime() {
        for (int id = 1; id <= 20; id++) {
            wire.put(link, order(id));
        }
        wire.start();
        await().until(() -> events.size() == 20);
        double all = waits.stream().mapToDouble(WireTest::seconds).sum();
        assertThat(all).as("0.2 and 0.4 and so on to 2.0 s make 11 s, less what the machine needs meanwhile")
                .isBetween(4.0, 11.01);
    }
}
