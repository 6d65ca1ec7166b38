package alvh.daemon.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.money.Usd;
import alvh.planner.plan.BreakEvens;
import alvh.planner.plan.Explanation;
import alvh.planner.plan.PlanDetails;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.Recalibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The long form to the character, and as JSON. */
class ExplainTextTest {

    private static final JournalRecord.Plan MADE = new JournalRecord.Plan("7f3a91c208be" + "0".repeat(52),
            "i".repeat(64),
            "b1", "DAILY", LocalDate.of(2026, 3, 10), Instant.parse("2026-03-10T14:15:00Z"), "PLANNED", Usd.of("75.60"),
            1);

    private static final List<JournalRecord.PlanState> STATES = List.of(
            new JournalRecord.PlanState(MADE.planHash(), "OFFERED", Instant.parse("2026-03-10T14:15:00Z"),
                    "asks a person, for 300 s"),
            new JournalRecord.PlanState(MADE.planHash(), "APPROVED", Instant.parse("2026-03-10T14:16:00Z"), "by anna"));

    private static Explanation explanation() {
        Explanation.Line plain = new Explanation.Line(
                "1  Base: BUY 1 VIX 15 Apr 26 call, at most $75.60, because Base is"
                        + " FULL (votes 2.5 >= 2.5); the budget: the plan takes at most $75.60 of the $295.18 left",
                null);
        Explanation.Line known = new Explanation.Line("full at votes >= 2.5, now 0.5",
                new Explanation.Compared("votes", 0.5, ">=", 2.5, false, null));
        Explanation.Line unknown = new Explanation.Line("event surprise (V7) abstains: no events file",
                new Explanation.Compared("event surprise", null, ">=", null, null, "no events file"));
        return new Explanation(List.of(new Explanation.Section("decision", "WHAT WAS DECIDED", List.of(plain)),
                new Explanation.Section("votes", "WHAT EACH SIGNAL COULD ADD", List.of(known, unknown))));
    }

    private static PlanOutcome outcome() {
        PlanReport r = PlanScreensTest.report(List.of());
        PlanDetails none = PlanDetails.NONE;
        BreakEvens map = new BreakEvens(6000, List.of(-0.3, 0.15),
                List.of(new BreakEvens.Expiry(LocalDate.of(2026, 4, 17), List.of(new BreakEvens.Curve("VIX unchanged",
                        List.of(-120.0, Double.NaN), List.of(-0.063))))),
                List.of(), List.of("at the close of 17 Apr 2026: ..."));
        var details = new PlanDetails(none.names(), none.market(), none.whatIf(), map, none.conduct(),
                Recalibration.NONE, explanation());
        return new PlanOutcome.NothingToDo(List.of(), new PlanReport(r.book(), r.bookBetaFast(), r.bookBetaSlow(),
                r.hedgeableShare(), r.budget(), r.signals(), r.votes(), r.regime(), r.layers(), r.levelsNow(), r.lots(),
                r.certificates(), r.losses(), r.rejected(), r.shadowPrice(), r.notes(), details));
    }

    @Test
    void theLongFormReadsSectionBySection() {
        assertThat(String.join("\n", ExplainText.lines(MADE, STATES, outcome(), true, 80))).isEqualTo("""
                Plan 7f3a-91c2-08be, DAILY, Tue 2026-03-10 10:15 ET, made again from its stored
                input: the same
                   - OFFERED, Tue 2026-03-10 10:15 ET: asks a person, for 300 s
                   - APPROVED, Tue 2026-03-10 10:16 ET: by anna

                1  WHAT WAS DECIDED
                   - 1  Base: BUY 1 VIX 15 Apr 26 call, at most $75.60, because Base is FULL
                     (votes 2.5 >= 2.5); the budget: the plan takes at most $75.60 of the
                     $295.18 left

                2  WHAT EACH SIGNAL COULD ADD
                   - full at votes >= 2.5, now 0.5
                   - event surprise (V7) abstains: no events file""");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void noLineIsWiderThanTheScreen(int width) {
        assertThat(ExplainText.lines(MADE, STATES, outcome(), false, width)).anyMatch(l -> l.contains("OTHERWISE"))
                .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void theJsonHasTheSameSectionsAndNoNotANumber() {
        String json = ExplainText.json(MADE, STATES, outcome(), true, true);
        assertThat(json).doesNotContain("NaN");
        JsonNode all = JsonMapper.builder().build().readTree(json);
        JsonNode line = all.get("sections").get(1).get("lines").get(0);
        assertThat(line.get("compared").get("now").asDouble()).isEqualTo(0.5);
        assertThat(line.get("compared").get("threshold").asDouble()).isEqualTo(2.5);
        JsonNode missing = all.get("sections").get(1).get("lines").get(1).get("compared");
        assertThat(missing.get("now").isNull()).isTrue();
        assertThat(missing.get("unknown").asString()).isEqualTo("no events file");
        JsonNode curve = all.get("breakEvens").get("expiries").get(0).get("curves").get(0);
        assertThat(curve.get("dollars").get(1).isNull()).isTrue();
        assertThat(all.get("result").asString()).isEqualTo("NOTHING_TO_DO");
        JsonNode crash = all.get("losses").get(1);
        assertThat(crash.get("vixAfter").asDouble()).isEqualTo(42);
        assertThat(crash.get("absorbed").asDouble()).isEqualTo((95 + 1300) / 5006.0);
        assertThat(all.get("losses").get(2).get("absorbed").isNull()).as("the book gains").isTrue();
        assertThat(all.get("states").get(1).get("because").asString()).isEqualTo("by anna");
    }

    @Test
    void withoutTheCurvesOnlyTheCrossingsAreLeft() {
        JsonNode curve = JsonMapper.builder().build().readTree(ExplainText.json(MADE, STATES, outcome(), true, false))
                .get("breakEvens").get("expiries").get(0).get("curves").get(0);
        assertThat(curve.get("dollars").size()).isZero();
        assertThat(curve.get("crossings").get(0).asDouble()).isEqualTo(-0.063);
    }
}
