package alvh.planner.market;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who an instrument is, everywhere above the broker's door. Option: the 21 characters of its OCC symbol, root = trading
 * class, date = settlement date ({@code VIX   261118C00020000}). Future: root padded to six and the settlement date
 * ({@code VX    261118}). Stock and index: the symbol. Ordered by text, so maps of keys have one order.
 */
public record InstrumentKey(String text) implements Comparable<InstrumentKey> {

    /** Symbols that are indices, not stocks. */
    public static final Set<String> INDICES = Set.of("SPX", "XSP", "VIX", "VIX9D", "VIX3M", "VIX6M", "VVIX", "VRO",
            "AD-NYSE");
    private static final Pattern OPTION = Pattern.compile("[A-Z0-9. ]{6}\\d{6}[CP]\\d{8}");
    private static final Pattern FUTURE = Pattern.compile("[A-Z0-9 ]{6}\\d{6}");
    private static final Pattern VX_WEEKLY = Pattern.compile("VX\\d\\d");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.\\-]{1,12}");
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    public InstrumentKey {
        boolean known = OPTION.matcher(text).matches() || FUTURE.matcher(text).matches()
                || SYMBOL.matcher(text).matches();
        if (!known) {
            throw new IllegalArgumentException("not an instrument key: '" + text
                    + "'; expected an OCC option symbol, a future's root and date, or a symbol");
        }
    }

    public static InstrumentKey of(String text) {
        return new InstrumentKey(text);
    }

    /** @param strikeMilli strike in thousandths, as in the OCC symbol */
    public static InstrumentKey option(String tradingClass, LocalDate settlement, Right right, long strikeMilli) {
        return new InstrumentKey(String.format(Locale.ROOT, "%-6s%s%c%08d", tradingClass, YYMMDD.format(settlement),
                right.letter(), strikeMilli));
    }

    public static InstrumentKey future(String root, LocalDate settlement) {
        return new InstrumentKey(String.format(Locale.ROOT, "%-6s%s", root, YYMMDD.format(settlement)));
    }

    public SecType secType() {
        return switch (text.length()) {
            case 21 -> SecType.OPTION;
            case 12 -> FUTURE.matcher(text).matches() ? SecType.FUTURE : SecType.STOCK;
            default -> INDICES.contains(text) ? SecType.INDEX : SecType.STOCK;
        };
    }

    public boolean isOption() { return text.length() == 21; }

    /** Trading class of an option, root of a future, else the symbol. */
    public String root() {
        return switch (secType()) {
            case OPTION, FUTURE -> text.substring(0, 6).trim();
            case STOCK, INDEX -> text;
        };
    }

    /** The symbol whose price drives this instrument: VIX for VIX and VIXW options and VX futures, SPX for SPXW. */
    public String underlying() {
        return switch (root()) {
            case "VIXW", "VX", "VXM" -> "VIX";
            case "SPXW" -> "SPX";
            default -> VX_WEEKLY.matcher(root()).matches() ? "VIX" : root();
        };
    }

    /** Settlement date of an option or future. */
    public LocalDate settlementDate() {
        if (text.length() < 12) {
            throw new IllegalStateException(text + " has no settlement date");
        }
        // Asked some ten thousand times a plan: the formatter took a twentieth of it.
        return LocalDate.of(2000 + twoDigits(6), twoDigits(8), twoDigits(10));
    }

    private int twoDigits(int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }

    public Right right() {
        requireOption();
        return Right.of(text.charAt(12));
    }

    public long strikeMilli() {
        requireOption();
        return Long.parseLong(text, 13, 21, 10);
    }

    /** Strike in points, for analytics. */
    public double strike() {
        return strikeMilli() / 1000.0;
    }

    private void requireOption() {
        if (!isOption()) {
            throw new IllegalStateException(text + " is not an option");
        }
    }

    @Override
    public int compareTo(InstrumentKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
