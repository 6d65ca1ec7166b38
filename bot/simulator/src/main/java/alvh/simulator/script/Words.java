package alvh.simulator.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.planner.market.InstrumentKey;

/** The words of one line, read from left to right; every refusal names file, line, what came and what may come. */
final class Words {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    static final int MOST_UNITS = 100_000;
    static final int HIGHEST_PRICE = 1_000_000;
    private static final int PRICE_PLACES = 4;
    private static final int MOST_DIGITS = 18;
    private final String file;
    private final int line;
    private final List<String> words;
    private int at;

    private Words(String file, int line, List<String> words) {
        this.file = file;
        this.line = line;
        this.words = words;
    }

    /** A {@code #} outside quotes begins a comment. */
    static Words of(String file, int line, String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (matcher.group(2) != null && matcher.group(2).startsWith("#")) {
                break;
            }
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return new Words(file, line, words);
    }

    boolean more() {
        return at < words.size();
    }

    String peek() {
        return more() ? words.get(at) : "";
    }

    String next(String expected) throws BrokenLine {
        if (!more()) {
            throw broken("the end of the line", expected, List.of());
        }
        return words.get(at++);
    }

    /** Takes the word if it is next. */
    boolean take(String word) {
        boolean there = more() && words.get(at).equals(word);
        at += there ? 1 : 0;
        return there;
    }

    void require(String word) throws BrokenLine {
        String got = next("'" + word + "'");
        if (!got.equals(word)) {
            throw broken(got, "'" + word + "'", List.of(word));
        }
    }

    <T> T oneOf(Map<String, T> choices) throws BrokenLine {
        String expected = "one of " + String.join(", ", choices.keySet());
        String got = next(expected);
        T choice = choices.get(got);
        if (choice == null) {
            throw broken(got, expected, choices.keySet());
        }
        return choice;
    }

    boolean onOff() throws BrokenLine {
        return oneOf(Choices.ON_OFF);
    }

    BigDecimal number(String what) throws BrokenLine {
        String got = next(what);
        try {
            BigDecimal number = new BigDecimal(got);
            boolean writable = number.precision() - (long) number.scale() <= MOST_DIGITS
                    && number.scale() <= MOST_DIGITS;
            if (writable) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the one refusal below
        }
        throw broken(got, what + ", a number such as 17.35", List.of());
    }

    /** A number above 0 and not above {@code most}. */
    BigDecimal above0(String what, int most) throws BrokenLine {
        String got = peek();
        BigDecimal number = number(what);
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw broken(got, what + " above 0, at most " + most, List.of());
        }
        return number;
    }

    /** A price that is 0 or more, exact to four places. */
    BigDecimal price(String what) throws BrokenLine {
        String got = peek();
        BigDecimal price = number(what);
        boolean priced = price.signum() >= 0 && price.compareTo(BigDecimal.valueOf(HIGHEST_PRICE)) <= 0
                && price.stripTrailingZeros().scale() <= PRICE_PLACES;
        if (!priced) {
            throw broken(got, what + " from 0 to " + HIGHEST_PRICE + ", with at most four places", List.of());
        }
        return price;
    }

    /** A number of contracts or shares, negative for sold ones. */
    int quantity() throws BrokenLine {
        String got = peek();
        int quantity = whole("a signed quantity", -MOST_UNITS, MOST_UNITS);
        if (quantity == 0) {
            throw broken(got, "a quantity other than 0", List.of());
        }
        return quantity;
    }

    /** @param least smallest allowed value */
    int whole(String what, int least) throws BrokenLine {
        return whole(what, least, Integer.MAX_VALUE);
    }

    /** A whole number from {@code least} to {@code most}. */
    int whole(String what, int least, int most) throws BrokenLine {
        String got = next(what);
        try {
            int value = Integer.parseInt(got.startsWith("+") ? got.substring(1) : got);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the one refusal below
        }
        String above = least == Integer.MIN_VALUE ? "" : " not below " + least;
        String below = most == Integer.MAX_VALUE ? "" : (above.isEmpty() ? " not above " : " nor above ") + most;
        throw broken(got, what + ", a whole number" + above + below, List.of());
    }

    InstrumentKey key() throws BrokenLine {
        String got = next("an instrument");
        Optional<InstrumentKey> key = Keys.read(got);
        return key.orElseThrow(() -> broken(got, "an instrument: " + Keys.FORMS, List.of()));
    }

    List<String> rest() {
        List<String> rest = List.copyOf(words.subList(at, words.size()));
        at = words.size();
        return rest;
    }

    String restText(String what) throws BrokenLine {
        if (!more()) {
            throw broken("the end of the line", what, List.of());
        }
        return String.join(" ", rest());
    }

    void end() throws BrokenLine {
        if (more()) {
            throw broken(peek(), "the end of the line", List.of());
        }
    }

    BrokenLine broken(String got, String expected, Collection<String> known) {
        String shown = got.startsWith("the end") ? got : "'" + got + "'";
        return new BrokenLine(new Problem(file, line, shown, expected, Nearest.to(got, known)));
    }
}
