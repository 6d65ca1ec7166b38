package alvh.planner.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.Level;
import alvh.planner.layer.Regime;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.Picture;
import alvh.planner.market.AccountKind;
import alvh.planner.market.ChainListing;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.Quality;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.Past;

/** The {@code [world]} of a situation: one fact a line, a word and what it needs. Unknown words are refused. */
final class SituationWorld {
    private final World world = new World();
    private final List<String> quoteLines = new ArrayList<>();
    private final SituationHoldings holdings = new SituationHoldings(world);

    private SituationWorld() {}

    static World of(Situation situation) {
        var reader = new SituationWorld();
        for (String line : situation.lines(Situation.WORLD)) {
            String text = line.contains(" #") ? line.substring(0, line.indexOf(" #")) : line;
            try {
                reader.line(text.strip());
            } catch (IllegalArgumentException | java.time.DateTimeException | IndexOutOfBoundsException wrong) {
                throw new IllegalArgumentException(situation.file() + ": '" + line + "': " + wrong.getMessage()
                        + " (expected lines as in the other situations and in bot/planner/README.md)", wrong);
            }
        }
        SituationQuotes.apply(reader.quoteLines, reader.world);
        return reader.world;
    }

    private void line(String line) {
        String word = line.split(" +", 2)[0];
        String rest = line.substring(word.length()).strip();
        List<String> words = Arrays.asList(rest.split("[ ,]+"));
        switch (word) {
            case "now" -> now(words);
            case "index" -> index(words);
            case "curve" -> world.market.curve = words.stream().mapToDouble(Double::parseDouble).toArray();
            case "name" -> world.market.name(words.get(0), number(words, 1), number(words, "vol"),
                    number(words, "beta"));
            case "closes" -> world.market.history.put(words.get(0),
                    words.stream().skip(1).mapToDouble(Double::parseDouble).toArray());
            case "drift" -> drift(words);
            case "without" -> without(rest);
            case "chain" -> chain(words);
            case "quotes" -> quotes(words);
            case "quote" -> quoteLines.add(rest);
            case "event" -> world.calendar = SituationFiles.event(world.calendar, words);
            case "company" -> world.companies = SituationFiles.company(world.companies, words);
            case "tag" -> world.tags = SituationFiles.tag(world.tags, words);
            case "stored" -> world.levels(Level.valueOf(words.get(0)), Level.valueOf(words.get(1)),
                    Level.valueOf(words.get(2)));
            case "memory" -> memory(rest);
            case "surfaces" -> surfaces(words);
            case "account" -> account(words);
            case "setting" -> world.settings = SituationFiles.setting(world.settings, words.get(0), words.get(1));
            default -> holdings.line(word, rest);
        }
    }

    private void now(List<String> words) {
        LocalTime time = LocalTime.parse(words.get(1));
        world.market.asOf = World.newYork(LocalDate.parse(words.get(0)), time.getHour(), time.getMinute());
        world.kind = HedgePlan.Kind.valueOf(words.get(2).toUpperCase(Locale.ROOT));
    }

    /** {@code index VIX 17.92}, {@code index VIX none}, {@code index VIX 17.92 DELAYED}. */
    private void index(List<String> words) {
        String symbol = words.get(0);
        if (words.get(1).equals("none")) {
            world.market.levelOverride.put(symbol, IndexLevel.NONE);
            return;
        }
        double value = number(words, 1);
        switch (symbol) {
            case "SPX" -> world.market.spx = value;
            case "VIX" -> world.market.vix = value;
            case "VIX3M" -> world.market.vix3m = value;
            case "VVIX" -> world.market.vvix = value;
            default -> throw new IllegalArgumentException(symbol + " is none of SPX, VIX, VIX3M, VVIX");
        }
        if (words.size() > 2) {
            world.market.levelOverride.put(symbol, new IndexLevel(value, world.market.asOf,
                    Quality.valueOf(words.get(2))));
        }
    }

    /** {@code drift -0.30 % a day for 20 days}: every symbol follows with its beta. */
    private void drift(List<String> words) {
        world.market.drift = number(words, 0) / 100;
        world.market.driftDays = Integer.parseInt(words.get(words.indexOf("for") + 1));
    }

