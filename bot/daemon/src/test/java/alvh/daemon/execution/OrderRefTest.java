package alvh.daemon.execution;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.ledger.Lot;
import alvh.planner.market.AccountKind;
import alvh.planner.market.Side;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderRefTest {

    private static final OrderRef REF = new OrderRef(AccountKind.SIMULATED, "K3M9TQ2W8Z5A4B7C", 1, 1);

    @Test
    void P02_has31CharactersAndComesBack() {
        assertThat(REF.text()).hasSize(31).startsWith("HB1.S.K3M9TQ2W8Z5A4B7C.001.01.").matches("[0-9A-Z.]+");
        assertThat(OrderRef.parse(REF.text())).contains(REF);
        OrderRef last = new OrderRef(AccountKind.LIVE, "0000000000000000", OrderRef.MAX_EPOCH, 99);
        assertThat(last.text()).startsWith("HB1.L.0000000000000000.ZZZ.99.");
        assertThat(OrderRef.parse(last.text())).contains(last);
    }

    @Test
    void everyWrongCharacterAndEverySwapIsFound() {
        String text = REF.text();
        for (int i = 0; i < text.length(); i++) {
            for (char c : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.".toCharArray()) {
                String wrong = text.substring(0, i) + c + text.substring(i + 1);
                assertThat(OrderRef.parse(wrong).isPresent()).as(wrong).isEqualTo(c == text.charAt(i));
            }
            if (i > 0 && text.charAt(i) != text.charAt(i - 1)) {
                String swapped = text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.substring(i + 1);
                assertThat(OrderRef.parse(swapped)).as(swapped).isEmpty();
            }
        }
    }

    @Test
    void foreignTextsAreNotOurs() {
        assertThat(OrderRef.ours(null)).isFalse();
        assertThat(OrderRef.ours("")).isFalse();
        assertThat(OrderRef.ours("basket 7")).isFalse();
        assertThat(OrderRef.parse("HB1.")).isEmpty();
        assertThatThrownBy(() -> new OrderRef(AccountKind.PAPER, "ILOU000000000000", 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrderRef(AccountKind.PAPER, "K3M9TQ2W8Z5A4B7C", 32768, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void P02_intentIdIsTheDecisionAndNothingElse() {
        List<Lot.LotLeg> legs = List.of(new Lot.LotLeg(Plans.VIX_CALL, 1, Side.BUY));
        String id = id("a", 1, Plans.DAY, legs, "");
        assertThat(id).hasSize(16).isEqualTo(id("a", 1, Plans.DAY, legs, ""));
        assertThat(List.of(id("b", 1, Plans.DAY, legs, ""), id("a", 2, Plans.DAY, legs, ""),
                id("a", 1, Plans.DAY.plusDays(1), legs, ""), id("a", 1, Plans.DAY, legs, "again"),
                id("a", 1, Plans.DAY, List.of(new Lot.LotLeg(Plans.VIX_CALL, 1, Side.SELL)), "")))
                .doesNotContain(id).doesNotHaveDuplicates();
    }

    private static String id(String plan, int step, LocalDate day, List<Lot.LotLeg> legs, String nonce) {
        return IntentId.of(AccountKind.SIMULATED, "DUSIM0001", plan, step, day, legs, nonce);
    }

    @Test
    void executionIdsSplitAtTheLastPeriod() {
        assertThat(ExecutionId.of("0001f4e8.5f3b2a.01.02")).isEqualTo(new ExecutionId("0001f4e8.5f3b2a.01", 2));
        assertThat(ExecutionId.of("plain")).isEqualTo(new ExecutionId("plain", 0));
        assertThat(ExecutionId.of("a.b")).isEqualTo(new ExecutionId("a.b", 0));
    }
}
