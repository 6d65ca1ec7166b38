package alvh.planner.decide;

import java.time.LocalDate;

import alvh.planner.ledger.CashTotals;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.money.Usd;
import alvh.planner.plan.Past;
import alvh.planner.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A day in figures; expected dollars are added up by hand from the quotes of each test. */
class ClosingTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 17);
    private static final InstrumentKey KO68 = InstrumentKey.option("KO", APRIL, Right.PUT, 68_000);
    private static final InstrumentKey KO65 = InstrumentKey.option("KO", APRIL, Right.PUT, 65_000);
    private static final LocalDate VIX_APRIL = LocalDate.of(2026, 4, 15);
    private static final InstrumentKey CALL = InstrumentKey.option("VIX", VIX_APRIL, Right.CALL, 26_000);
    private final World world = World.small();

    @BeforeEach
    void quotes() {
        quote(KO68, 0.70, 0.80);
        quote(KO65, 0.20, 0.30);
        quote(CALL, 2.00, 2.20);
    }

    private void quote(InstrumentKey key, double bid, double ask) {
        world.market.overridden.put(key, new Quote(bid, ask, 50, 50, world.market.asOf(), Quality.LIVE));
    }

    private Closing close(LocalDate since, CashTotals before) {
        return Closing.of(world.input(), since, before);
    }

    @Test
    void S24_aCloseIsRememberedByItsMarks() {
        world.boughtCall(LayerId.BASE, VIX_APRIL, 26, 2, "1.50", 0);
        Past.DayEntry day = close(null, null).entry();
        assertThat(day.date()).isEqualTo(World.TUESDAY);
        assertThat(day.hedgeValue()).as("2 x 100 x 2.10").isEqualTo(Usd.of("420.00"));
        assertThat(day.bookValue()).as("100 x (0.75 - 0.25) to pay").isEqualTo(Usd.of("50.00"));
        assertThat(day.hedgeFlow()).as("2 x 100 x 1.50 and a commission of 1.00").isEqualTo(Usd.of("301.00"));
        assertThat(day.bookFlow()).as("the spread was there before").isEqualTo(Usd.ZERO);
        assertThat(day.netLiquidation()).isEqualTo(Usd.ofDollars(182_450));
        assertThat(day.spx()).isEqualTo(world.market.snapshot().level("SPX").last());
        assertThat(day.bookDelta()).as("short puts move with the market").isPositive();
    }

    @Test
    void oneUnknownMarkAndThereIsNoEntryButItsReason() {
        quote(KO65, 0.40, 0.30);
        Closing close = close(null, null);
        assertThat(close.entry()).isNull();
        assertThat(close.missing()).isEqualTo(KO65 + " has no mark: Q_CROSSED");
        world.market.levelOverride.put("SPX", alvh.planner.market.IndexLevel.NONE);
        assertThat(close(null, null).missing()).endsWith("; SPX has no level");
    }

    @Test
    void aBidOfZeroUnderALiveOfferIsAMark() {
        quote(KO65, Double.NaN, 0.10);
        assertThat(close(null, null).entry().bookValue()).as("100 x (0.75 - 0.05)").isEqualTo(Usd.of("70.00"));
    }

    @Test
    void theFlowOfADayWithoutEntryGoesIntoTheNext() {
        Closing first = close(null, null);
        world.boughtCall(LayerId.BASE, VIX_APRIL, 26, 2, "1.50", 0);
        quote(CALL, 3.00, 2.20);
        Closing blind = close(first.totals().since(), first.totals());
        assertThat(blind.entry()).isNull();
        quote(CALL, 2.00, 2.20);
        assertThat(close(first.totals().since(), first.totals()).entry().hedgeFlow()).isEqualTo(Usd.of("301.00"));
        assertThat(close(first.totals().since(), blind.totals()).entry().hedgeFlow()).isEqualTo(Usd.ZERO);
    }

    @Test
    void saleProceedsAreFlowsBack() {
        String lot = world.boughtCall(LayerId.BASE, VIX_APRIL, 26, 3, "1.50", 5);
        Closing before = close(World.TUESDAY.minusDays(9), null);
        world.soldRung(lot, CALL, LayerId.BASE, 1, "5.00", 0);
        Closing after = close(before.totals().since(), before.totals());
        assertThat(before.entry().hedgeFlow()).as("3 x 150 + 1").isEqualTo(Usd.of("451.00"));
        assertThat(after.entry().hedgeFlow()).as("500 less a commission of 4").isEqualTo(Usd.of("-496.00"));
        assertThat(after.entry().hedgeValue()).isEqualTo(Usd.of("420.00"));
    }
}
