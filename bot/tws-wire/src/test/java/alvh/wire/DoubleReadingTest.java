package alvh.wire;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Doubles read in place are those of the JDK, to the last bit, whatever the text looks like. More texts of each kind than the
 * suite has time for: {@code -Dwire.doubles=2000000}.
 */
class DoubleReadingTest {

    private static final int TEXTS = Integer.getInteger("wire.doubles", 40_000);
    private static final long SIGN_AND_FRACTION = 0x800f_ffff_ffff_ffffL;

    /** Where texts come from. */
    enum Kind {
        PRICES(r -> String.format(Locale.ROOT, "%." + r.nextInt(1, 7) + "f", r.nextDouble(-10, 6_000))), SHORTEST(
                r -> Double.toString(r.nextDouble(-1, 1) * StrictMath.pow(10, r.nextInt(-12, 13)))), ANY_BITS(
                        r -> Double.toString(Double.longBitsToDouble(r.nextLong()))), NEAR_ONE(
                                r -> new BigDecimal(nearOne(r)).toPlainString()), DIGITS(r -> sign(r)
                                        + digits(r, r.nextInt(1, 22)) + "." + digits(r, r.nextInt(0, 22))), EXPONENTS(
                                                r -> sign(r) + digits(r, r.nextInt(1, 21)) + "."
                                                        + digits(r, r.nextInt(0, 12)) + (r.nextBoolean()
                                                                ? "e"
                                                                : "E")
                                                        + (r.nextBoolean() ? "-" : r.nextBoolean() ? "+" : "")
                                                        + r.nextInt(0, 330)),
        /** The number half-way between two doubles, whole or cut after some digits. */
        HALF_WAY(r -> halfWay(r, r.nextDouble(0, 1) * StrictMath.pow(10, r.nextInt(-8, 20)))), HALF_WAY_EXACT(
                r -> Long.toUnsignedString((1L << 53) + r.nextLong(1L << 52) * 2 + 1)), HALF_WAY_SMALL(
                        r -> halfWay(r, r.nextLong(1L << 20) / (double) (1 << r.nextInt(1, 20))));

        private final Function<SplittableRandom, String> texts;

        Kind(Function<SplittableRandom, String> texts) {
            this.texts = texts;
        }

        private static double nearOne(SplittableRandom r) {
            return Double.longBitsToDouble(
                    r.nextLong() & SIGN_AND_FRACTION | Double.doubleToLongBits(1) + ((long) r.nextInt(-3, 4) << 52));
        }

        private static String sign(SplittableRandom r) {
            return r.nextInt(3) == 0 ? "-" : "";
        }

        private static String digits(SplittableRandom r, int count) {
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < count; i++) {
                digits.append((char) ('0' + r.nextInt(10)));
            }
            return digits.toString();
        }

        private static String halfWay(SplittableRandom r, double value) {
            BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.nextUp(value)))
                    .divide(BigDecimal.valueOf(2));
            String text = middle.toPlainString();
            return r.nextBoolean() || text.length() < 18 ? text : text.substring(0, r.nextInt(17, text.length() + 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void toTheLastBit(Kind kind) {
        SplittableRandom random = new SplittableRandom(6_2026);
        for (int i = 0; i < TEXTS; i++) {
            String text = kind.texts.apply(random);
            if (text.equals("NaN")) {
                continue;
            }
            byte[] around = WireText.bytes("7" + text + "9");
            long ours = Double.doubleToRawLongBits(WireNumbers.readDouble(around, 1, around.length - 1));
            if (ours != Double.doubleToRawLongBits(Double.parseDouble(text))) {
                assertThat(Double.longBitsToDouble(ours)).as(text).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void decimalsAreThoseOfTheJdkWithTheSameScale(Kind kind) {
        SplittableRandom random = new SplittableRandom(7_2026);
        for (int i = 0; i < TEXTS / 10; i++) {
            String text = kind.texts.apply(random);
            if (text.equals("NaN") || text.endsWith(".") || text.length() > 300 || Sentinels.unsetDecimal(text)) {
                continue;
            }
            byte[] bytes = WireText.bytes(text);
            BigDecimal ours = WireNumbers.readDecimal(bytes, 0, bytes.length);
            if (!ours.equals(new BigDecimal(text))) {
                assertThat(ours).as(text).isEqualTo(new BigDecimal(text));
            }
        }
    }
}
