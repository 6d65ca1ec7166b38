package alvh.planner.money;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A price per share or index point, counted in ten-thousandths; a combo's net price may be negative (a credit). A price
 * becomes money only through a multiplier: {@link #cost}.
 */
public record Price(long e4) implements Comparable<Price> {

    public static Price of(String decimal) {
        return new Price(new BigDecimal(decimal).movePointRight(4).longValueExact());
    }

    /** From a quoted price; quotes are exact to four places. Not finite: IllegalArgumentException. */
    public static Price of(double quoted) {
        if (!Double.isFinite(quoted)) {
            throw new IllegalArgumentException("not a price: " + quoted);
        }
        return new Price(Math.round(quoted * 10_000));
    }

    /** The money for {@code contracts} contracts of the given multiplier at this price. */
    public Usd cost(int multiplier, long contracts) {
        return new Usd(Math.multiplyExact(Math.multiplyExact(e4, multiplier), contracts));
    }

    public Price plus(Price other) {
        return new Price(Math.addExact(e4, other.e4));
    }

    public Price minus(Price other) {
        return new Price(Math.subtractExact(e4, other.e4));
    }

    public double toDouble() {
        return e4 / 10_000.0;
    }

    public String text() {
        return String.format(Locale.ROOT, "%.2f", toDouble());
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(e4, other.e4);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(e4, 4).toPlainString();
    }
}