    private void without(String rest) {
        if (rest.equals("VX")) {
            world.market.futuresQuoted = false;
        } else if (rest.startsWith("chain ")) {
            world.market.withoutClass.add(rest.substring(6));
        } else if (rest.startsWith("bars ")) {
            world.market.withoutBars.add(rest.substring(5));
        } else {
            throw new IllegalArgumentException("without what? VX, chain CLASS, bars SYMBOL");
        }
    }

    /** {@code chain VIXW 2026-04-08 10 to 60 by 1}. */
    private void chain(List<String> words) {
        world.market.moreListings.add(new ChainListing(words.get(0), LocalDate.parse(words.get(1)), SyntheticMarket
                .strikes(Long.parseLong(words.get(2)), Long.parseLong(words.get(4)), Long.parseLong(words.get(6)))));
    }

    private void quotes(List<String> words) {
        switch (words.get(0)) {
            case "spread" -> world.market.halfSpread = number(words, 1) / 2;
            case "size" -> world.market.size = Integer.parseInt(words.get(1));
            case "age" -> world.market.quoteAgeSeconds = Integer.parseInt(words.get(1));
            default -> world.market.quality = Quality.valueOf(words.get(0));
        }
    }

    /** {@code memory rung sold 2026-03-05}, {@code memory premium gone 5 closes}, {@code memory panic seen}. */
    private void memory(String rest) {
        LayerLevels levels = world.levels;
        LayerLevels.Memory old = levels.memory();
        String[] words = rest.split(" +");
        LocalDate rung = rest.startsWith("rung sold ") ? LocalDate.parse(words[2]) : old.lastRungSale();
        int gone = rest.startsWith("premium gone ") ? Integer.parseInt(words[2]) : old.premiumGoneCloses();
        boolean panic = old.panicSeen() || rest.equals("panic seen");
        Regime regime = rest.startsWith("regime ") ? Regime.valueOf(words[1]) : old.regime();
        var quiet = new java.util.TreeMap<>(old.quietCloses());
        if (rest.startsWith("quiet closes ")) {
            for (int i = 0; i < LayerId.values().length; i++) {
                quiet.put(LayerId.values()[i], Integer.parseInt(words[2 + i]));
            }
        }
        world.levels = new LayerLevels(levels.asOf(), levels.levels(),
                new LayerLevels.Memory(quiet, rung, panic, regime, old.regimeCandidate(), gone));
    }

    /** {@code surfaces 2026-03-09 15:55}: what a plan of that moment fitted, from the quotes as they are so far. */
    private void surfaces(List<String> words) {
        LocalTime time = LocalTime.parse(words.get(1));
        var at = World.newYork(LocalDate.parse(words.get(0)), time.getHour(), time.getMinute());
        var entries = new ArrayList<Past.SurfaceEntry>();
        Picture.of(world.input(), TradingCalendar.nyse()).state().surfaces()
                .forEach((expiry, surface) -> entries.add(new Past.SurfaceEntry(at, expiry.tradingClass(),
                        expiry.settlement(), surface.forward(), surface.smile().atm(), surface.smile().slopeUp(),
                        surface.smile().curvature())));
        world.past = new Past(world.past.lastWeek(), entries, world.past.days());
    }

    private void account(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "net" -> world.netLiquidation = Usd.of(words.get(++i));
                case "cash" -> world.cash = Usd.of(words.get(++i));
                case "excess" -> world.excess = Usd.of(words.get(++i));
                case "cash-account" -> world.cashAccount = true;
                case "without-rate" -> {
                    world.netLiquidation = null;
                    world.cash = null;
                    world.excess = null;
                }
                default -> world.accountKind = AccountKind.valueOf(words.get(i).toUpperCase(Locale.ROOT));
            }
        }
    }

    static double number(List<String> words, int at) {
        return Double.parseDouble(words.get(at));
    }

    static double number(List<String> words, String after) {
        return Double.parseDouble(words.get(words.indexOf(after) + 1));
    }
}
