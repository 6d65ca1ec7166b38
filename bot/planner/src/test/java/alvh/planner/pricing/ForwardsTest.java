package alvh.planner.pricing;

import alvh.planner.market.Right;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ForwardsTest {

    private static final double YEARS = 40 / 365.0;
    private static final double RATE = 0.043;

    /** Quotes two cents wide round the model's prices. */
    static OptionQuotes chain(double forward, double vol, double[] strikes) {
        double[][] sides = new double[4][strikes.length];
        for (int i = 0; i < strikes.length; i++) {
            double call = Black76.price(forward, strikes[i], YEARS, vol, RATE, Right.CALL);
            double put = Black76.price(forward, strikes[i], YEARS, vol, RATE, Right.PUT);
            sides[0][i] = call - 0.01;
            sides[1][i] = call + 0.01;
            sides[2][i] = put - 0.01;
            sides[3][i] = put + 0.01;
        }
        return new OptionQuotes(strikes, sides[0], sides[1], sides[2], sides[3]);
    }

    @Test
    void tightFutureComesFirst() {
        OptionQuotes quotes = chain(18.4, 0.9, new double[]{15, 16, 17, 18, 19, 20, 21});
        assertThat(Forwards.vix(YEARS, 18.20, 18.30, quotes, RATE, null))
                .isEqualTo(new Forward.Known(18.25, ForwardSource.VX));
    }

    @Test
    void wideFutureGivesWayToParity() {
        OptionQuotes quotes = chain(18.4, 0.9, new double[]{15, 16, 17, 18, 19, 20, 21});
        assertThat(Forwards.vix(YEARS, 18.20, 18.35, quotes, RATE, null)).isInstanceOfSatisfying(Forward.Known.class,
                known -> {
                    assertThat(known.points()).isCloseTo(18.4, within(1e-9));
                    assertThat(known.source()).isEqualTo(ForwardSource.PARITY);
                });
    }

    /** One bad quote among the three nearest strikes must not move the forward. */
    @Test
    void medianIgnoresOneLie() {
        OptionQuotes quotes = chain(18.4, 0.9, new double[]{15, 16, 17, 18, 19, 20, 21});
        quotes.callBid()[3] += 0.5;
        quotes.callAsk()[3] += 0.5;
        assertThat(((Forward.Known) Forwards.parity(quotes, YEARS, RATE)).points()).isCloseTo(18.4, within(1e-9));
    }

    @Test
    void withoutPairsTheCurveIsRead() {
        VixCurve curve = new VixCurve(17, new double[]{20 / 365.0, 55 / 365.0}, new double[]{18, 19.75});
        assertThat(Forwards.vix(YEARS, Double.NaN, Double.NaN, null, RATE, curve))
                .isInstanceOfSatisfying(Forward.Known.class, known -> {
                    assertThat(known.points()).isCloseTo(19, within(1e-12));
                    assertThat(known.source()).isEqualTo(ForwardSource.INTERPOLATED);
                });
        assertThat(Forwards.vix(60 / 365.0, Double.NaN, Double.NaN, null, RATE, curve))
                .isInstanceOfSatisfying(Forward.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(Forward.Reason.NO_NEIGHBOURS));
    }

    @Test
    void fewerThanThreePairsAreNoForward() {
        OptionQuotes quotes = chain(18.4, 0.9, new double[]{17, 18, 19});
        quotes.putBid()[1] = 0;
        assertThat(Forwards.parity(quotes, YEARS, RATE)).isInstanceOfSatisfying(Forward.Unknown.class,
                unknown -> assertThat(unknown.reason()).isEqualTo(Forward.Reason.NO_PAIRS));
        assertThat(Forwards.parity(quotes, 0, RATE)).isInstanceOfSatisfying(Forward.Unknown.class,
                unknown -> assertThat(unknown.reason()).isEqualTo(Forward.Reason.EXPIRED));
    }

    @Test
    void quietFutureMovesWithItsNeighbours() {
        assertThat(Forwards.vxFromNeighbours(18, new double[]{0.4, 0.2})).isInstanceOfSatisfying(Forward.Known.class,
                known -> assertThat(known.points()).isCloseTo(18.3, within(1e-12)));
        assertThat(Forwards.vxFromNeighbours(18, new double[0])).isInstanceOf(Forward.Unknown.class);
        assertThat(Forwards.vxFromNeighbours(Double.NaN, new double[]{0.4})).isInstanceOf(Forward.Unknown.class);
    }

    @Test
    void midsNeedTwoCloseSides() {
        double nan = Double.NaN;
        OptionQuotes quotes = new OptionQuotes(new double[]{1, 2, 3, 4}, new double[]{0, 1, 1.2, nan},
                new double[]{1, 1.6, 1.1, nan}, new double[]{1, 1, 1, 1}, new double[]{1, 1.49, 1, 1.1});
        assertThat(quotes.mid(0, true)).isNaN();
        assertThat(quotes.mid(1, true)).isNaN();
        assertThat(quotes.mid(2, true)).isNaN();
        assertThat(quotes.mid(3, true)).isNaN();
        assertThat(quotes.mid(0, false)).isEqualTo(1);
        assertThat(quotes.mid(1, false)).isEqualTo(1.245);
    }
}
