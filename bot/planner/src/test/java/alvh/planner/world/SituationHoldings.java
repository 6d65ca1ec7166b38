package alvh.planner.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Price;

/** Lines of a situation about what is held: the book, its closed parts, and the hedge lots. */
final class SituationHoldings {
    private static final Pattern OPTION = Pattern
            .compile("(?<quantity>-?\\d+) (?<root>\\S+) (?<date>\\d{4}-\\d\\d-\\d\\d) "
                    + "(?<first>[\\d.]+)(/(?<second>[\\d.]+))? (?<right>put|call)( spread)? at (?<price>[\\d.]+)"
                    + "(/(?<other>[\\d.]+))?(, (?<days>\\d+) days ago)?");
    private static final Pattern SHARES = Pattern.compile("(?<quantity>-?\\d+) (?<root>\\S+) at (?<price>[\\d.]+)");
    private static final Pattern SOLD = Pattern.compile("(?<quantity>\\d+) of lot (?<lot>\\d+) at (?<price>[\\d.]+), "
            + "(?<days>\\d+) days ago");
    private static final Pattern PEAK = Pattern.compile("(?<price>[\\d.]+) of lot (?<lot>\\d+), rungs (?<rungs>\\d)");
    private final World world;
    private final List<LayerId> layers = new ArrayList<>();
    private final List<List<Lot.LotLeg>> lots = new ArrayList<>();
    private int executions;

    SituationHoldings(World world) {
        this.world = world;
    }

    void line(String word, String rest) {
        switch (word) {
            case "book" -> book(rest);
            case "closed" -> trade(match(OPTION, rest, "closed 2 KO 2026-03-27 70/66 put spread at 0.20/0.05, 3 days "
                    + "ago"), true);
            case "settled" -> settled(match(OPTION, rest, "settled 0 KO 2026-03-06 70 put at 1.20, 4 days ago"));
            case "hedge" -> hedge(rest);
            case "rung" -> rung(match(SOLD, rest, "rung 2 of lot 1 at 5.00, 3 days ago"));
            case "peak" -> peak(match(PEAK, rest, "peak 5.20 of lot 1, rungs 1"));
            default -> throw new IllegalArgumentException("the word '" + word + "' is not known");
        }
    }

    private static Matcher match(Pattern pattern, String text, String example) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not understood, for example: " + example);
        }
        return matcher;
    }

    /** Without a day: seeded at average cost when the bot first looked. With one: fills that it saw. */
    private void book(String rest) {
        Matcher shares = SHARES.matcher(rest);
        if (shares.matches()) {
            world.hold(InstrumentKey.of(shares.group("root")), Long.parseLong(shares.group("quantity")),
                    shares.group("price"));
            return;
        }
        Matcher option = match(OPTION, rest, "book 3 AAPL 2026-04-17 205/195 put spread at 2.90/0.86");
        if (option.group("days") != null) {
            trade(option, false);
            return;
        }
        long quantity = Long.parseLong(option.group("quantity"));
        boolean spread = option.group("second") != null;
        world.hold(key(option, "first"), spread ? -quantity : quantity, option.group("price"));
        if (spread) {
            world.hold(key(option, "second"), quantity, option.group("other"));
        }
    }

    /** A spread's quantity counts spreads sold; a single leg's is signed. {@code closing} turns both sides round. */
    private void trade(Matcher option, boolean closing) {
        long quantity = Long.parseLong(option.group("quantity"));
        boolean spread = option.group("second") != null;
        boolean sells = (spread || quantity < 0) != closing;
        execute(option, "first", sells ? Side.SELL : Side.BUY, Math.abs(quantity), option.group("price"));
        if (spread) {
            execute(option, "second", sells ? Side.BUY : Side.SELL, quantity, option.group("other"));
        }
    }

    private void execute(Matcher option, String strike, Side side, long quantity, String price) {
        InstrumentKey key = key(option, strike);
        world.events.add(new BookedEvent.Executed(ago(option), "B" + ++executions, 1, null, executions, key, side,
                quantity, Price.of(price), 100));
        world.market.also(key);
    }

    /** The value is what a contract settled at, in points: assigned at 66 a 70 put is worth 4. */
    private void settled(Matcher option) {
        world.events.add(new BookedEvent.Settled(ago(option), key(option, "first"),
                Price.of(option.group("price")).cost(100, 1)));
    }

    /** {@code hedge base 2 VIX 2026-03-18 22 call at 0.70, 30 days ago}; lots are numbered from 1 as H.T1, H.T2 ... */
    private void hedge(String rest) {
        String layerWord = rest.split(" ", 2)[0];
        LayerId layer = LayerId.valueOf(layerWord.toUpperCase(Locale.ROOT));
        Matcher option = match(OPTION, rest.substring(layerWord.length()).strip(),
                "hedge base 2 VIX 2026-03-18 22 call at 0.70, 30 days ago");
        var legs = new ArrayList<>(List.of(new Lot.LotLeg(key(option, "first"), 1, Side.BUY)));
        if (option.group("second") != null) {
            legs.add(new Lot.LotLeg(key(option, "second"), 1, Side.SELL));
        }
        layers.add(layer);
        lots.add(legs);
        world.bought(layer, legs, Long.parseLong(option.group("quantity")), option.group("price"),
                Integer.parseInt(option.group("days")));
    }

    private void rung(Matcher sold) {
        int lot = Integer.parseInt(sold.group("lot"));
        world.soldRung("H.T" + lot, lots.get(lot - 1).get(0).key(), layers.get(lot - 1),
                Long.parseLong(sold.group("quantity")), sold.group("price"), Integer.parseInt(sold.group("days")));
    }

    private void peak(Matcher peak) {
        world.events.add(new BookedEvent.Marked(world.market.asOf().minusSeconds(86_400), "H.T" + peak.group("lot"),
                Price.of(peak.group("price")), Integer.parseInt(peak.group("rungs"))));
    }

    private Instant ago(Matcher option) {
        return world.market.asOf().minusSeconds(86_400L * Integer.parseInt(option.group("days")));
    }

    private static InstrumentKey key(Matcher option, String strike) {
        return InstrumentKey.option(option.group("root"), LocalDate.parse(option.group("date")),
                option.group("right").equals("put") ? Right.PUT : Right.CALL,
                Math.round(Double.parseDouble(option.group(strike)) * 1000));
    }
}
