package alvh.simulator.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import alvh.planner.market.InstrumentKey;

/** Lines about orders and fills; an order is named by its layer or its instrument. */
final class OrderVerbs {

    private static final int MOST_ORDERS = 10_000;
    private static final int MOST_LEGS = 4;

    private OrderVerbs() {}

    /** {@code partial 2}, {@code partial off} */
    static Line partial(Words words) throws BrokenLine {
        return new Line.Partial(words.take("off")
                ? Line.Partial.UNLIMITED
                : words.whole("units or 'off'", 1, Words.MOST_UNITS));
    }

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
        return new Line.Fill(target,
                words.more() ? OptionalInt.of(words.whole("contracts", 1, Words.MOST_UNITS)) : OptionalInt.empty());
    }

    /** {@code correct base 0.75}: the latest execution of it was at another price. */
    static Line correct(Words words) throws BrokenLine {
        return new Line.Correct(target(words), words.price("the corrected price"));
    }

    /** {@code refuse base [times 2] [first|bare] 201 TEXT}, {@code refuse off} */
    static Line refuse(Words words) throws BrokenLine {
        if (words.take("off")) {
            return new Line.RefuseOff();
        }
        Target target = target(words);
        OptionalInt times = words.take("times")
                ? OptionalInt.of(words.whole("how many orders", 1, MOST_ORDERS))
                : OptionalInt.empty();
        Line.Manner manner = words.take("first")
                ? Line.Manner.FIRST
                : words.take("bare") ? Line.Manner.BARE : Line.Manner.PARKED;
        return new Line.Refuse(target, times, manner, words.whole("an error code", 1),
                words.restText("the text of the refusal"));
    }

    /** {@code warn base 399 TEXT}: the owner hears the code, the order lives on. */
    static Line warn(Words words) throws BrokenLine {
        return new Line.Warn(target(words), words.whole("a code", 1), words.restText("the text of the warning"));
    }

    /** {@code trade XSP260529P560 -1 at 4.10}: made elsewhere in this account. */
    static Line trade(Words words) throws BrokenLine {
        InstrumentKey key = words.key();
        int quantity = words.quantity();
        words.require("at");
        return new Line.Trade(key, quantity, words.price("the price"));
    }

    /** {@code manual VIX260415C22 +2 [at 0.70]}: a working order of the broker's own window. */
    static Line manual(Words words) throws BrokenLine {
        InstrumentKey key = words.key();
        int quantity = words.quantity();
        return new Line.Manual(key, quantity, words.take("at")
                ? Optional.of(words.price("the limit"))
                : Optional.empty());
    }

    /** {@code leg acceleration 1 [2]}: the first leg of a combo fills alone. */
    static Line leg(Words words) throws BrokenLine {
        return new Line.FillLeg(target(words), words.whole("the number of a leg", 1, MOST_LEGS),
                words.more() ? OptionalInt.of(words.whole("units", 1, Words.MOST_UNITS)) : OptionalInt.empty());
    }

    /** {@code early commissions on} */
    static Line early(Words words) throws BrokenLine {
        words.require("commissions");
        return new Line.Early(words.onOff());
    }

    /** {@code permids from 9007199254740993}, {@code permids late on} */
    static Line permIds(Words words) throws BrokenLine {
        if (words.take("late")) {
            return new Line.PermIdsLate(words.onOff());
        }
        words.require("from");
        BigDecimal first = words.number("the first permId");
        boolean fits = first.signum() > 0 && first.scale() <= 0 && first.precision() <= 18;
        if (!fits) {
            throw words.broken(first.toPlainString(), "a whole number of at most 18 digits", List.of());
        }
        return new Line.PermIdsFrom(first.longValueExact());
    }

    /** {@code preset size 500}, {@code preset price 25}, {@code preset off} */
    static Line preset(Words words) throws BrokenLine {
        Line.PresetKind kind = words.oneOf(Choices.PRESETS);
        return new Line.Preset(kind, kind == Line.PresetKind.NONE
                ? BigDecimal.ZERO
                : words.above0("the greatest " + kind.name().toLowerCase(Locale.ROOT), Words.HIGHEST_PRICE));
    }

    /** {@code whatif refuse 201 TEXT}, {@code whatif warn TEXT}, {@code whatif range}, {@code whatif off} */
    static Line whatIf(Words words) throws BrokenLine {
        Line.WhatIfMode mode = words.oneOf(Choices.WHAT_IFS);
        return switch (mode) {
            case OFF, RANGE -> new Line.WhatIf(mode, 0, "");
            case REFUSE -> new Line.WhatIf(mode, words.whole("an error code", 1),
                    words.restText("the text of the refusal"));
            case WARN -> new Line.WhatIf(mode, 0, words.restText("the text of the warning"));
        };
    }

    /** {@code cancel any [REASON]}: the broker does it. */
    static Line cancel(Words words) throws BrokenLine {
        return new Line.CancelOrders(target(words), String.join(" ", words.rest()));
    }
}
