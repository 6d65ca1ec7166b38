package alvh.study;

import alvh.study.Evidence.Finding;
import alvh.study.Evidence.Interval;
import alvh.study.Evidence.Tier;
import alvh.study.Verdict.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rule of methodology 6.6, each clause at its threshold; numbers are made up to stand on either side of it. */
class VerdictTest {

    private static final Finding GOOD = finding(0.25, 0.10, 0.10, 0.001, 0.20);

    private static Finding finding(double cut, double cost, double over, double low, double high) {
        return new Finding(cut, cost, new Interval(over, low, high));
    }

    private static Evidence evidence(Finding base) {
        return new Evidence(Tier.T2, 6, false, base, GOOD, GOOD);
    }

    private static Answer answer(Finding base) {
        return Verdict.of(evidence(base)).answer();
    }

    @Test
    void worthItNeedsEveryClauseAndEachThresholdCounts() {
        assertThat(answer(GOOD)).isEqualTo(Answer.WORTH_IT);
        assertThat(answer(finding(0.2499, 0.10, 0.10, 0.001, 0.2))).isEqualTo(Answer.NOT_WORTH_IT);
        assertThat(answer(finding(0.25, 0.1001, 0.10, 0.001, 0.2))).isEqualTo(Answer.UNDETERMINED);
        assertThat(answer(finding(0.25, 0.10, 0.0999, 0.001, 0.2))).isEqualTo(Answer.UNDETERMINED);
        assertThat(answer(finding(0.25, 0.10, 0.10, 0, 0.2))).isEqualTo(Answer.UNDETERMINED);
        assertThat(answer(finding(0.40, -0.02, 0.30, 0.1, 0.5))).as("a hedge that earned").isEqualTo(Answer.WORTH_IT);
    }

    @Test
    void aSmallerBookThatIsBetterForSureSettlesIt() {
        assertThat(answer(finding(0.30, 0.05, -0.10, -0.20, -0.001))).isEqualTo(Answer.NOT_WORTH_IT);
        assertThat(answer(finding(0.30, 0.05, -0.10, -0.20, 0.001))).isEqualTo(Answer.UNDETERMINED);
    }

    @Test
    void itMustHoldAtTwiceTheSlippageAndWithoutTheBestEvent() {
        Finding dear = finding(0.30, 0.12, 0.15, 0.02, 0.3);
        Finding weak = finding(0.10, 0.05, 0.15, 0.02, 0.3);
        Verdict slippage = Verdict.of(new Evidence(Tier.T1, 6, false, GOOD, dear, GOOD));
        Verdict event = Verdict.of(new Evidence(Tier.T1, 6, false, GOOD, GOOD, weak));
        assertThat(slippage.answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(slippage.because()).containsExactly("(d) it does not hold at twice the slippage");
        assertThat(event.answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(event.because()).containsExactly("(e) it does not hold without the single best event");
        assertThat(Verdict.of(new Evidence(Tier.T1, 6, false, GOOD, Finding.NONE, GOOD)).answer())
                .as("not looked at is not held").isEqualTo(Answer.UNDETERMINED);
    }

    @Test
    void MP20_withFewerThanThreeMonthsOfOwnDataAndNoHistoryItIsUndetermined() {
        Verdict young = Verdict.of(new Evidence(Tier.T2, 2.9, false, GOOD, GOOD, GOOD));
        assertThat(young.answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(young.text()).isEqualTo("UNDETERMINED (T2, futures settlements and a smile from VVIX): CVaR95 cut "
                + "25.0 %, net cost 10.0 % of gross premium, 10.0 % below a smaller book of equal mean (80 % interval "
                + "0.1 % to 20.0 %); 2.9 months of own data are fewer than 3, and no history was given");
        assertThat(Verdict.of(new Evidence(Tier.T2, 3, false, GOOD, GOOD, GOOD)).answer()).isEqualTo(Answer.WORTH_IT);
        assertThat(Verdict.of(new Evidence(Tier.T2, 0, true, GOOD, GOOD, GOOD)).answer()).isEqualTo(Answer.WORTH_IT);
        assertThat(Verdict.of(new Evidence(Tier.T2, Double.NaN, false, GOOD, GOOD, GOOD)).answer())
                .isEqualTo(Answer.UNDETERMINED);
        Finding bad = finding(0.01, 0.5, -0.5, -0.6, -0.4);
        assertThat(Verdict.of(new Evidence(Tier.T2, 1, false, bad, bad, bad)).answer())
                .as("nor is a no given on so little").isEqualTo(Answer.UNDETERMINED);
    }

    @Test
    void simulatedArmsAloneDecideNothing() {
        assertThat(Verdict.of(new Evidence(Tier.T3, 12, true, GOOD, GOOD, GOOD)).answer())
                .isEqualTo(Answer.UNDETERMINED);
    }

    @Test
    void anUnknownNumberIsSaidAndNeverANo() {
        Verdict unknown = Verdict.of(evidence(finding(Double.NaN, 0.05, 0.15, 0.02, 0.3)));
        assertThat(unknown.answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(unknown.text()).contains("CVaR95 cut unknown").contains("could not be had");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void thereIsNoBareAnswer(Tier tier) {
        for (Finding base : new Finding[]{GOOD, Finding.NONE, finding(0.1, 0.2, 0, -1, 1)}) {
            String text = Verdict.of(new Evidence(tier, 6, true, base, GOOD, GOOD)).toString();
            assertThat(text).contains(tier.name()).contains("CVaR95 cut").contains("net cost")
                    .contains("below a smaller book");
        }
    }

    @Test
    void aNameThatMovesByItselfIsTold() {
        assertThat(Verdict.addendum("NVDA", 0.29)).contains("NVDA").contains("buy its own puts");
        assertThat(Verdict.addendum("JPM", 0.30)).isEmpty();
    }
}
