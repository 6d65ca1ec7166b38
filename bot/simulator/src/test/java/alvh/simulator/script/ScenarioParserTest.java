package alvh.simulator.script;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import alvh.planner.market.InstrumentKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioParserTest {

    private static final InstrumentKey CALL = InstrumentKey.of("VIX   260415C00026000");

    private static Step read(String text) {
        return switch (ScenarioParser.readLine("t.scenario", 3, text)) {
            case ScenarioParser.LineOutcome.Read r -> r.step();
            case ScenarioParser.LineOutcome.Nothing n -> throw new AssertionError("read as nothing: " + text);
            case ScenarioParser.LineOutcome.Wrong w -> throw new AssertionError(w.problem().toString());
        };
    }

    private static Line line(String text) {
        return read(text).line();
    }

    @Test
    void everyWorldLineSaysWhatItMeans() {
        assertThat(line("market calm")).isEqualTo(new Line.Market("calm"));
        assertThat(line("start 2026-03-10 10:15"))
                .isEqualTo(new Line.Start(LocalDateTime.of(2026, 3, 10, 10, 15)));
        assertThat(line("account DUSIM0001 cash 150000"))
                .isEqualTo(new Line.Account("DUSIM0001", new BigDecimal("150000")));
        assertThat(line("level VIX 17.92")).isEqualTo(new Line.Level("VIX", 17.92));
        assertThat(line("position AAPL260417P205 -3 at 4.10")).isEqualTo(new Line.Position(
                InstrumentKey.of("AAPL  260417P00205000"), -3, new BigDecimal("4.10")));
        assertThat(line("quote VIX260415C26 0.68 0.76 size 20")).isEqualTo(new Line.SetQuote(CALL,
                Optional.of(new BigDecimal("0.68")), Optional.of(new BigDecimal("0.76")), OptionalInt.of(20)));
        assertThat(line("quote VIX260415C26 0.80 0.70 crossed")).as("crossed when it is meant").isEqualTo(
                new Line.SetQuote(CALL, Optional.of(new BigDecimal("0.80")), Optional.of(new BigDecimal("0.70")),
                        OptionalInt.empty()));
        assertThat(line("quote VIX260415C26 - 0.76")).isEqualTo(new Line.SetQuote(CALL, Optional.empty(),
                Optional.of(new BigDecimal("0.76")), OptionalInt.empty()));
        assertThat(line("quote \"VIX   260415C00026000\" auto")).isEqualTo(new Line.AutoQuote(CALL));
        assertThat(line("jump SPX -4% VIX +20 VVIX =140")).isEqualTo(new Line.Jump(Map.of("SPX",
                new Line.Move(Line.Unit.PERCENT, -4), "VIX", new Line.Move(Line.Unit.POINTS, 20), "VVIX",
                new Line.Move(Line.Unit.LEVEL, 140))));
        assertThat(line("hold")).isEqualTo(new Line.Hold(Line.Held.PRICES));
        assertThat(line("hold fills")).isEqualTo(new Line.Hold(Line.Held.FILLS));
        assertThat(line("release fills")).isEqualTo(new Line.Release(Line.Held.FILLS));
        assertThat(line("settle VIX 23.10")).isEqualTo(new Line.Settle("VIX", new BigDecimal("23.10")));
    }

    @Test
    void ordersAreNamedByLayerOrInstrument() {
        assertThat(line("fill base")).isEqualTo(new Line.Fill(new Target.OfLayer(Layer.BASE), OptionalInt.empty()));
        assertThat(line("fill VIX260415C26 2"))
                .isEqualTo(new Line.Fill(new Target.OfKey(CALL), OptionalInt.of(2)));
        assertThat(line("correct contingency 1.30")).isEqualTo(
                new Line.Correct(new Target.OfLayer(Layer.CONTINGENCY), new BigDecimal("1.30")));
        assertThat(line("refuse any times 2 201 \"Order rejected - reason: margin\"")).isEqualTo(new Line.Refuse(
                new Target.Any(), OptionalInt.of(2), 201, "Order rejected - reason: margin"));
        assertThat(line("refuse off")).isEqualTo(new Line.RefuseOff());
        assertThat(line("trade VIX260415C26 -1 at 0.9"))
                .isEqualTo(new Line.Trade(CALL, -1, new BigDecimal("0.9")));
        assertThat(line("cancel acceleration price check")).isEqualTo(
                new Line.CancelOrders(new Target.OfLayer(Layer.ACCELERATION), "price check"));
        assertThat(line("mute commissions on")).isEqualTo(new Line.Mute(Line.Answer.COMMISSIONS, true));
    }

    @Test
    void linesAboutOrdersAndHowTheyAreTold() {
        assertThat(line("refuse any first 201 no")).isEqualTo(
                new Line.Refuse(new Target.Any(), OptionalInt.empty(), Line.Manner.FIRST, 201, "no"));
        assertThat(line("refuse any times 1 bare 109 no")).isEqualTo(
                new Line.Refuse(new Target.Any(), OptionalInt.of(1), Line.Manner.BARE, 109, "no"));
        assertThat(line("manual VIX260415C26 +2 at 0.70"))
                .isEqualTo(new Line.Manual(CALL, 2, Optional.of(new BigDecimal("0.70"))));
        assertThat(line("manual VIX260415C26 -1")).isEqualTo(new Line.Manual(CALL, -1, Optional.empty()));
        assertThat(line("leg acceleration 2 3")).isEqualTo(
                new Line.FillLeg(new Target.OfLayer(Layer.ACCELERATION), 2, OptionalInt.of(3)));
        assertThat(line("late commissions 30s"))
                .isEqualTo(new Line.Delay(Line.Answer.COMMISSIONS, Duration.ofSeconds(30)));
        assertThat(line("early commissions on")).isEqualTo(new Line.Early(true));
        assertThat(line("permids from 9007199254740993")).isEqualTo(new Line.PermIdsFrom(9007199254740993L));
        assertThat(line("permids late off")).isEqualTo(new Line.PermIdsLate(false));
        assertThat(line("pending off")).isEqualTo(new Line.CancelTakes(Duration.ZERO));
        assertThat(line("partial off")).isEqualTo(new Line.Partial(Line.Partial.UNLIMITED));
        assertThat(line("pending 5s")).isEqualTo(new Line.CancelTakes(Duration.ofSeconds(5)));
        assertThat(line("unfilled inactive")).isEqualTo(new Line.Unfilled(true));
        assertThat(line("skip submitted on")).isEqualTo(new Line.Skip(Line.Step.SUBMITTED, true));
        assertThat(line("preset size 500")).isEqualTo(new Line.Preset(Line.PresetKind.SIZE, new BigDecimal("500")));
        assertThat(line("whatif refuse 201 too much"))
                .isEqualTo(new Line.WhatIf(Line.WhatIfMode.REFUSE, 201, "too much"));
        assertThat(line("master off")).isEqualTo(new Line.Master(-1));
        assertThat(line("comeback off")).isEqualTo(new Line.Comeback(false));
        assertThat(line("mute ends on")).isEqualTo(new Line.Mute(Line.Answer.ENDS, true));
    }

    @Test
    void linesOfConnectionAndTime() {
        assertThat(line("advance 10:20")).isEqualTo(new Line.Advance(new Moment.TimeOfDay(LocalTime.of(10, 20))));
        assertThat(line("advance 2026-03-11 10:15")).isEqualTo(
                new Line.Advance(new Moment.DateTime(LocalDateTime.of(2026, 3, 11, 10, 15))));
        assertThat(line("drop inside")).isEqualTo(new Line.DropInside());
        assertThat(line("restart 30s")).isEqualTo(new Line.Restart(Duration.ofSeconds(30)));
        assertThat(line("reset 1h")).isEqualTo(new Line.Reset(Duration.ofHours(1)));
        assertThat(line("nightly on")).isEqualTo(new Line.Nightly(true));
        assertThat(line("linger 60s")).isEqualTo(new Line.Linger(Duration.ofSeconds(60)));
        assertThat(line("slow bootstrap 5s")).isEqualTo(new Line.Slow(Line.Stage.BOOTSTRAP, Duration.ofSeconds(5)));
        assertThat(line("split 500ms")).isEqualTo(new Line.Split(Duration.ofMillis(500)));
        assertThat(line("frame 999|1|hello world|")).isEqualTo(new Line.RawFrame("999|1|hello world|"));
        assertThat(line("length -1")).isEqualTo(new Line.BadLength(-1));
        assertThat(line("bulletin 2 CBOE is closed")).isEqualTo(new Line.Bulletin(2, "CBOE is closed"));
        assertThat(line("accountready off")).isEqualTo(new Line.AccountReady(false));
        assertThat(line("farm market connecting"))
                .isEqualTo(new Line.Farm(Line.FarmKind.MARKET, Line.FarmState.CONNECTING));
        assertThat(line("plans 2")).isEqualTo(new Line.Plans(2));
        assertThat(line("advance +5m")).isEqualTo(new Line.Advance(new Moment.Later(Duration.ofMinutes(5))));
        assertThat(line("drop connection")).isEqualTo(new Line.Drop(Line.Cut.FIN));
        assertThat(line("link lost")).isEqualTo(new Line.Link(Line.LinkState.UP_DATA_LOST));
        assertThat(line("farm history down")).isEqualTo(new Line.Farm(Line.FarmKind.HISTORY, Line.FarmState.DOWN));
        assertThat(line("error 2110 connectivity broken"))
                .isEqualTo(new Line.SessionError(2110, "connectivity broken"));
        assertThat(line("readonly on")).isEqualTo(new Line.ReadOnly(true));
        assertThat(line("permission VIX ok")).isEqualTo(new Line.Permission("VIX", 0));
        assertThat(line("skew -1m")).isEqualTo(new Line.ClockSkew(Duration.ofMinutes(-1)));
    }

    @Test
    void aLineMayWaitForAMomentOrForFills() {
        assertThat(read("at 10:16 drop connection").when())
                .isEqualTo(new When.At(new Moment.TimeOfDay(LocalTime.of(10, 16))));
        assertThat(read("after fills 5s jump SPX -4%").when())
                .isEqualTo(new When.AfterFills(Duration.ofSeconds(5)));
        assertThat(read("after fills jump SPX -4%").when()).isEqualTo(new When.AfterFills(Duration.ofSeconds(20)));
        assertThat(read("person approve  # says yes").line()).isEqualTo(new Line.Person(List.of("approve")));
        assertThat(ScenarioParser.readLine("t", 1, "   # a comment"))
                .isEqualTo(new ScenarioParser.LineOutcome.Nothing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            relese| got 'relese'; expected one of at, after, title| release
            advance| got the end of the line; expected a time: 10:20| -
            advance 25:00| got '25:00'; expected a time: 10:20| -
            advance +5x| got '+5x'; expected a span such as 30s| -
            link upp| got 'upp'; expected one of down, retry, up, lost| up
            position AAPL260417P205 0 at 4.10| got '0'; expected a quantity other than 0| -
            position AAPL260417P205 -3 on 4.10| got 'on'; expected 'at'| -
            position AAPL261317P205 -3 at 4.10| got 'AAPL261317P205'; expected an instrument| -
            level VIX -3| got '-3'; expected a level above 0| -
            level VIX high| got 'high'; expected its level, a number such as 17.35| -
            jump VIX 20| got '20'; expected a move: -4%, +20 or =38.5| -
            jump VIX =20%| got '=20%'; expected a move| -
            jump VIX +1 VIX +2| got 'VIX'; expected each symbol once| -
            fill bas| got 'bas'; expected base, acceleration| base
            permids from 1.5| got '1.5'; expected a whole number of at most 18 digits| -
            manual VIX260415C26 0| got '0'; expected a quantity other than 0| -
            whatif rang| got 'rang'; expected one of refuse, warn, range, off| range
            refuse base 201| got the end of the line; expected the text of the refusal| -
            drop hrad| got 'hrad'; expected one of connection, hard, inside| hard
            restart| got the end of the line; expected a span such as 30s| -
            restart soon| got 'soon'; expected a span such as 30s| -
            slow hello 5s| got 'hello'; expected one of greeting, bootstrap| -
            split 5| got '5'; expected a span such as 30s| -
            length x| got 'x'; expected a length in bytes, a whole number| -
            frame| got the end of the line; expected a frame such as 999| -
            bulletin 0 x| got '0'; expected a bulletin type, a whole number not below 1| -
            nightly maybe| got 'maybe'; expected one of on, off| -
            linger| got the end of the line; expected a span| -
            farm market dwn| got 'dwn'; expected one of up, down, idle, connecting| down
            farm history connecting| got 'connecting'; expected up, down or idle| -
            farm contracts idle| got 'idle'; expected up or down| -
            readonly yes| got 'yes'; expected one of on, off| -
            release fills now| got 'now'; expected the end of the line| -
            account dusim cash 1| got 'dusim'; expected an account id such as DUSIM0001| -
            pacing 0| got '0'; expected messages per second, a whole number not below 1| -
            pacing 2000000| got '2000000'; expected messages per second, a whole number not below 1 nor above 100000| -
            lines 99999999| got '99999999'; expected market-data lines, a whole number not below 0 nor above 10000| -
            repeat status 99999999| got '99999999'; expected how often, a whole number not below 1 nor above 100| -
            partial 99999999| got '99999999'; expected units or 'off', a whole number not below 1 nor above 100000| -
            refuse any times 99999999 201 no| got '99999999'; expected how many orders, a whole number not below 1| -
            pending 999999d| got '999999d'; expected a span of at most 366d| -
            late acks 999999d| got '999999d'; expected a span of at most 366d| -
            late acks soon| got 'soon'; expected a span such as 30s| -
            advance +999999d| got '+999999d'; expected a span of at most 366d| -
            jump SPX -100%| got '-100%'; expected a move that leaves a level above 0: above -100%| -
            jump SPX -400%| got '-400%'; expected a move that leaves a level above 0| -
            jump VIX =0| got '=0'; expected a move that leaves a level above 0| -
            settle VIX -1| got '-1'; expected a settlement value above 0| -
            preset size -1| got '-1'; expected the greatest size above 0| -
            preset price 1e999999999| got '1e999999999'; expected the greatest price, a number such as 17.35| -
            quote KO -1 -2| got '-1'; expected a bid, '-' or 'auto' from 0 to 1000000| -
            quote KO 72.10 72.00| got '72.00'; expected an ask not below the bid, or 'crossed'| -
            quote KO 72.00 72.10 crossed| got 'crossed'; expected the end of the line| -
            quote KO 1.00001 2| got '1.00001'; expected a bid, '-' or 'auto' from 0 to 1000000, with at most four| -
            trade KO 1 at 1.23456| got '1.23456'; expected the price from 0 to 1000000, with at most four places| -
            trade KO 2000000000 at 1| got '2000000000'; expected a signed quantity, a whole number not below -100000| -
            at 10:15 market calm| got 'at 10:15 market calm'; expected a setup line without| -
            """)
    void everyBadLineNamesWhereWhatAndTheNearestWord(String text, String says, String nearest) {
        var outcome = ScenarioParser.readLine("t.scenario", 3, text);
        assertThat(outcome).isInstanceOf(ScenarioParser.LineOutcome.Wrong.class);
        Problem problem = ((ScenarioParser.LineOutcome.Wrong) outcome).problem();
        assertThat(problem.toString()).startsWith("t.scenario:3: " + says);
        assertThat(problem.nearest()).isEqualTo(nearest.equals("-") ? Optional.empty() : Optional.of(nearest));
    }

    @Test
    void aFileTellsAllItsProblemsAtOnce() {
        String text = "title T\nabout A\nhold\nlevel VIX 17\nfil base\r\nexpect layer base core\n";
        assertThat(ScenarioParser.parse("x.scenario", text)).isInstanceOfSatisfying(ParseOutcome.Broken.class,
                broken -> assertThat(broken.problems()).extracting(Problem::line).containsExactly(4, 5));
        assertThat(ScenarioParser.parse("x.scenario", "hold\n")).isInstanceOfSatisfying(ParseOutcome.Broken.class,
                broken -> assertThat(broken.problems().get(0).got()).isEqualTo("no title line"));
    }

    @Test
    void setupAndStepsAreSortedAndKeepTheirPlace() {
        String text = "title T\nabout A\nmarket calm\n\nhold # quiet\nperson approve\nat 10:16 release\n";
        var parsed = (ParseOutcome.Parsed) ScenarioParser.parse("x.scenario", text);
        assertThat(parsed.scenario().title()).isEqualTo("T");
        assertThat(parsed.scenario().setup()).hasSize(3);
        assertThat(parsed.scenario().steps()).extracting(Step::lineNumber).containsExactly(5, 6, 7);
    }

    @Test
    void aMomentIsNewYorkTimeInSummerAndWinter() {
        ZonedDateTime now = ZonedDateTime.parse("2026-03-10T14:15:00Z");
        assertThat(new Moment.TimeOfDay(LocalTime.of(10, 20)).from(now).toInstant()).hasToString(
                "2026-03-10T14:20:00Z");
        assertThat(new Moment.DateTime(LocalDateTime.of(2026, 12, 1, 10, 0)).from(now).toInstant())
                .hasToString("2026-12-01T15:00:00Z");
        assertThat(new Moment.Later(Duration.ofDays(1)).from(now).toInstant()).hasToString("2026-03-11T14:15:00Z");
    }

    @Test
    void theShortFormOfAKeyReadsBack() {
        for (String text : List.of("AAPL", "SPX", "VX260415", "VIXW260408C17.5", "XSP260529P562.5", "AD-NYSE")) {
            assertThat(Keys.read(text)).map(Keys::write).contains(text);
        }
    }
}
