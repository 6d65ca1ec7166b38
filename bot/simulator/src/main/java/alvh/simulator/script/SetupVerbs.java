package alvh.simulator.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import alvh.planner.market.InstrumentKey;
import alvh.simulator.market.WorldSpec;

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

    /** {@code stock AAPL "Apple Inc" 212.4 vol 28% beta 1.18 residual 20% yield 0.5% [etf]} */
    static Line stock(Words words) throws BrokenLine {
        String symbol = words.key().text();
        String longName = words.next("its long name in quotes");
        double price = words.number("its price").doubleValue();
        words.require("vol");
        double vol = percent(words, "an implied volatility");
        words.require("beta");
        double beta = words.number("a beta").doubleValue();
        words.require("residual");
        double residual = percent(words, "a residual volatility");
        words.require("yield");
        double yield = percent(words, "a dividend yield");
        return new Line.Stock(
                new WorldSpec.Name(symbol, longName, price, vol, beta, residual, yield, words.take("etf")));
    }

    /** {@code recent spx -0.4% +0.2%}, {@code recent beta +0.25}, {@code recent breadth -0.001}, {@code recent oversold DIS} */
    static Line recent(Words words) throws BrokenLine {
        return switch (words.oneOf(Choices.RECENT)) {
            case SPX -> new Line.RecentSpx(returns(words));
            case BETA -> new Line.RecentTrend(Line.Trend.BETA_EXPANSION, words.number("an added beta").doubleValue());
            case BREADTH -> new Line.RecentTrend(Line.Trend.BREADTH_DRIFT,
                    words.number("a daily log drift").doubleValue());
            case OVERSOLD -> new Line.RecentOversold(words.rest());
        };
    }

    private static List<Double> returns(Words words) throws BrokenLine {
        List<Double> returns = new ArrayList<>();
        do {
            returns.add(percent(words, "a day's return"));
        } while (words.more());
        return List.copyOf(returns);
    }

    private static double percent(Words words, String what) throws BrokenLine {
        String got = words.next(what);
        if (!got.matches("[+-]?\\d+(\\.\\d+)?%")) {
            throw words.broken(got, what + " in per cent, such as 1.2%", List.of());
        }
        return new BigDecimal(got.substring(0, got.length() - 1)).movePointLeft(2).doubleValue();
    }

    /** {@code position AAPL260417P205 -3 at 4.10}, {@code position none} */
    static Line position(Words words) throws BrokenLine {
        if (words.take("none")) {
            return new Line.NoPositions();
        }
        InstrumentKey key = words.key();
        int quantity = words.quantity();
        words.require("at");
        return new Line.Position(key, quantity, words.price("the price paid or received"));
    }
}
