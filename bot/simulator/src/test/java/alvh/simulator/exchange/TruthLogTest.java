package alvh.simulator.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.market.Market;
import alvh.simulator.market.MarketLine;
import alvh.simulator.market.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TruthLogTest {

    @TempDir
    Path folder;

    private static Rig busy() {
        Rig rig = new Rig(Worlds.demo()).pinned(0.80, 0.86, 3);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 5, "0.86"));
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "0.50"));
        rig.seconds(3);
        rig.place(rig.spread(Side.BUY, 2, "2.40"));
        rig.step(new ExchangeInput.World(new MarketLine.Jump(Map.of("SPX", 5900.0))));
        rig.seconds(5);
        rig.step(new ExchangeInput.Cancel(Rig.CLIENT, 2));
        Execution first = rig.exchange.executions(rig.exchange.market().date()).getFirst();
        rig.step(new ExchangeInput.Correct(first.execId(), 3, Price.of("0.85")));
        rig.place(rig.ticket(Rig.CALL, Side.SELL, 2, "9.00"));
        return rig;
    }

    @Test
    void resumeFromTheFileEqualsTheLiveExchange() {
        Rig live = busy();
        try (TruthLog log = TruthLog.open(folder)) {
            log.append(live.all);
        }
        Exchange again;
        try (TruthLog log = TruthLog.open(folder)) {
            assertThat(log.past()).containsExactlyElementsOf(live.all.stream().filter(ExchangeOutput::isFact).toList());
            again = log.exchange(Market.open(Worlds.demo()));
        }
        assertSame(live.exchange, again);
        ExchangeInput.Tick tick = new ExchangeInput.Tick(live.exchange.market().now().plusSeconds(3600));
        assertThat(again.step(tick)).isEqualTo(live.exchange.step(tick));
        assertSame(live.exchange, again);
    }

    private static void assertSame(Exchange live, Exchange again) {
        var today = live.market().date();
        assertThat(again.positions()).isEqualTo(live.positions());
        assertThat(again.openOrders()).isEqualTo(live.openOrders()).isNotEmpty();
        assertThat(again.completedOrders(today)).isEqualTo(live.completedOrders(today)).isNotEmpty();
        assertThat(again.executions(today)).isEqualTo(live.executions(today)).isNotEmpty();
        assertThat(again.commissions(today)).isEqualTo(live.commissions(today));
        assertThat(again.lastOrderId(Rig.CLIENT)).isEqualTo(live.lastOrderId(Rig.CLIENT)).isEqualTo(4);
        assertThat(again.market().tape(Rig.PUT_570)).isEqualTo(live.market().tape(Rig.PUT_570));
        assertThat(again.values()).isEqualTo(live.values());
    }

    @Test
    void aTornLastLineIsCutOffAndABrokenOneIsRefused() throws IOException {
        Rig live = busy();
        try (TruthLog log = TruthLog.open(folder)) {
            log.append(live.all);
        }
        Path file = folder.resolve(TruthLog.FILE);
        long whole = Files.size(file);
        Files.writeString(file, "{\"kind\":\"CashCha", StandardOpenOption.APPEND);
        try (TruthLog log = TruthLog.open(folder)) {
            assertThat(log.past()).hasSameSizeAs(live.all.stream().filter(ExchangeOutput::isFact).toList());
            assertThat(Files.size(file)).isEqualTo(whole);
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(file, "not a fact\n" + text);
        assertThatThrownBy(() -> TruthLog.open(folder)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void oneProcessAtATimeAndOnlyItsOwnWorld() {
        try (TruthLog log = TruthLog.open(folder)) {
            log.exchange(Market.open(Worlds.demo()));
            assertThatThrownBy(() -> TruthLog.open(folder)).hasMessageContaining("another simulator");
        }
        try (TruthLog log = TruthLog.open(folder)) {
            Market other = Market.open(Worlds.demo().withAccount("DUSIM0002"));
            assertThatThrownBy(() -> log.exchange(other)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("DUSIM0001");
        }
    }

    @Test
    void theClockOffsetComesBack() {
        try (TruthLog log = TruthLog.open(folder)) {
            assertThat(log.clockOffsetMillis()).isEmpty();
            log.append(List.of(new ExchangeOutput.ClockSet(Worlds.demo().start(), 5_000),
                    new ExchangeOutput.ClockSet(Worlds.demo().start(), 7_000)));
        }
        try (TruthLog log = TruthLog.open(folder)) {
            assertThat(log.clockOffsetMillis()).hasValue(7_000);
        }
    }

    @Test
    void linesAreReadableAndMoneyIsText() throws IOException {
        try (TruthLog log = TruthLog.open(folder)) {
            log.exchange(Market.open(Worlds.demo()));
        }
        List<String> lines = Files.readAllLines(folder.resolve(TruthLog.FILE));
        assertThat(lines.getFirst()).isEqualTo(
                "{\"kind\":\"Opened\",\"at\":\"2026-03-10T14:15:00Z\",\"account\":\"DUSIM0001\",\"seed\":20260386}");
        assertThat(lines.getLast()).contains("\"cash\":\"184925.0700\"");
        assertThat(lines).anyMatch(l -> l.contains("\"key\":\"AAPL  260417P00205000\",") && l.contains("\"cost\":\"-"));
    }
}
