package alvh.simulator.script;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import alvh.planner.market.InstrumentKey;

/** Lines that describe the world before it starts. */
final class SetupVerbs {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Z]{1,8}[0-9]{1,12}");

    private SetupVerbs() {}

    /** {@code start 2026-03-10 10:15} */
    static Line start(Words words) throws BrokenLine {
        String shown = words.peek();
        if (Moments.read(words) instanceof Moment.DateTime at) {
            return new Line.Start(at.at());
        }
        throw words.broken(shown, "a date and a time: 2026-03-10 10:15", List.of());
    }

    /** {@code account DUSIM0001 cash 150000} */
    static Line account(Words words) throws BrokenLine {
        String id = words.next("an account id");
        if (!ACCOUNT.matcher(id).matches()) {
            throw words.broken(id, "an account id such as DUSIM0001", List.of());
        }
        words.require("cash");
        return new Line.Account(id, words.number("cash in USD"));
    }

    /** {@code level VIX 17.92} */
    static Line level(Words words) throws BrokenLine {
        String symbol = words.next("an index or stock");
        BigDecimal points = words.number("its level");
        if (points.signum() <= 0) {
            throw words.broken(points.toPlainString(), "a level above 0", List.of());
        }
        return new Line.Level(symbol, points.doubleValue());
    }

    /** {@code position AAPL260417P205 -3 at 4.10} */
    static Line position(Words words) throws BrokenLine {
        InstrumentKey key = words.key();
        int quantity = words.whole("a signed quantity", Integer.MIN_VALUE);
        if (quantity == 0) {
            throw words.broken("0", "a quantity other than 0", List.of());
        }
        words.require("at");
        return new Line.Position(key, quantity, words.number("the price paid or received"));
    }
}
