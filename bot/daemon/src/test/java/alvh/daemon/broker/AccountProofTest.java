package alvh.daemon.broker;

import java.util.List;

import alvh.planner.market.AccountKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountProofTest {

    private static AccountProof.Verdict judge(String configured, AccountKind kind, String... served) {
        return AccountProof.judge(List.of(served), BrokerSettings.of("127.0.0.1", 4002, 17, configured, kind));
    }

    private static AccountProof.Verdict.Wrong wrong(AccountProof.Verdict verdict) {
        return (AccountProof.Verdict.Wrong) verdict;
    }

    @Test
    void P10_theKindComesFirstThenTheExactId() {
        assertThat(judge("DUSIM0001", AccountKind.SIMULATED, "DUSIM0001"))
                .isEqualTo(new AccountProof.Verdict.Proven());
        assertThat(wrong(judge("DUSIM0001", AccountKind.SIMULATED, "DU1234567")).exitCode()).isEqualTo(11);
        assertThat(wrong(judge("DU1234567", AccountKind.PAPER, "DUSIM0001")).exitCode()).isEqualTo(11);
        assertThat(wrong(judge("DU1234567", AccountKind.PAPER, "U1234567")).exitCode()).isEqualTo(11);
        assertThat(wrong(judge("U1234567", AccountKind.LIVE, "U1234567", "DU1234567")).exitCode()).isEqualTo(11);
        assertThat(wrong(judge("DU1234567", AccountKind.PAPER, "DU7654321")).exitCode()).isEqualTo(10);
        assertThat(wrong(judge("DU1234567", AccountKind.PAPER, "DU1234567", "DU7654321")).exitCode()).isEqualTo(10);
    }

    @Test
    void theReasonIsASentenceThatShowsNoWholeAccount() {
        String because = wrong(judge("DU1234567", AccountKind.PAPER, "U7654321")).because();
        assertThat(because).contains("live account").contains("account.kind is paper").doesNotContain("U7654321");
    }
}
