package alvh.simulator.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.planner.market.InstrumentKey;

/** Lines that set or move prices. */
final class PriceVerbs {

    private static final String FORMS = "a move: -4%, +20 or =38.5";
    private static final Pattern MOVE = Pattern.compile("([+\\-=])(\\d+(?:\\.\\d+)?)(%?)");

    private static final int WHOLE = 100;
    private static final int MOST_SIZE = 1_000_000;
    private static final int MOST_SPREAD = 1_000;

    private PriceVerbs() {}

    /** {@code settle VIX 23.10} */
    static Line settle(Words words) throws BrokenLine {
        return new Line.Settle(words.next("an index"), words.above0("a settlement value", Words.HIGHEST_PRICE));
    }

    /**
     * {@code quote KEY 0.68 0.76 [size 20] [crossed]}; a side {@code -} is not quoted; {@code quote KEY auto} ends it. A
     * bid above the ask has to be meant.
     */
    static Line quote(Words words) throws BrokenLine {
        InstrumentKey key = words.key();
        if (words.take("auto")) {
            return new Line.AutoQuote(key);
        }
        Optional<BigDecimal> bid = side(words, "a bid, '-' or 'auto'");
        Optional<BigDecimal> ask = side(words, "an ask or '-'");
        OptionalInt size = words.take("size")
                ? OptionalInt.of(words.whole("a size", 0, MOST_SIZE))
                : OptionalInt.empty();
        boolean crossed = bid.isPresent() && ask.isPresent() && bid.get().compareTo(ask.get()) > 0;
        if (crossed && !words.take("crossed")) {
            throw words.broken(ask.get().toPlainString(),
                    "an ask not below the bid, or 'crossed' at the end of the line",
                    List.of());
        }
        return new Line.SetQuote(key, bid, ask, size);
    }

    private static Optional<BigDecimal> side(Words words, String what) throws BrokenLine {
        return words.take("-") ? Optional.empty() : Optional.of(words.price(what));
    }

    /** {@code jump SPX -4% VIX +20 VVIX =140} */
    static Line jump(Words words) throws BrokenLine {
        Map<String, Line.Move> moves = new LinkedHashMap<>();
        do {
            String symbol = words.next("an index or stock");
            if (moves.put(symbol, move(words)) != null) {
                throw words.broken(symbol, "each symbol once", List.of());
            }
        } while (words.more());
        return new Line.Jump(Collections.unmodifiableMap(moves));
    }

    private static Line.Move move(Words words) throws BrokenLine {
        String got = words.next(FORMS);
        Matcher matcher = MOVE.matcher(got);
        boolean level = got.startsWith("=");
        if (!matcher.matches() || level && got.endsWith("%")) {
            throw words.broken(got, FORMS, List.of());
        }
        double size = Double.parseDouble(matcher.group(2));
        boolean nothingLeft = level && size == 0 || got.startsWith("-") && got.endsWith("%") && size >= WHOLE;
        if (nothingLeft || size > Words.HIGHEST_PRICE) {
            throw words.broken(got,
                    "a move that leaves a level above 0: above -100%, or a level such as =38.5; at most "
                            + Words.HIGHEST_PRICE,
                    List.of());
        }
        double signed = got.startsWith("-") ? -size : size;
        if (level) {
            return new Line.Move(Line.Unit.LEVEL, size);
        }
        return got.endsWith("%")
                ? new Line.Move(Line.Unit.PERCENT, signed)
                : new Line.Move(Line.Unit.POINTS, signed);
    }

    /** {@code quiet all} or {@code quiet KEY KEY}; all is the empty list. */
    static List<InstrumentKey> keys(Words words) throws BrokenLine {
        if (words.take("all")) {
            return List.of();
        }
        List<InstrumentKey> keys = new ArrayList<>();
        do {
            keys.add(words.key());
        } while (words.more());
        return List.copyOf(keys);
    }

    /** {@code spread VIX 3} or {@code spread all 3}: times the normal one. */
    static Line spread(Words words) throws BrokenLine {
        String tradingClass = words.take("all") ? "" : words.next("a trading class or 'all'");
        return new Line.Spread(tradingClass, words.above0("a factor", MOST_SPREAD).doubleValue());
    }
}
