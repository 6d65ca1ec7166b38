package alvh.simulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import alvh.planner.market.InstrumentKey;

/** Lines about orders and fills; an order is named by its layer or its instrument. */
final class OrderVerbs {

    private OrderVerbs() {}

    static Target target(Words words) throws BrokenLine {
        String expected = "base, acceleration, contingency, any, or an instrument: " + Keys.FORMS;
        String got = words.next(expected);
        if (got.equals("any")) {
            return new Target.Any();
        }
        Layer layer = Choices.LAYERS.get(got);
        if (layer != null) {
            return new Target.OfLayer(layer);
        }
        Optional<InstrumentKey> key = Keys.read(got);
        List<String> known = new ArrayList<>(Choices.LAYERS.keySet());
        known.add("any");
        return new Target.OfKey(key.orElseThrow(() -> words.broken(got, expected, known)));
    }

    /** {@code fill base [2]}: at the order's limit, whole or in part. */
    static Line fill(Words words) throws BrokenLine {
        Target target = target(words);
        return new Line.Fill(target, words.more() ? OptionalInt.of(words.whole("contracts", 1)) : OptionalInt.empty());
    }

    /** {@code correct base 0.75}: the latest execution of it was at another price. */
    static Line correct(Words words) throws BrokenLine {
        return new Line.Correct(target(words), words.number("the corrected price"));
    }

    /** {@code refuse base [times 2] 201 TEXT}, {@code refuse off} */
    static Line refuse(Words words) throws BrokenLine {
        if (words.take("off")) {
            return new Line.RefuseOff();
        }
        Target target = target(words);
        OptionalInt times = words.take("times")
                ? OptionalInt.of(words.whole("how many orders", 1))
                : OptionalInt.empty();
        return new Line.Refuse(target, times, words.whole("an error code", 1),
                words.restText("the text of the refusal"));
    }

    /** {@code warn base 399 TEXT}: the owner hears the code, the order lives on. */
    static Line warn(Words words) throws BrokenLine {
        return new Line.Warn(target(words), words.whole("a code", 1), words.restText("the text of the warning"));
    }

    /** {@code trade XSP260529P560 -1 at 4.10}: made elsewhere in this account. */
    static Line trade(Words words) throws BrokenLine {
        InstrumentKey key = words.key();
        int quantity = words.whole("a signed quantity", Integer.MIN_VALUE);
        if (quantity == 0) {
            throw words.broken("0", "a quantity other than 0", List.of());
        }
        words.require("at");
        return new Line.Trade(key, quantity, words.number("the price"));
    }

    /** {@code cancel any [REASON]}: the broker does it. */
    static Line cancel(Words words) throws BrokenLine {
        return new Line.CancelOrders(target(words), String.join(" ", words.rest()));
    }
}
