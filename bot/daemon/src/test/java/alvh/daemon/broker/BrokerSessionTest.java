package alvh.daemon.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.daemon.desk.Ports;
import alvh.planner.ledger.Lot;
import alvh.planner.market.AccountKind;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The session over a real socket, against peers that are almost gateways. */
class BrokerSessionTest {
    /** So many seconds of the session pass in one of the machine's. */
    private static final int FASTER = 4;
    private static final InstrumentKey CALL = InstrumentKey.of("VIX   261118C00020000");
    private static final InstrumentKey SHORT = InstrumentKey.of("VIX   261118C00021000");
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private TinyGateway gateway;
    private BrokerSession session;

    private void start(AccountKind kind, String account) {
        start(gateway.port(), kind, account);
    }

    private void start(int port, AccountKind kind, String account) {
        start(port, kind, account, System::nanoTime);
    }

    private void start(int port, AccountKind kind, String account, Ports.Ticker ticker) {
        var clock = new ExchangeClock(kind, () -> Bench.START, ticker);
        session = new BrokerSession(BrokerSettings.of("127.0.0.1", port, 17, account, kind), events::add, clock,
                ticker, List.of(Samples.known(700, CALL.text()), Samples.known(701, SHORT.text())),
                known -> {}, partial -> List.of());
        session.start();
    }

