package alvh.simulator.script;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;

/** How a person writes an instrument on one line: root, date and, for options, right and strike without blanks. */
public final class Keys {

    public static final String FORMS = "AAPL, SPX, VX260415, VIX260415C26, XSP260529P562.5 or a quoted OCC symbol";
    private static final Pattern SHORT = Pattern
            .compile("([A-Z][A-Z.]{0,5}[0-9]{0,2})(\\d{6})([CP])(\\d{1,5}(?:\\.\\d{1,3})?)");
    private static final Pattern FUTURE = Pattern.compile("([A-Z]{2,4}\\d{0,2})(\\d{6})");

    private Keys() {}

    /** Empty when it is none of {@link #FORMS}. */
    public static Optional<InstrumentKey> read(String text) {
        try {
            Matcher option = SHORT.matcher(text);
            if (option.matches()) {
                long strikeMilli = new BigDecimal(option.group(4)).movePointRight(3).longValueExact();
                return Optional.of(InstrumentKey.option(option.group(1), date(option.group(2)),
                        Right.of(option.group(3).charAt(0)), strikeMilli));
            }
            Matcher future = FUTURE.matcher(text);
            if (future.matches()) {
                return Optional.of(InstrumentKey.future(future.group(1), date(future.group(2))));
            }
            return Optional.of(InstrumentKey.of(text));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException notAKey) {
            return Optional.empty();
        }
    }

    /** The way back: the short form of {@link #FORMS}. */
    public static String write(InstrumentKey key) {
        return switch (key.secType()) {
            case STOCK, INDEX -> key.text();
            case FUTURE -> key.root() + key.text().substring(6);
            case OPTION -> key.root() + key.text().substring(6, 13)
                    + BigDecimal.valueOf(key.strikeMilli(), 3).stripTrailingZeros().toPlainString();
        };
    }

    private static LocalDate date(String yymmdd) {
        int year = 2000 + Integer.parseInt(yymmdd, 0, 2, 10);
        return LocalDate.of(year, Integer.parseInt(yymmdd, 2, 4, 10), Integer.parseInt(yymmdd, 4, 6, 10));
    }
}
