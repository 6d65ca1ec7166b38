package alvh.planner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.world.Situation;
import alvh.planner.world.SituationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Every page of the golden book, planned by the planner that trades. */
class GoldenBookTest {

    static Stream<String> situations() throws IOException {
        return Situation.all(Situation.FOLDER).stream()
                .map(file -> file.getFileName().toString().replace(".situation", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void thePlanIsTheOneInTheBook(String name) throws IOException {
        Situation situation = Situation.read(Situation.FOLDER.resolve(name + ".situation"));
        PlanOutcome outcome = situation.world().plan();
        compare(situation, Situation.EXPECT, SituationText.decisions(outcome));
        if (situation.has(Situation.EXPLANATION)) {
            compare(situation, Situation.EXPLANATION, SituationText.explanation(outcome));
        }
        says(situation, SituationText.explanation(outcome));
    }

    private static void compare(Situation situation, String section, List<String> planned) {
        List<String> expected = situation.lines(section);
        if (!expected.equals(planned)) {
            fail(situation.file() + ": the plan is not the one in the book (- expected, + planned):\n"
                    + SituationText.difference(expected, planned)
                    + "If the new plan is right by the methodology, write it down with GoldenBook (bot/planner/README.md).");
        }
    }

    private static void says(Situation situation, List<String> explanation) {
        int from = 0;
        for (String sentence : situation.lines(Situation.SAYS)) {
            int at = from;
            while (at < explanation.size() && !explanation.get(at).contains(sentence)) {
                at++;
            }
            if (at == explanation.size()) {
                fail(situation.file() + ": the explanation does not say, or not in this order:\n  " + sentence
                        + "\nit says:\n  " + String.join("\n  ", explanation));
            }
            from = at;
        }
    }

    /** The approval compares the plan's worst case (ApprovalDesk), so the certificates may speak of no other. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void aPersonIsAskedAboutTheOrdersOwnWorstCase(String name) throws IOException {
        PlanOutcome outcome = Situation.read(Situation.FOLDER.resolve(name + ".situation")).world().plan();
        if (!(outcome instanceof PlanOutcome.Planned planned)) {
            return;
        }
        Usd orders = planned.plan().orders().stream().map(PlannedOrder::worstCase).reduce(Usd.ZERO, Usd::plus);
        assertThat(planned.plan().worstCase()).isEqualTo(orders);
        for (Certificate certificate : outcome.report().certificates()) {
            for (Certificate.Signature signature : certificate.signatures()) {
                if (signature.because().startsWith("awaiting: worst case")) {
                    assertThat(signature.because()).startsWith("awaiting: worst case " + orders.text() + ",");
                }
            }
        }
    }

    @Test
    void theBookHasItsPages() throws IOException {
        assertThat(Situation.all(Situation.FOLDER)).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void aDifferenceShowsWhatIsMissingAndWhatIsNew() {
        assertThat(SituationText.difference(List.of("a", "b", "c"), List.of("a", "x", "c")))
                .isEqualTo("  a\n- b\n+ x\n  c\n");
    }

    @Test
    void aSituationThatIsWrongIsRefusedWithItsLine() {
        for (String line : List.of("index VIX high", "book 3 KO tomorrow 70 put at 0.90", "hedge all", "weather fine",
                "setting colour blue", "curve 18.6 nineteen")) {
            Situation wrong = new Situation(Path.of("x.situation"), List.of("because test"),
                    java.util.Map.of(Situation.WORLD, List.of("now 2026-03-10 10:15 daily", line)));
            org.assertj.core.api.Assertions.assertThatThrownBy(wrong::world).as(line)
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(line)
                    .hasMessageContaining("expected");
        }
    }
}
