package alvh.planner.scenario;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.pricing.Black76;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Positions on a later day (F15): expired legs are counted by hand, living ones by the formula written out. */
class FutureValueTest {

    private static final MarketState STATE = TestMarket.calm().state();
    private static final Revaluation MODEL = new Revaluation(STATE);

    private static FutureValue.Held held(String root, LocalDate date, Right right, int strike, double units) {
        InstrumentKey key = InstrumentKey.option(root, date, right, strike * 1000L);
        return new FutureValue.Held(((Prepared.Ready) MODEL.prepare(key)).line(), units);
    }

    /** Two short 190/180 put spreads on a share of beta 1.2 at 200: SPX -10 % makes it 176, both legs in the money. */
    @Test
    void onExpiryDayOptionsAreWorthTheirIntrinsicValue() {
        var book = new FutureValue(MODEL, List.of(held("AAPL", TestMarket.NAME_EXPIRY, Right.PUT, 190, -2),
                held("AAPL", TestMarket.NAME_EXPIRY, Right.PUT, 180, 2)));
        ShockedMarket down = ShockedMarket.closeOf(STATE, TestMarket.NAME_EXPIRY, -0.10, 40);
        assertThat(book.at(down)).isCloseTo(-2 * 100 * (14 - 4), within(1e-9));
        ShockedMarket flat = ShockedMarket.closeOf(STATE, TestMarket.NAME_EXPIRY, 0, 17);
        assertThat(book.at(flat)).isZero();
        assertThat(book.today()).isBetween(-2_000.0, -1.0);
    }

    /** A VIX call settles that morning at VRO, the index itself at 42: 17 points above its strike, three times 100. */
    @Test
    void vixCallsOfTheDayHaveSettled() {
        LocalDate day = TestMarket.VIX_DATES.get(1);
        var hedge = new FutureValue(MODEL, List.of(held("VIX", day, Right.CALL, 25, 3)));
        assertThat(hedge.at(ShockedMarket.closeOf(STATE, day, -0.08, 42)))
                .isCloseTo(300 * 17, within(1e-9));
        // long settled by a later day of the map: still the final price of that map
        assertThat(hedge.at(ShockedMarket.closeOf(STATE, day.plusDays(20), -0.08, 42))).isCloseTo(5_100, within(1e-9));
        assertThat(hedge.at(ShockedMarket.closeOf(STATE, day, 0.02, 15))).isZero();
    }

    /** A day before, the same call still has its 17.5 hours from that close to the opening auction. */
    @Test
    void whatIsNotSettledIsValuedByTheModel() {
        LocalDate day = TestMarket.VIX_DATES.get(1);
        FutureValue.Held call = held("VIX", day, Right.CALL, 25, 1);
        double left = 17.5 / 24 / 365;
        double forward = TestMarket.curve().forward(left) + 0.80 / (1 + 8 * left) * 25;
        double vvix = 95 + 2.5 * 20 + 5;
        double vol = STATE.surfaces().get(new ExpiryId("VIX", day)).smile().vol(Math.log(25 / forward))
                * Math.pow(vvix / 95, Math.min(1, Math.sqrt(30.0 / call.line().dte())));
        double expected = 100 * Black76.price(forward, 25, left, vol, TestMarket.RATE, Right.CALL);
        assertThat(new FutureValue(MODEL, List.of(call)).at(ShockedMarket.closeOf(STATE, day.minusDays(1), -0.08, 42)))
                .isCloseTo(expected, within(1e-6));
    }

    /** By hand: at 17 the elasticity is 11.5 - 3.0 x 2.5/3.5 = 9.357; 17 exp(0.9357) = 43.335. */
    @Test
    void vixIsMappedByTheTableOfItsStartLevel() {
        assertThat(VixResponse.mapped(17, -0.10)).isCloseTo(43.335, within(0.01));
        assertThat(VixResponse.mapped(17, 0)).isEqualTo(17);
        assertThat(VixResponse.mapped(17, -0.50)).isEqualTo(85);
    }
}
