package alvh.simulator.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bars within days, weeks, schedules and ticks of the past; limits and codes of protocol pages 4.4, 6.6 and 7.1. */
class HistoryDeskTest {

    private final Kit kit = Kit.held();
    private final Client client = kit.client(7);

    private static WireMessage ask(int reqId, String symbol, String size, String duration) {
        return WireMessage.of(Outgoing.REQ_HISTORICAL_DATA).set("reqId", reqId).set("symbol", symbol)
                .set("secType", symbol.equals("VIX") ? "IND" : "STK")
                .set("exchange", symbol.equals("VIX") ? "CBOE" : "SMART").set("currency", "USD")
                .set("barSizeSetting", size).set("durationStr", duration).set("whatToShow", "TRADES").set("useRTH", 1);
    }

    /** time, open, high, low, close of each bar. */
    private static List<String[]> bars(String frame) {
        String[] f = frame.split("\\|", -1);
        List<String[]> bars = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(f[2]); i++) {
            bars.add(new String[]{f[3 + 8 * i], f[4 + 8 * i], f[5 + 8 * i], f[6 + 8 * i], f[7 + 8 * i]});
        }
        return bars;
    }

    private static double at(String[] bar, int place) {
        return Double.parseDouble(bar[place]);
    }

    private String error(WireMessage ask) {
        List<String> answer = client.ask(ask);
        assertThat(answer).hasSize(1);
        return answer.get(0);
    }

    @ParameterizedTest
    @CsvSource({"30 mins, 13", "1 hour, 7", "5 mins, 78", "1 min, 390", "30 secs, 780", "8 hours, 1"})
    void barsWithinADayMakeUpItsDailyBar(String size, int count) {
        String end = "20260309 23:00:00 US/Eastern";
        String[] day = bars(client.ask(ask(1, "KO", "1 day", "1 D").set("endDateTime", end)).get(0)).get(0);
        String first = client.ask(ask(2, "KO", size, "1 D").set("endDateTime", end)).get(0);
        List<String[]> parts = bars(first);
        assertThat(parts).hasSize(count);
        assertThat(parts.get(0)[0]).isEqualTo("20260309 09:30:00 US/Eastern");
        assertThat(at(parts.getFirst(), 1)).isEqualTo(at(day, 1));
        assertThat(parts.stream().mapToDouble(b -> at(b, 2)).max()).hasValue(at(day, 2));
        assertThat(parts.stream().mapToDouble(b -> at(b, 3)).min()).hasValue(at(day, 3));
        assertThat(at(parts.getLast(), 4)).isEqualTo(at(day, 4));
        for (int i = 1; i < parts.size(); i++) {
            assertThat(at(parts.get(i), 1)).as("a bar opens where the last closed").isEqualTo(at(parts.get(i - 1), 4));
        }
        kit.pass(Duration.ofSeconds(20));
        assertThat(client.ask(ask(2, "KO", size, "1 D").set("endDateTime", end)).get(0)).as("asked again")
                .isEqualTo(first);
    }

    @Test
    void theRunningDayEndsNowAndEpochSecondsAreNumbers() {
        List<String[]> bars = bars(client.ask(ask(1, "VIX", "15 mins", "1 D").set("formatDate", 2)).get(0));
        assertThat(bars).hasSize(3).first().satisfies(b -> assertThat(b[0]).isEqualTo("1773149400"));
        assertThat(at(bars.getLast(), 4)).as("the level now").isEqualTo(17.92);
        assertThat(bars(client.ask(ask(2, "VIX", "5 mins", "1800 S")).get(0))).hasSize(6);
    }

    @Test
    void weeksAndMonthsJoinTheirDays() {
        List<String[]> days = bars(client.ask(ask(1, "KO", "1 day", "5 D")
                .set("endDateTime", "20260306 20:00:00 US/Eastern")).get(0)); // Monday 2 to Friday 6 March
        List<String[]> weeks = bars(client.ask(ask(2, "KO", "1 week", "5 D")
                .set("endDateTime", "20260306 20:00:00 US/Eastern")).get(0));
        assertThat(weeks).singleElement().satisfies(week -> {
            assertThat(at(week, 1)).isEqualTo(at(days.getFirst(), 1));
            assertThat(at(week, 2)).isEqualTo(days.stream().mapToDouble(d -> at(d, 2)).max().orElseThrow());
            assertThat(at(week, 3)).isEqualTo(days.stream().mapToDouble(d -> at(d, 3)).min().orElseThrow());
            assertThat(at(week, 4)).isEqualTo(at(days.getLast(), 4));
        });
        assertThat(bars(client.ask(ask(3, "KO", "1 month", "6 M")).get(0))).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"20260306 20:00:00, 2174", "20260399 20:00:00 US/Eastern, 10314", "yesterday, 10314",
            "20260306 20:00:00 Mars/Base One, 10314", "20260306 20:00:00 EST, 0", "20260306-20:00:00, 0",
            "20260306 20:00:00 America/New_York, 0"})
    void anEndHasATimeZoneOrIsWarnedOf(String end, int code) {
        List<String> answer = client.ask(ask(1, "KO", "1 day", "2 D").set("endDateTime", end));
        assertThat(answer.stream().anyMatch(f -> f.startsWith("17|1|2|20260305|"))).isEqualTo(code != 10314);
        assertThat(answer.stream().anyMatch(f -> f.startsWith("4|1|" + code + "|"))).isEqualTo(code != 0);
    }

    @Test
    void smallBarsArePaced() {
        WireMessage small = ask(1, "KO", "5 secs", "600 S");
        assertThat(client.ask(small)).hasSize(2);
        assertThat(error(small)).startsWith("4|1|162|").contains("pacing violation");
        kit.pass(Duration.ofSeconds(15));
        assertThat(client.ask(small)).as("fifteen seconds later").hasSize(2);
        for (int i = 1; i < 5; i++) {
            assertThat(client.ask(ask(1, "KO", "5 secs", 600 + i + " S"))).hasSize(2);
        }
        assertThat(error(ask(1, "KO", "5 secs", "700 S"))).as("the sixth of one contract in two seconds")
                .contains("pacing violation");
        assertThat(client.ask(ask(1, "AAPL", "5 secs", "700 S"))).as("another contract").hasSize(2);
        kit.pass(Duration.ofSeconds(2));
        assertThat(client.ask(ask(1, "KO", "5 secs", "700 S"))).hasSize(2);
        for (int i = 0; i < 100; i++) {
            assertThat(client.ask(ask(1, "KO", "1 min", "1 D")).size()).as("one minute is not small")
                    .isEqualTo(2);
            kit.pass(Duration.ofMillis(100));
        }
        for (int i = 0; i < 52; i++) {
            kit.pass(Duration.ofSeconds(2));
            assertThat(client.ask(ask(1, "KO", "30 secs", 1000 + i + " S"))).as("number " + (8 + i)).hasSize(2);
        }
        kit.pass(Duration.ofSeconds(2));
        assertThat(error(ask(1, "DIS", "30 secs", "900 S"))).as("the 61st in ten minutes").contains("pacing violation");
        kit.pass(Duration.ofMinutes(10));
        assertThat(client.ask(ask(1, "DIS", "30 secs", "900 S"))).hasSize(2);
    }

    @Test
    void aScheduleNamesSessionsAndLeavesHolidaysOut() {
        String frame = client.ask(ask(1, "KO", "1 day", "5 D").set("whatToShow", "SCHEDULE")
                .set("endDateTime", "20251130 12:00:00 US/Eastern")).get(0);
        assertThat(frame).startsWith("106|1|20251121-09:30:00|20251128-13:00:00|US/Eastern|5|")
                .contains("|20251128-09:30:00|20251128-13:00:00|20251128|").doesNotContain("|20251127|");
        assertThat(client.ask(ask(2, "KO", "1 day", "99999 Y").set("whatToShow", "SCHEDULE"))).hasSize(1);
    }

    @Test
    void barsOfAMinuteStayUpToDate() {
        kit.play("release");
        client.ask(ask(1, "KO", "1 min", "1 D").set("keepUpToDate", 1));
        kit.passSlowly(90);
        assertThat(client.heard("90|1|-1|20260310 10:15:00 US/Eastern|")).isNotEmpty();
        assertThat(client.heard("90|1|-1|20260310 10:16:00 US/Eastern|")).isNotEmpty();
        assertThat(error(ask(2, "KO", "1 min", "1 D").set("keepUpToDate", 1).set("endDateTime", "20260306-20:00:00")))
                .startsWith("4|2|321|");
        assertThat(error(ask(1, "KO", "1 min", "1 D"))).as("its id is in use").startsWith("4|1|322|");
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_HISTORICAL_DATA).set("reqId", 1))).isEmpty();
    }

    @Test
    void theFirstBarOfAllIsToldInBothForms() {
        WireMessage ask = WireMessage.of(Outgoing.REQ_HEAD_TIMESTAMP).set("reqId", 1).set("symbol", "KO")
                .set("secType", "STK").set("exchange", "SMART").set("currency", "USD").set("whatToShow", "TRADES");
        assertThat(client.ask(ask)).singleElement().asString().matches("88\\|1\\|\\d{8}-1[34]:30:00\\|");
        assertThat(client.ask(ask.set("formatDate", 2))).singleElement().asString().matches("88\\|1\\|\\d{10}\\|");
        assertThat(error(ask.set("whatToShow", ""))).startsWith("4|1|431|");
    }

    // ---- ticks

    private static WireMessage ticks(String show, String start, String end, int count) {
        return WireMessage.of(Outgoing.REQ_HISTORICAL_TICKS).set("reqId", 9).set("symbol", "KO").set("secType", "STK")
                .set("exchange", "SMART").set("currency", "USD").set("start", start).set("end", end)
                .set("numberOfTicks", count).set("whatToShow", show).set("useRth", 1);
    }

    @Test
    void ticksOfThePastComeFromAStartOrBeforeAnEnd() {
        String[] trades = client.ask(ticks("TRADES", "20260309 10:00:00 US/Eastern", "", 3)).get(0).split("\\|", -1);
        assertThat(trades).hasSize(3 + 3 * 6 + 1 + 1);
        assertThat(List.of(trades[0], trades[1], trades[2], trades[3], trades[9], trades[15], trades[21]))
                .containsExactly("98", "9", "3", "1773064800", "1773064801", "1773064802", "1");
        assertThat(client.ask(ticks("MIDPOINT", "", "20260309 10:00:00 US/Eastern", 2))).singleElement().asString()
                .startsWith("96|9|2|1773064798|0|").contains("|1773064799|0|");
        assertThat(client.ask(ticks("BID_ASK", "20260308 10:00:00 US/Eastern", "", 1))).as("Sunday").singleElement()
                .asString().startsWith("97|9|1|1773063000|0|");
        String bar = client.ask(ask(1, "KO", "1 min", "1 D").set("endDateTime", "20260309 10:01:00 US/Eastern")).get(0);
        assertThat(bars(bar).getLast()[1]).as("bars and ticks share a path").isEqualTo(trades[5]);
    }

    @ParameterizedTest
    @CsvSource({"TRADES, '', '', 5, 321", "TRADES, 20260309-15:00:00, 20260309-16:00:00, 5, 321",
            "TRADES, 20260309-15:00:00, '', 0, 321", "TRADES, 20260309-15:00:00, '', 1001, 321",
            "BIDS, 20260309-15:00:00, '', 5, 321", "'', 20260309-15:00:00, '', 5, 431", "TRADES, soon, '', 5, 10314"})
    void ticksThatCannotBe(String show, String start, String end, int count, int code) {
        assertThat(error(ticks(show, start, end, count))).startsWith("4|9|" + code + "|");
        kit.play("farm history down");
        assertThat(error(ticks("TRADES", "20260309-15:00:00", "", 5))).startsWith("4|9|10187|");
    }
}
