package alvh.wire;

import java.math.BigInteger;

/**
 * The double nearest to {@code digits * 10^exponent}, as {@link Double#parseDouble} rounds it, without an object: one
 * division or multiplication where both numbers are exact doubles, else a 128-bit product (D. Lemire, "Number parsing at a
 * gigabyte per second", 2021). What that cannot decide is NaN, and for the JDK.
 */
final class DecimalToDouble {

    private static final int LARGEST = 64;
    private static final long EXACT = 1L << 53;
    private static final double[] TENS = tens();
    private static final long[] HIGH = new long[2 * LARGEST + 1];
    private static final long[] LOW = new long[2 * LARGEST + 1];

    static {
        for (int exponent = -LARGEST; exponent <= LARGEST; exponent++) {
            BigInteger power = power(exponent);
            HIGH[exponent + LARGEST] = power.shiftRight(Long.SIZE).longValue();
            LOW[exponent + LARGEST] = power.longValue();
        }
    }

    private DecimalToDouble() {}

    /** @param digits without sign, all 64 bits used */
    static double of(long digits, int exponent) {
        if (digits >= 0 && digits <= EXACT && exponent > -TENS.length && exponent < TENS.length) {
            return exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
        }
        return digits == 0 || exponent < -LARGEST || exponent > LARGEST ? Double.NaN : product(digits, exponent);
    }

    private static double product(long digits, int exponent) {
        int shift = Long.numberOfLeadingZeros(digits);
        long factor = digits << shift;
        long power = HIGH[exponent + LARGEST];
        long high = Math.unsignedMultiplyHigh(factor, power);
        long low = factor * power;
        if ((high & 0x1ff) == 0x1ff) { // the digits cut off the power may matter
            long more = Math.unsignedMultiplyHigh(factor, LOW[exponent + LARGEST]);
            low += more;
            if (Long.compareUnsigned(low, more) < 0) {
                high++;
            }
        }
        boolean undecided = low == -1 && (exponent < -27 || exponent > 55);
        int top = (int) (high >>> 63);
        long mantissa = high >>> (top + 9);
        int binary = ((217_706 * exponent) >> 16) + 63 + top - shift + 1023;
        if (undecided || binary <= 0 || binary >= 2046) {
            return Double.NaN;
        }
        boolean halfway = low >= 0 && low <= 1 && exponent >= -4 && exponent <= 23 && (mantissa & 3) == 1
                && mantissa << (top + 9) == high;
        mantissa = (halfway ? mantissa & ~1 : mantissa + (mantissa & 1)) >>> 1;
        // a mantissa that rounds up to 2^53 carries into the exponent, as it should
        return Double.longBitsToDouble(((long) binary << 52) + (mantissa - (1L << 52)));
    }

    /** The leading 128 bits of a power of five: cut off, but rounded up for the reciprocals that 64 bits can hold. */
    private static BigInteger power(int exponent) {
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(exponent));
        int bits = five.bitLength();
        if (exponent >= 0) {
            return bits <= 2 * Long.SIZE ? five.shiftLeft(2 * Long.SIZE - bits) : five.shiftRight(bits - 2 * Long.SIZE);
        }
        int shift = exponent >= -27 ? bits + 127 : 2 * bits + 2 * Long.SIZE;
        BigInteger reciprocal = BigInteger.ONE.shiftLeft(shift).divide(five).add(BigInteger.ONE);
        return reciprocal.shiftRight(reciprocal.bitLength() - 2 * Long.SIZE);
    }

    private static double[] tens() {
        double[] tens = new double[23];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1] * 10; // exact up to 10^22
        }
        return tens;
    }
}
