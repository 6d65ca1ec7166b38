package alvh.planner.pricing;

import java.math.BigDecimal;
import java.math.MathContext;

/** Black's normalised price with many digits, from series alone: the oracle of oracles, slow and simple. */
final class HighPrecision {

    private static final MathContext MC = new MathContext(130);
    private static final BigDecimal TWO = new BigDecimal(2);

    private HighPrecision() {}

    /** e^{x/2} N(x/s + s/2) - e^{-x/2} N(x/s - s/2). */
    static BigDecimal normalised(BigDecimal x, BigDecimal s) {
        BigDecimal h = x.divide(s, MC);
        BigDecimal t = s.divide(TWO, MC);
        BigDecimal half = x.divide(TWO, MC);
        return exp(half).multiply(normal(h.add(t)), MC).subtract(exp(half.negate()).multiply(normal(h.subtract(t)), MC),
                MC);
    }

    /** N(z) = 1/2 + n(z) (z + z^3/3 + z^5/(3 5) + ...); the digits carry the cancellation for negative z. */
    private static BigDecimal normal(BigDecimal z) {
        BigDecimal square = z.multiply(z, MC);
        BigDecimal term = z;
        BigDecimal sum = z;
        for (int n = 3; term.signum() != 0 && term.precision() - term.scale() > -140; n += 2) {
            term = term.multiply(square, MC).divide(BigDecimal.valueOf(n), MC);
            sum = sum.add(term, MC);
        }
        BigDecimal density = exp(square.divide(TWO, MC).negate()).divide(SQRT_2PI, MC);
        return new BigDecimal("0.5").add(density.multiply(sum, MC), MC);
    }

    static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal reduced = x;
        while (reduced.abs().compareTo(new BigDecimal("0.001")) > 0) {
            reduced = reduced.divide(TWO, MC);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; term.signum() != 0 && term.precision() - term.scale() > -140; n++) {
            term = term.multiply(reduced, MC).divide(BigDecimal.valueOf(n), MC);
            sum = sum.add(term, MC);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, MC);
        }
        return sum;
    }

    /** Machin: pi = 16 atan(1/5) - 4 atan(1/239). */
    private static BigDecimal pi() {
        return atanOfInverse(5).multiply(BigDecimal.valueOf(16), MC)
                .subtract(atanOfInverse(239).multiply(BigDecimal.valueOf(4), MC), MC);
    }

    private static BigDecimal atanOfInverse(int n) {
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), MC);
        BigDecimal square = power.multiply(power, MC);
        BigDecimal sum = power;
        for (int k = 1; power.precision() - power.scale() > -140; k++) {
            power = power.multiply(square, MC).negate();
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * k + 1), MC), MC);
        }
        return sum;
    }

    private static final BigDecimal SQRT_2PI = pi().multiply(TWO, MC).sqrt(MC);
}