    @AfterEach
    void end() throws IOException {
        if (session != null) {
            session.close();
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    private <T extends Event> T first(Class<T> type) {
        await().atMost(Duration.ofSeconds(8)).until(() -> events.stream().anyMatch(type::isInstance));
        return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static OrderRequest order(int id) {
        return new OrderRequest(id, "HB1.S.K3M9TQ2W8Z5A4B7C.001.01.X", "DUSIM0001",
                List.of(new Lot.LotLeg(CALL, 1, Side.BUY)), Side.BUY, 1, Price.of("0.85"));
    }

    @Test
    void aSessionComesUpWithItsProofs() throws IOException {
        gateway = new TinyGateway();
        start(AccountKind.SIMULATED, "DUSIM0001");
        assertThat(first(Event.SessionUp.class)).isEqualTo(new Event.SessionUp("DUSIM0001", 200, 51, false, 0));
    }

    @Test
    void aReadOnlyGatewayIsUpAndSaysSo() throws IOException {
        gateway = new TinyGateway();
        gateway.readOnly = true;
        start(AccountKind.SIMULATED, "DUSIM0001");
        assertThat(first(Event.SessionUp.class).readOnly()).isTrue();
    }

    @Test
    void P25_aSkewedClockIsTold() throws IOException {
        gateway = new TinyGateway();
        gateway.accounts = "DU1234567,";
        gateway.skewMillis = 7_000;
        start(AccountKind.PAPER, "DU1234567");
        assertThat(first(Event.SessionUp.class).clockSkewMillis()).isBetween(7_000L, 8_500L);
    }

    @Test
    void P10_aWrongKindOrAccountEndsEverythingBeforeAnythingIsAsked() throws IOException {
        gateway = new TinyGateway();
        gateway.accounts = "U7654321";
        start(AccountKind.SIMULATED, "DUSIM0001");
        assertThat(first(Event.SessionRefused.class).exitCode()).isEqualTo(11);
        assertThat(gateway.heard).as("startApi and nothing else").hasSize(1);
        assertThat(events).noneMatch(Event.SessionUp.class::isInstance);
    }

    @Test
    void anotherAccountOfTheKindIsExitTen() throws IOException {
        gateway = new TinyGateway();
        gateway.accounts = "DUSIM0002";
        start(AccountKind.SIMULATED, "DUSIM0001");
        assertThat(first(Event.SessionRefused.class).exitCode()).isEqualTo(10);
    }

    @Test
    void aPeerThatIsNoGatewayIsRefusedAtOnce() throws IOException {
        gateway = new TinyGateway();
        gateway.hello = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
        start(AccountKind.SIMULATED, "DUSIM0001");
        Event.SessionRefused refused = first(Event.SessionRefused.class);
        assertThat(refused.exitCode()).isEqualTo(15);
        assertThat(refused.because()).contains("not a TWS server").contains("HTTP/1.1 400 Bad Request");
    }

    @Test
    void aGatewayOfTheWrongAgeIsRefused() throws IOException {
        gateway = new TinyGateway();
        gateway.hello = "120|20161117 10:15:00 EST|";
        start(AccountKind.SIMULATED, "DUSIM0001");
        Event.SessionRefused refused = first(Event.SessionRefused.class);
        assertThat(refused.exitCode()).isEqualTo(15);
        assertThat(refused.because()).contains("version 120", "at least 176", "too old: update IB Gateway");
    }

    @Test
    void whereNothingListensIsTriedAgain() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        start(free, AccountKind.SIMULATED, "DUSIM0001");
        Event.SessionDown down = first(Event.SessionDown.class);
        assertThat(down.because()).contains("nothing listens at 127.0.0.1:" + free);
        assertThat(down.reconnectInMillis()).isEqualTo(2000);
    }

    @Test
    void aBusyClientIdIsTriedAgainUnderTheSameId() throws IOException {
        gateway = new TinyGateway();
        gateway.busy = true;
        start(AccountKind.SIMULATED, "DUSIM0001");
        assertThat(first(Event.SessionDown.class).because()).contains("client id 17 is in use");
        assertThat(events).noneMatch(Event.SessionRefused.class::isInstance);
    }

    @Test
    void aClientIdThatStaysBusyIsExitTwelve() throws IOException {
        gateway = new TinyGateway();
        gateway.busy = true;
        start(gateway.port(), AccountKind.SIMULATED, "DUSIM0001", () -> 25 * System.nanoTime());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> events.stream().anyMatch(Event.SessionRefused.class::isInstance));
        assertThat(first(Event.SessionRefused.class).exitCode()).isEqualTo(12);
        assertThat(first(Event.SessionRefused.class).because()).contains("client id 17 is in use");
    }

    @Test
    void P18_aSilentGatewayIsNoticedWithinFifteenSeconds() throws IOException {
        gateway = new TinyGateway();
        Ports.Ticker fast = () -> FASTER * System.nanoTime();
        start(gateway.port(), AccountKind.SIMULATED, "DUSIM0001", fast);
        first(Event.SessionUp.class);
        gateway.mute = true;
        long silent = fast.nanos();
        Event.SessionDown down = first(Event.SessionDown.class);
        // What this machine needs to pass a word on, up to a second of its own, counts FASTER-fold.
        assertThat(Duration.ofNanos(fast.nanos() - silent)).isLessThan(Duration.ofSeconds(15 + FASTER));
        assertThat(down.because()).isEqualTo("the gateway did not answer two heartbeats");
    }

    @Test
    void P18_aResetIsNoticedAndTheSessionMadeAnew() throws IOException {
        gateway = new TinyGateway();
        start(AccountKind.SIMULATED, "DUSIM0001");
        first(Event.SessionUp.class);
        gateway.reset();
        first(Event.SessionDown.class);
        await().atMost(Duration.ofSeconds(8))
                .until(() -> events.stream().filter(Event.SessionUp.class::isInstance).count() == 2);
    }

    @Test
    void anOrderIsProvenWrittenByTheBytesOfTheSocket() throws IOException {
        gateway = new TinyGateway();
        start(AccountKind.SIMULATED, "DUSIM0001");
        first(Event.SessionUp.class);
        session.send(order(51));
        Event.OrderWritten written = first(Event.OrderWritten.class);
        await().atMost(Duration.ofSeconds(5)).until(() -> gateway.heard.stream().anyMatch(f -> f.startsWith("3|51|")));
        String frame = gateway.heard.stream().filter(f -> f.startsWith("3|51|")).findFirst().orElseThrow();
        assertThat(written.bytes()).isEqualTo(frame.length() + 4);
        assertThat(frame).contains("|700|VIX|OPT|").contains("|BUY|1|LMT|0.85|").contains("|DAY|")
                .contains("|DUSIM0001|").contains("|HB1.S.K3M9TQ2W8Z5A4B7C.001.01.X|");
    }

    @Test
    void P07_aComboIsGuaranteedAndNamesItsLegsById() throws IOException {
        gateway = new TinyGateway();
        start(AccountKind.SIMULATED, "DUSIM0001");
        first(Event.SessionUp.class);
        session.send(new OrderRequest(51, "HB1.S.K3M9TQ2W8Z5A4B7C.001.02.X", "DUSIM0001",
                List.of(new Lot.LotLeg(CALL, 1, Side.BUY), new Lot.LotLeg(SHORT, 1, Side.SELL)), Side.BUY, 2,
                Price.of("-0.35")));
        first(Event.OrderWritten.class);
        await().atMost(Duration.ofSeconds(5)).until(() -> gateway.heard.stream().anyMatch(f -> f.startsWith("3|51|")));
        String frame = gateway.heard.stream().filter(f -> f.startsWith("3|51|")).findFirst().orElseThrow();
        assertThat(frame).contains("|VIX|BAG|").contains("|BUY|2|LMT|-0.35|")
                .contains("|2|700|1|BUY|SMART|").contains("|701|1|SELL|SMART|")
                .contains("|1|NonGuaranteed|0|");
    }

    @Test
    void P07_whatIsNotTheAllowedShapeIsNotWritten() throws IOException {
        gateway = new TinyGateway();
        start(AccountKind.SIMULATED, "DUSIM0001");
        first(Event.SessionUp.class);
        session.send(new OrderRequest(51, "HB1.S.K3M9TQ2W8Z5A4B7C.001.01.X", "DUSIM0001",
                List.of(new Lot.LotLeg(CALL, 1, Side.BUY)), Side.BUY, 1, Price.of("-0.85")));
        assertThat(first(Event.OrderNotWritten.class).because()).contains("positive limit");
        assertThat(gateway.heard).noneMatch(f -> f.startsWith("3|"));
    }

    @Test
    void P14_afterKillNoOrderByteLeavesAndCancelsStillPass() throws IOException {
        gateway = new TinyGateway();
        start(AccountKind.SIMULATED, "DUSIM0001");
        first(Event.SessionUp.class);
        session.kill();
        session.send(order(51));
        assertThat(first(Event.OrderNotWritten.class).because()).isEqualTo("kill switch");
        session.cancel(50, "any");
        await().atMost(Duration.ofSeconds(1)).until(() -> gateway.heard.stream().anyMatch(f -> f.startsWith("4|")));
        assertThat(gateway.heard).noneMatch(f -> f.startsWith("3|"));
        session.unkill();
        session.send(order(52));
        assertThat(first(Event.OrderWritten.class).orderId()).isEqualTo(52);
    }

    @Test
    void withoutASessionEverythingIsAnsweredAtOnce() throws IOException {
        gateway = new TinyGateway();
        gateway.busy = true;
        start(AccountKind.SIMULATED, "DUSIM0001");
        session.send(order(51));
        session.readTruth(1);
        session.takeSnapshot(2, Event.Job.DAILY, Bench.START);
        session.proveQuotes(3, List.of(CALL));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> events.stream().filter(Event.ReadFailed.class::isInstance).count() == 3);
        assertThat(first(Event.OrderNotWritten.class).because()).isEqualTo("no session with the broker");
    }
}
