package alvh.planner.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An exact amount of US dollars, counted in ten-thousandths of a dollar (the grain of commissions). Used for every
 * ledger amount; analytics stay in double and cross over only through {@link #ceil} and {@link #floor}.
 */
public record Usd(long e4) implements Comparable<Usd> {

    public static final Usd ZERO = new Usd(0);
    private static final long GRAIN = 10_000;

    public static Usd ofCents(long cents) {
        return new Usd(Math.multiplyExact(cents, GRAIN / 100));
    }

    public static Usd ofDollars(long dollars) {
        return new Usd(Math.multiplyExact(dollars, GRAIN));
    }

    /** Plain decimal text such as {@code 12.34}; at most four places, else ArithmeticException. */
    public static Usd of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    public static Usd of(BigDecimal dollars) {
        return new Usd(dollars.movePointRight(4).longValueExact());
    }

    /** The smallest amount not below an analytic value (costs are rounded up). Not finite: IllegalArgumentException. */
    public static Usd ceil(double dollars) {
        return new Usd(grains(dollars, RoundingMode.CEILING));
    }

    /** The greatest amount not above an analytic value (money we expect is rounded down). */
    public static Usd floor(double dollars) {
        return new Usd(grains(dollars, RoundingMode.FLOOR));
    }

    private static long grains(double dollars, RoundingMode mode) {
        if (!Double.isFinite(dollars)) {
            throw new IllegalArgumentException("not an amount of dollars: " + dollars);
        }
        // 1e-9 dollars of binary noise must not cost a ten-thousandth.
        return BigDecimal.valueOf(dollars).setScale(9, RoundingMode.HALF_EVEN).movePointRight(4).setScale(0, mode)
                .longValueExact();
    }

    public Usd plus(Usd other) {
        return new Usd(Math.addExact(e4, other.e4));
    }

    public Usd minus(Usd other) {
        return new Usd(Math.subtractExact(e4, other.e4));
    }

    public Usd negated() {
        return new Usd(Math.negateExact(e4));
    }

    public Usd times(long factor) {
        return new Usd(Math.multiplyExact(e4, factor));
    }

    /** The part {@code numerator/denominator} of this amount, rounded down (towards minus infinity). */
    public Usd part(long numerator, long denominator) {
        return new Usd(Math.floorDiv(Math.multiplyExact(e4, numerator), denominator));
    }

    /** A decimal share of this amount (0.20 of the premium), rounded down. */
    public Usd share(BigDecimal fraction) {
        return new Usd(fraction.multiply(BigDecimal.valueOf(e4)).setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    public Usd min(Usd other) {
        return e4 <= other.e4 ? this : other;
    }

    public Usd max(Usd other) {
        return e4 >= other.e4 ? this : other;
    }

    public boolean isPositive() { return e4 > 0; }

    public boolean isNegative() { return e4 < 0; }

    public boolean isZero() { return e4 == 0; }

    /** For analytics and charts only; never back into the ledger. */
    public double toDouble() {
        return e4 / (double) GRAIN;
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(e4, 4);
    }

    /** For people: {@code $1,234.50}, {@code -$3.10}; half a cent rounds to even. */
    public String text() {
        BigDecimal cents = toDecimal().abs().setScale(2, RoundingMode.HALF_EVEN);
        return (e4 < 0 && cents.signum() != 0 ? "-$" : "$") + String.format(Locale.ROOT, "%,.2f", cents);
    }

    @Override
    public int compareTo(Usd other) {
        return Long.compare(e4, other.e4);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
