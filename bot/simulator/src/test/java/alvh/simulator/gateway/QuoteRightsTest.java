package alvh.simulator.gateway;

import java.time.Duration;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Types of data, rights, generic ticks and snapshots; codes and ids are those of protocol pages 6.2 and 6.3. */
class QuoteRightsTest {

    private static final String VIX_CALL = "VIX   260415C00022000";
    private final Kit kit = Kit.held();
    private final Client client = kit.client(7);

    private static WireMessage index(int reqId) {
        return WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", reqId).set("symbol", "VIX").set("secType", "IND")
                .set("exchange", "CBOE").set("currency", "USD");
    }

    private static WireMessage stock(int reqId, String symbol) {
        return WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", reqId).set("symbol", symbol).set("secType", "STK")
                .set("exchange", "SMART").set("currency", "USD");
    }

    private WireMessage call(int reqId) {
        return WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", reqId).set("conId", kit.conId(VIX_CALL))
                .set("exchange", "SMART");
    }

    private void type(int type) {
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_MARKET_DATA_TYPE).set("type", type))).isEmpty();
    }

    private static String tick(List<String> frames, String begin) {
        return frames.stream().filter(f -> f.startsWith(begin)).findFirst()
                .map(f -> f.split("\\|", -1)[begin.split("\\|").length]).orElse("none");
    }

    // ---- types of data

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 1", "4, 2"})
    void afterTheCloseFrozenIsToldWhereItWasAskedFor(int asked, int told) {
        kit.play("advance 21:00");
        type(asked);
        assertThat(client.ask(call(1))).contains("58|1|1|" + told + "|");
    }

    @Test
    void theTypeIsToldAgainWhenTheMarketClosesAndOpens() {
        type(2);
        client.ask(call(1));
        assertThat(client.heard("58|")).containsExactly("58|1|1|1|");
        kit.play("advance 21:00");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard("58|")).containsExactly("58|1|1|2|");
        kit.play("advance 2026-03-11 09:31");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard("58|")).containsExactly("58|1|1|1|");
    }

    @Test
    void delayedDataHasItsOwnIdsForEveryTick() {
        kit.play("permission KO 354");
        type(3);
        List<String> frames = client.ask(stock(1, "KO"));
        assertThat(frames.get(0)).startsWith("4|1|10167|");
        for (int id : new int[]{66, 67, 68, 72, 73, 75, 76}) {
            assertThat(frames).as("tick " + id).anyMatch(f -> f.startsWith("1|6|1|" + id + "|"));
        }
        assertThat(frames).anyMatch(f -> f.startsWith("2|6|1|74|")).anyMatch(f -> f.startsWith("46|6|1|88|"))
                .anyMatch(f -> f.startsWith("45|6|1|90|0|"))
                .noneMatch(f -> f.matches("(1|2|45|46)\\|6\\|1\\|([0-9]|14|45|49|84)\\|.*"));
        kit.play("permission VIX 10089");
        assertThat(client.ask(call(2))).anyMatch(f -> f.startsWith("21|2|80|")).anyMatch(f -> f.startsWith("21|2|83|"));
    }

    @Test
    void aSizeThatMovesAloneComesAlone() {
        kit.play("quote VIX260415C22 0.68 0.76 size 20");
        client.ask(call(1));
        kit.play("quote VIX260415C22 0.68 0.76 size 25");
        kit.pass(Duration.ofMillis(200));
        assertThat(client.heard()).containsExactly("2|6|1|0|25|", "2|6|1|3|25|");
    }

    // ---- rights

    @ParameterizedTest
    @ValueSource(ints = {354, 10089, 10168, 10186})
    void aRefusedRequestLeavesItsIdFree(int code) {
        kit.play("permission VIX " + code);
        assertThat(client.ask(index(1))).singleElement().asString().startsWith("4|1|" + code + "|");
        kit.play("permission VIX ok");
        assertThat(client.ask(index(1))).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {10090, 10091})
    void withPartOfTheRightsAnOptionHasNoComputations(int code) {
        kit.play("permission VIX " + code);
        assertThat(client.ask(call(1))).anyMatch(f -> f.startsWith("4|1|" + code + "|"))
                .anyMatch(f -> f.startsWith("1|6|1|1|")).noneMatch(f -> f.startsWith("21|"));
    }

    @Test
    void aCompetingSessionStopsTheDataAndGivesItBack() {
        client.ask(index(1));
        kit.play("permission VIX 10197");
        kit.passSlowly(3);
        assertThat(client.heard()).singleElement().asString().startsWith("4|1|10197|");
        kit.play("permission VIX ok");
        kit.passSlowly(2);
        assertThat(client.heard("1|6|1|4|")).isNotEmpty();
    }

    @Test
    void rightsThatGoEndTheSubscriptionOrTurnItToDelayed() {
        client.ask(index(1));
        kit.play("permission VIX 354");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).singleElement().asString().startsWith("4|1|354|");
        kit.play("permission VIX ok");
        type(3);
        assertThat(client.ask(index(1))).contains("58|1|1|1|");
        kit.play("delayed on");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).contains("58|1|1|3|").anyMatch(f -> f.startsWith("4|1|10167|"))
                .anyMatch(f -> f.startsWith("1|6|1|68|"));
        kit.play("delayed off");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).contains("58|1|1|1|").anyMatch(f -> f.startsWith("1|6|1|4|"));
    }

    @Test
    void aConnectingFarmIsToldToTheSessionAndDataComes() {
        kit.play("permission VIX 2119");
        assertThat(client.ask(index(1))).anyMatch(f -> f.startsWith("4|-1|2119|"))
                .anyMatch(f -> f.startsWith("1|6|1|4|"));
    }

    @Test
    void oneIdServesOneRequestOfAnyKind() {
        client.ask(index(1));
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_PNL).set("reqId", 1).set("account", "DUSIM0001")))
                .singleElement().asString().startsWith("4|1|322|").contains("Duplicate ticker id");
        client.ask(WireMessage.of(Outgoing.REQ_PNL).set("reqId", 2).set("account", "DUSIM0001"));
        assertThat(client.ask(index(2))).singleElement().asString().startsWith("4|2|102|");
        client.ask(WireMessage.of(Outgoing.CANCEL_PNL).set("reqId", 2));
        assertThat(client.ask(index(2))).hasSizeGreaterThan(3);
    }

    // ---- snapshots

    @Test
    void aSnapshotOfASilentInstrumentEndsAfterElevenSeconds() {
        kit.play("quiet VIX260415C22");
        assertThat(client.ask(call(1).set("snapshot", true))).containsExactly("58|1|1|1|");
        kit.pass(Duration.ofMillis(10_900));
        assertThat(client.heard()).isEmpty();
        kit.pass(Duration.ofMillis(100));
        assertThat(client.heard()).containsExactly("57|1|1|");
        assertThat(client.ask(call(2).set("snapshot", true))).hasSize(1);
        kit.play("clear VIX260415C22");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).hasSizeGreaterThan(5).last().isEqualTo("57|1|2|");
        client.ask(call(3).set("snapshot", true));
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_MKT_DATA).set("reqId", 3))).singleElement().asString()
                .as("it has ended").startsWith("4|3|300|");
    }

    // ---- generic ticks

    @Test
    void anUnderlyingTellsItsOptionsVolumeAndInterest() {
        List<String> frames = client.ask(stock(1, "KO").set("genericTickList", "100,101"));
        long calls = 0;
        long puts = 0;
        for (var option : kit.exchange.market().catalogue().find("KO", "OPT")) {
            int interest = kit.exchange.market().tape(option.key()).openInterest();
            calls += option.right().equals("C") ? interest : 0;
            puts += option.right().equals("P") ? interest : 0;
        }
        assertThat(frames).contains("2|6|1|27|" + calls + "|", "2|6|1|28|" + puts + "|")
                .anyMatch(f -> f.startsWith("2|6|1|29|")).anyMatch(f -> f.startsWith("2|6|1|30|"));
        assertThat(client.ask(call(2).set("genericTickList", "101"))).anyMatch(f -> f.startsWith("2|6|2|22|"));
    }

    /** The deviation is computed here in two passes from the bars the same gateway serves. */
    @Test
    void volatilitiesAreFractionsOfTheBarsAndOfTheOptions() {
        List<String> frames = client.ask(index(1).set("genericTickList", "104, 106, 411"));
        String bars = client.ask(WireMessage.of(Outgoing.REQ_HISTORICAL_DATA).set("reqId", 2).set("symbol", "VIX")
                .set("secType", "IND").set("exchange", "CBOE").set("currency", "USD").set("barSizeSetting", "1 day")
                .set("durationStr", "32 D").set("whatToShow", "TRADES").set("useRTH", 1)).get(0);
        String[] f = bars.split("\\|", -1);
        double[] returns = new double[30];
        for (int i = 0; i < 30; i++) { // the last of the 32 bars is the running day
            returns[i] = Math.log(Double.parseDouble(f[3 + (i + 1) * 8 + 4]) / Double.parseDouble(f[3 + i * 8 + 4]));
        }
        double mean = java.util.Arrays.stream(returns).average().orElseThrow();
        double variance = java.util.Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / 29;
        assertThat(Double.parseDouble(tick(frames, "45|6|1|23|"))).isCloseTo(Math.sqrt(variance * 252), within(1e-6));
        assertThat(Double.parseDouble(tick(frames, "45|6|1|24|"))).isBetween(0.4, 2.0);
        assertThat(Double.parseDouble(tick(frames, "45|6|1|58|"))).isBetween(0.2, 3.0);
    }

    @Test
    void aStockTellsRangesMarkTradesAndDividends() {
        List<String> frames = client.ask(stock(1, "KO").set("genericTickList", "165,221,233,236,456"));
        double low13 = Double.parseDouble(tick(frames, "1|6|1|15|"));
        double low52 = Double.parseDouble(tick(frames, "1|6|1|19|"));
        double high52 = Double.parseDouble(tick(frames, "1|6|1|20|"));
        double mark = Double.parseDouble(tick(frames, "1|6|1|37|"));
        assertThat(low52).isLessThanOrEqualTo(low13).isLessThan(high52);
        assertThat(mark).isBetween(low52 * 0.9, high52 * 1.1);
        assertThat(tick(frames, "46|6|1|48|")).matches("[\\d.]+;\\d+;1773152100000;\\d+;[\\d.]+;true");
        assertThat(tick(frames, "45|6|1|46|")).isEqualTo("3");
        assertThat(Long.parseLong(tick(frames, "2|6|1|89|"))).isPositive();
        assertThat(tick(frames, "46|6|1|59|")).matches("\\d+\\.?\\d*,\\d+\\.?\\d*,20260401,\\d+\\.?\\d*");
        assertThat(tick(frames, "46|6|1|45|")).isEqualTo("1773152100");
        assertThat(tick(frames, "46|6|1|84|")).isEqualTo("N");
    }

    @Test
    void anIndexHasNoBooksAndNoSizes() {
        kit.play("release");
        client.ask(index(1).set("genericTickList", "162"));
        assertThat(Double.parseDouble(tick(client.heard(), "45|6|1|31|"))).as("the front future's premium")
                .isBetween(-5.0, 5.0);
        kit.passSlowly(30);
        assertThat(client.heard()).isNotEmpty().noneMatch(f -> f.startsWith("2|6|1|"))
                .noneMatch(f -> f.matches("1\\|6\\|1\\|[12]\\|.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999", "100,x", ",", "100,,101"})
    void anUnknownGenericTickNamesTheLegalOnes(String list) {
        assertThat(client.ask(index(1).set("genericTickList", list))).singleElement().asString()
                .startsWith("4|1|321|").contains("Legal ones are: [100, 101, 104");
    }

    @Test
    void haltedIsToldAndTaken() {
        client.ask(call(1));
        assertThat(client.heard()).contains("45|6|1|49|0|");
        kit.play("halt VIX260415C22");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).contains("45|6|1|49|1|");
        kit.play("clear VIX260415C22");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).contains("45|6|1|49|0|");
    }
}
