package alvh.planner.pricing;

import alvh.planner.market.Right;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ParityTest {

    private static final double YEARS = 60 / 365.0;
    private static final double RATE = 0.045;

    @Test
    void fairPricesHaveNoEdge() {
        double call = BlackScholes.price(100, 105, YEARS, 0.3, RATE, 0, Right.CALL);
        double put = BlackScholes.price(100, 105, YEARS, 0.3, RATE, 0, Right.PUT);
        assertThat(Parity.conversionEdge(call, put, 100, 0, 105, YEARS, RATE, 0)).isCloseTo(0, within(1e-12));
        assertThat(Parity.reversalEdge(call, put, 100, 0, 105, YEARS, RATE, 0, 0)).isCloseTo(0, within(1e-12));
        assertThat(Parity.americanViolation(call, put, 100, 0, 105, YEARS, RATE)).isCloseTo(0, within(1e-12));
    }

    /** By hand: 6.20 - 5.00 - 100 + 0.30 + 99 - 0.05 at no rate. A rich call makes a conversion, not a reversal. */
    @Test
    void edgesHaveTheRightSign() {
        assertThat(Parity.conversionEdge(6.20, 5.00, 100, 0.30, 99, YEARS, 0, 0.05)).isCloseTo(0.45, within(1e-12));
        assertThat(Parity.reversalEdge(6.20, 5.00, 100, 0.30, 99, YEARS, 0, 0, 0.05)).isCloseTo(-0.55, within(1e-12));
        assertThat(Parity.reversalEdge(5.00, 5.00, 100, 0, 99, 0.5, 0, 0.02, 0)).isCloseTo(0, within(1e-12));
        assertThat(Parity.isSignal(0.45)).isTrue();
        assertThat(Parity.isSignal(0.09)).isFalse();
    }

    @Test
    void vixParityIsAgainstTheFuture() {
        double call = Black76.price(21.5, 20, YEARS, 0.9, RATE, Right.CALL);
        double put = Black76.price(21.5, 20, YEARS, 0.9, RATE, Right.PUT);
        assertThat(Parity.vixConversionEdge(call, put, 21.5, 20, YEARS, RATE)).isCloseTo(0, within(1e-12));
        assertThat(Parity.vixReversalEdge(call, put, 21.5, 20, YEARS, RATE)).isCloseTo(0, within(1e-12));
        assertThat(Parity.vixConversionEdge(call + 0.2, put, 21.5, 20, YEARS, RATE)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void boxesTellTheRate() {
        double[] strikes = {5000, 5200, 5600, 6000, 6400, 6800, 7000};
        double[][] sides = new double[4][strikes.length];
        for (int i = 0; i < strikes.length; i++) {
            double call = Black76.price(6030, strikes[i], YEARS, 0.2, RATE, Right.CALL);
            double put = Black76.price(6030, strikes[i], YEARS, 0.2, RATE, Right.PUT);
            sides[0][i] = call * 0.99;
            sides[1][i] = call * 1.01;
            sides[2][i] = put * 0.99;
            sides[3][i] = put * 1.01;
        }
        OptionQuotes quotes = new OptionQuotes(strikes, sides[0], sides[1], sides[2], sides[3]);
        assertThat(Parity.boxRate(quotes, YEARS)).isCloseTo(RATE, within(1e-9));
        quotes.putBid()[1] = 0;
        quotes.putBid()[2] = 0;
        assertThat(Parity.boxRate(quotes, YEARS)).isNaN();
    }

    @Test
    void americanBoundsAreViolatedOnEitherSide() {
        assertThat(Parity.americanViolation(3, 4, 100, 0, 100, YEARS, 0)).isCloseTo(1, within(1e-12));
        assertThat(Parity.americanViolation(6, 4, 100, 0, 100, YEARS, 0)).isCloseTo(2, within(1e-12));
        assertThat(Parity.americanViolation(3.5, 4, 100, 1, 100, YEARS, 0)).isZero();
    }
}
