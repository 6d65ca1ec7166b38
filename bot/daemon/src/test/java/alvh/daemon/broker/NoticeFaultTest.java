package alvh.daemon.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import alvh.daemon.desk.Event;
import alvh.planner.market.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway's own notices of lost links (reliability F24, F25, F28) over a real socket. */
@Timeout(120)
class NoticeFaultTest {
    private FaultBench bench;

    @BeforeEach
    void begin() throws IOException {
        bench = new FaultBench();
    }

    @AfterEach
    void end() throws IOException {
        bench.close();
    }

    private static String notice(int code) {
        return "4|-1|" + code + "|Connectivity between IBKR and Trader Workstation: notice||0|";
    }

    @ParameterizedTest
    @ValueSource(ints = {1100, 1101, 1102, 1300, 2110, 2103, 2105, 2157, 2104, 2106, 2158})
    void P16_F25_everyNoticeOfALinkIsToldAndTheSocketIsKept(int code) throws IOException {
        bench.up();
        bench.gateway.say(notice(code));
        assertThat(bench.first(Event.FarmLink.class).code()).isEqualTo(code);
        bench.roundTrip();
        assertThat(bench.count(Event.SessionDown.class)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1100, 2110})
    void P16_aGatewayThatComesUpWithoutItsBrokerIsKnownToBeThat(int code) {
        bench.gateway.afterBootstrap = List.of(notice(code));
        bench.up();
        bench.wait("the notice behind the session", () -> bench.events.getLast() instanceof Event.FarmLink);
        assertThat(bench.told(Event.FarmLink.class).getLast().code()).isEqualTo(code);
    }

    @Test
    void P16_aGatewayWhoseBrokerIsBackBeforeTheSessionStandsIsNotDegraded() {
        bench.gateway.afterBootstrap = List.of(notice(1100), notice(1102));
        bench.up();
        bench.roundTrip();
        assertThat(bench.told(Event.FarmLink.class)).extracting(Event.FarmLink::code).containsExactly(1100, 1102);
        assertThat(bench.events.stream().map(Object::getClass)).as("nothing is repeated").containsSubsequence(
                Event.FarmLink.class, Event.FarmLink.class, Event.SessionUp.class);
    }

    @Test
    void F25_flappingTwentyTimesAMinuteLosesNothing() throws IOException {
        bench.up();
        for (int i = 0; i < 20; i++) {
            bench.gateway.say(notice(1100), Frames.STATUS, notice(1102));
            bench.passAnswered(Duration.ofSeconds(1));
        }
        bench.wait("every notice", () -> bench.count(Event.FarmLink.class) == 40);
        assertThat(bench.count(Event.StatusSeen.class)).isEqualTo(20);
        assertThat(bench.count(Event.SessionDown.class)).isZero();
    }

    @Test
    void F24_fillsAfterALostLinkOfTheBrokerAreHeard() throws IOException {
        bench.up();
        bench.gateway.say(notice(1100), Frames.EXECUTION, Frames.COMMISSION);
        assertThat(bench.first(Event.ExecutionSeen.class).quantity()).isEqualTo(1);
        bench.first(Event.CommissionSeen.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1100, 2110, 2103, 2105, 2157, 10197})
    void P08_F28_whatIsQuotedWhenALinkIsLostIsStale(int code) throws IOException {
        bench.gateway.script = frame -> frame.startsWith("9|8|")
                ? List.of("4|" + frame.split("\\|")[2] + "|200|none||0|")
                : null;
        bench.up();
        bench.session().proveQuotes(7, List.of(FaultBench.CALL));
        bench.wait("the line", () -> bench.gateway.heard.stream().anyMatch(f -> f.startsWith("1|11|")));
        String line = bench.gateway.heard.stream().filter(f -> f.startsWith("1|11|")).findFirst().orElseThrow()
                .split("\\|")[2];
        bench.gateway.say("1|6|" + line + "|1|0.80|5|0|",
                code == 10197 ? "4|" + line + "|10197|No market data during competing live session||0|" : notice(code));
        bench.roundTrip();
        bench.pass(Duration.ofSeconds(5));
        bench.wait("the proof", () -> bench.told(Event.QuotesProven.class).stream().anyMatch(e -> e.token() == 7));
        assertThat(bench.told(Event.QuotesProven.class).stream().filter(e -> e.token() == 7).findFirst().orElseThrow()
                .quotes().get(FaultBench.CALL).quality()).isEqualTo(Quality.STALE);
    }
}
