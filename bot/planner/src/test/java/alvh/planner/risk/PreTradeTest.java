package alvh.planner.risk;

import java.time.Instant;
import java.util.List;

import alvh.planner.market.AccountKind;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PreTradeTest {
    private static final Usd CAP = Usd.ofDollars(600);

    @Test
    void oneOrderMayTakeFortyFivePercentOrOneUnitToTheCent() {
        assertThat(PreTrade.order(Usd.of("270.00"), Usd.ofDollars(90), CAP, 30)).isEmpty();
        assertThat(limits(PreTrade.order(Usd.of("270.01"), Usd.ofDollars(90), CAP, 30)))
                .containsExactly(Breach.Limit.ORDER_DEBIT);
        assertThat(PreTrade.order(Usd.ofDollars(300), Usd.ofDollars(300), CAP, 30)).isEmpty();
        assertThat(limits(PreTrade.order(Usd.ofDollars(90), Usd.ofDollars(90), CAP, 4)))
                .containsExactly(Breach.Limit.EXPIRY);
    }

    @Test
    void P05_theWholePlanMayTakeWhatIsLeftAndHalfOfItADay() {
        AccountSnapshot rich = account("100000", "50000", "80000", false);
        assertThat(PreTrade.plan(Usd.ofDollars(300), Usd.ofDollars(300), CAP, Usd.ZERO, Usd.ZERO, rich)).isEmpty();
        assertThat(limits(PreTrade.plan(Usd.of("300.01"), Usd.ofDollars(300), CAP, Usd.ZERO, Usd.ZERO, rich)))
                .containsExactly(Breach.Limit.PERIOD_BUDGET, Breach.Limit.DAILY_CAP);
        assertThat(limits(PreTrade.plan(Usd.ofDollars(250), Usd.ofDollars(300), CAP, Usd.ZERO, Usd.ofDollars(51),
                rich))).containsExactly(Breach.Limit.DAILY_CAP);
        assertThat(PreTrade.plan(Usd.ofDollars(400), Usd.ofDollars(600), CAP, Usd.ofDollars(400), Usd.ZERO, rich))
                .as("one unit a layer").isEmpty();
    }

    @Test
    void aCashAccountPaysFromCashAndATenthOfExcessStays() {
        assertThat(limits(PreTrade.account(Usd.ofDollars(100), account("10000", "99", "9000", true))))
                .containsExactly(Breach.Limit.CASH);
        assertThat(PreTrade.account(Usd.ofDollars(100), account("10000", "99", "9000", false))).isEmpty();
        assertThat(limits(PreTrade.account(Usd.ofDollars(100), account("10000", "5000", "1099", false))))
                .containsExactly(Breach.Limit.MARGIN_LOW);
        assertThat(PreTrade.account(Usd.ofDollars(100), account("10000", "5000", "1100", false))).isEmpty();
        assertThat(limits(PreTrade.account(Usd.ofDollars(1001), account("10000", "5000", "9000", false))))
                .containsExactly(Breach.Limit.BUYING_POWER);
    }

    @Test
    void withoutAnExchangeRateNothingIsBought() {
        var unknown = new AccountSnapshot("DUSIM0001", AccountKind.SIMULATED, Instant.EPOCH, null, null, null, false,
                List.of());
        assertThat(limits(PreTrade.account(Usd.ZERO, unknown))).containsExactly(Breach.Limit.NO_EXCHANGE_RATE);
        assertThat(PreTrade.spendable(unknown)).isEqualTo(Usd.ZERO);
    }

    @Test
    void whatAnAccountCanSpendNeverBreaksItsOwnLimits() {
        for (String cash : List.of("0", "50", "5000")) {
            for (String excess : List.of("900", "1001", "1500", "9000")) {
                for (boolean cashAccount : List.of(true, false)) {
                    AccountSnapshot account = account("10000", cash, excess, cashAccount);
                    Usd spendable = PreTrade.spendable(account);
                    assertThat(spendable.isNegative()).isFalse();
                    assertThat(spendable.isZero() || PreTrade.account(spendable, account).isEmpty()).isTrue();
                    assertThat(PreTrade.account(spendable.plus(Usd.ofCents(1)), account)).isNotEmpty();
                }
            }
        }
    }

    @Test
    void aNameThatAloneCouldCostTooMuchIsNamed() {
        AccountSnapshot account = account("10000", "5000", "9000", false);
        assertThat(PreTrade.names("NVDA", 500, 1, account)).isEmpty();
        assertThat(PreTrade.names("NVDA", 501, 1, account)).singleElement()
                .satisfies(b -> assertThat(b.because()).contains("NVDA").contains("not hedgeable with VIX"));
        // 401 x 1.25 = 501.25: what a fifth takes is said beside what is counted
        assertThat(PreTrade.names("NVDA", 401, 1.25, account)).singleElement()
                .satisfies(b -> assertThat(b.because()).contains("would lose $401 if it fell 20 %, "
                        + "counted x 1.25 = $501 for its fragility"));
    }

    private static AccountSnapshot account(String worth, String cash, String excess, boolean cashAccount) {
        return new AccountSnapshot("DUSIM0001", AccountKind.SIMULATED, Instant.EPOCH, Usd.of(worth), Usd.of(cash),
                Usd.of(excess), cashAccount, List.of());
    }

    private static List<Breach.Limit> limits(List<Breach> breaches) {
        return breaches.stream().map(Breach::limit).toList();
    }
}
