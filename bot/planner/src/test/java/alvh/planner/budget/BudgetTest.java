package alvh.planner.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import alvh.planner.ledger.Booking;
import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.portfolio.BookRules;
import alvh.planner.portfolio.Premium;
import alvh.planner.portfolio.Recogniser;
import alvh.planner.portfolio.Structure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Methodology 3.4 by the worked example 3.9, from fills to the last cent. */
class BudgetTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final BigDecimal F = new BigDecimal("0.20");
    private static final Recogniser RECOGNISER = new Recogniser(BookRules.of(true, Usd.ZERO), NYSE);

    private static InstrumentKey key(String text) {
        return InstrumentKey.of(text);
    }

    /** Sells a spread for a net credit per unit in dollars: the wing costs 0.10. */
    private static void sell(Booking book, String id, String sold, String bought, long quantity, String price) {
        book.fill(id + "s", 1, null, key(sold), Side.SELL, quantity, price).fill(id + "l", 1, null, key(bought),
                Side.BUY,
                quantity, "0.10");
    }

    private static void buyBack(Booking book, String id, String sold, String bought, long quantity, String price) {
        book.fill(id + "s", 1, null, key(sold), Side.BUY, quantity, price).fill(id + "l", 1, null, key(bought),
                Side.SELL,
                quantity, "0.10");
    }

    /** Condor A 310 open; spread B 180 half open, half bought back for 90; C 150 kept 90; D 120 lost 280. */
    private static Booking worked() {
        Booking book = new Booking("2026-03-02T15:00:00Z");
        sell(book, "A1", "AAPL  260417P00205000", "AAPL  260417P00195000", 1, "1.70");
        sell(book, "A2", "AAPL  260417C00260000", "AAPL  260417C00270000", 1, "1.60");
        sell(book, "B", "KO    260417P00060000", "KO    260417P00055000", 4, "0.55");
        sell(book, "C", "JPM   260417P00200000", "JPM   260417P00190000", 1, "1.60");
        sell(book, "D", "DIS   260417P00090000", "DIS   260417P00085000", 1, "1.30");
        buyBack(book, "Bx", "KO    260417P00060000", "KO    260417P00055000", 2, "0.55");
        buyBack(book, "Cx", "JPM   260417P00200000", "JPM   260417P00190000", 1, "0.70");
        buyBack(book, "Dx", "DIS   260417P00090000", "DIS   260417P00085000", 1, "4.10");
        return book.at("2026-03-10T14:15:00Z");
    }

    private static Premium premium(Ledger ledger, boolean netLosses) {
        List<Structure> open = RECOGNISER.recognise(ledger.openBookLots(), TODAY);
        return Premium.of(ledger, open, RECOGNISER, TODAY, NYSE, netLosses);
    }

    private static BudgetState budget(Ledger ledger) {
        return Budget.of(F, null, premium(ledger, false), HedgeCharges.of(ledger, TODAY, NYSE));
    }

    @Test
    void MP01_theWorkedExampleToTheCent() {
        Booking book = worked();
        BudgetState start = budget(book.ledger());
        assertThat(start.premiumOpen()).isEqualTo(Usd.of("400"));
        assertThat(start.premiumRealised()).isEqualTo(Usd.of("90"));
        assertThat(start.flowCap()).isEqualTo(Usd.of("98.00"));
        assertThat(start.openShare()).isEqualByComparingTo("0.25");
        assertThat(start.stockCap()).isEqualTo(Usd.of("100.00"));
        assertThat(start.capTotal()).isEqualTo(Usd.of("98.00"));
        assertThat(start.available()).isEqualTo(Usd.of("98.00"));

        book.buyIntent("H", LayerId.BASE, Booking.VIX20, 1, "77.75");
        BudgetState reserved = budget(book.ledger());
        assertThat(reserved.reserved()).isEqualTo(Usd.of("77.75"));
        assertThat(reserved.available()).isEqualTo(Usd.of("20.25"));

        book.fill("e1", 1, "H", Booking.VIX20, Side.BUY, 1, "0.77").fee("e1", Booking.VIX20, "0.75").closed("H");
        BudgetState bought = budget(book.ledger());
        assertThat(bought.reserved()).isEqualTo(Usd.ZERO);
        assertThat(bought.cumHedge()).isEqualTo(Usd.of("77.75"));
        assertThat(bought.flowCap().minus(bought.cumHedge())).isEqualTo(Usd.of("20.25"));
        assertThat(bought.stockCap().minus(bought.unrecovered())).isEqualTo(Usd.of("22.25"));
        assertThat(bought.available()).isEqualTo(Usd.of("20.25"));
        assertThat(bought.spentFiveSessions()).isEqualTo(Usd.of("77.75"));

        book.sellIntent("S", LayerId.BASE, Booking.VIX20, 1, "H.H")
                .fill("e2", 1, "S", Booking.VIX20, Side.SELL, 1, "2.40").fee("e2", Booking.VIX20, "0.75").closed("S");
        BudgetState sold = budget(book.ledger());
        assertThat(sold.cumHedge()).isEqualTo(Usd.ZERO);
        assertThat(sold.harvestReserve()).isEqualTo(Usd.of("161.50"));
        assertThat(HedgeCharges.of(book.ledger(), TODAY, NYSE).extendable()).containsEntry("H.H", Usd.of("80.75"));
        assertThat(sold.available()).as("gains never enlarge the budget").isEqualTo(Usd.of("98.00"));
    }

    @Test
    void netLossesSetLosersAgainstWinners() {
        Premium strict = premium(worked().ledger(), true);
        assertThat(strict.realised()).isEqualTo(Usd.ZERO);
        assertThat(strict.open()).isEqualTo(Usd.of("400"));
        assertThat(strict.closed()).extracting(Premium.Retained::kept).containsExactlyInAnyOrder(Usd.ZERO, Usd.of("90"),
                Usd.of("-280"));
    }

    @Test
    void realisedPremiumLeavesWithItsEpoch() {
        Ledger ledger = worked().ledger();
        List<Structure> open = RECOGNISER.recognise(ledger.openBookLots(), TODAY);
        LocalDate last = NYSE.plus(LocalDate.of(2026, 3, 2), 62);
        assertThat(Premium.of(ledger, open, RECOGNISER, last, NYSE, false).realised()).isEqualTo(Usd.of("90"));
        assertThat(Premium.of(ledger, open, RECOGNISER, NYSE.next(last), NYSE, false).realised()).isEqualTo(Usd.ZERO);
    }

    @Test
    void MP10_withoutOpenPremiumNothingMayBeSpent() {
        HedgeCharges none = HedgeCharges.of(Ledger.EMPTY, TODAY, NYSE);
        assertThat(Budget.of(F, null, Usd.ZERO, Usd.of("500"), none).available()).isEqualTo(Usd.ZERO);
        BudgetState missing = Budget.of(F, null, null, none);
        assertThat(missing.available()).isEqualTo(Usd.ZERO);
        assertThat(missing.capTotal()).isEqualTo(Usd.ZERO);
    }

    @Test
    void anAbsoluteCeilingCapsBothTests() {
        HedgeCharges none = HedgeCharges.of(Ledger.EMPTY, TODAY, NYSE);
        BudgetState capped = Budget.of(F, Usd.of("50"), Usd.of("400"), Usd.of("90"), none);
        assertThat(capped.flowCap()).isEqualTo(Usd.of("50"));
        assertThat(capped.available()).isEqualTo(Usd.of("50"));
    }

    @Test
    void theOpenShareIsNeverAboveAQuarterAndOtherSharesAreRefused() {
        HedgeCharges none = HedgeCharges.of(Ledger.EMPTY, TODAY, NYSE);
        assertThat(Budget.of(new BigDecimal("0.25"), null, Usd.of("400"), Usd.ZERO, none).openShare())
                .isEqualByComparingTo("0.25");
        assertThat(Budget.of(new BigDecimal("0.15"), null, Usd.of("400"), Usd.ZERO, none).stockCap())
                .isEqualTo(Usd.of("80"));
        assertThatThrownBy(() -> Budget.of(new BigDecimal("0.26"), null, Usd.of("400"), Usd.ZERO, none))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0.26");
    }
}
