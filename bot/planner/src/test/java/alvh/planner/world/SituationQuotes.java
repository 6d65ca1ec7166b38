package alvh.planner.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;

/** Quotes of one contract or of a whole expiry made worse: crossed, one-sided, none, delayed, or two given sides. */
public final class SituationQuotes {
    private SituationQuotes() {}

    public static void apply(List<String> lines, World world) {
        if (lines.isEmpty()) {
            return;
        }
        Map<InstrumentKey, Quote> quotes = world.market.snapshot().quotes();
        for (String line : lines) {
            List<String> words = Arrays.asList(line.split(" +"));
            boolean found = false;
            for (InstrumentKey key : quotes.keySet()) {
                if (matches(key, words)) {
                    found = true;
                    world.market.overridden.put(key, worse(quotes.get(key), words.subList(4, words.size())));
                }
            }
            if (!found) {
                throw new IllegalArgumentException("quote " + line + ": nothing quoted matches; expected class, "
                        + "date or *, strike or *, put or call or *, then what becomes of it");
            }
        }
    }

    private static boolean matches(InstrumentKey key, List<String> words) {
        return key.isOption() && key.root().equals(words.get(0))
                && (words.get(1).equals("*") || key.settlementDate().toString().equals(words.get(1)))
                && (words.get(2).equals("*") || key.strike() == Double.parseDouble(words.get(2)))
                && (words.get(3).equals("*")
                        || words.get(3).equals(key.right().name().toLowerCase(Locale.ROOT)));
    }

    private static Quote worse(Quote q, List<String> how) {
        return switch (how.get(0)) {
            case "none" -> Quote.NONE;
            case "crossed" -> new Quote(q.ask() + 0.05, q.ask(), q.bidSize(), q.askSize(),
                    q.at(), q.quality());
            case "one-sided" -> new Quote(Double.NaN, q.ask(), 0, q.askSize(), q.at(),
                    q.quality());
            case "quality" -> new Quote(q.bid(), q.ask(), q.bidSize(), q.askSize(), q.at(),
                    Quality.valueOf(how.get(1)));
            default -> new Quote(Double.parseDouble(how.get(0)),
                    Double.parseDouble(how.get(2)), q.bidSize(), q.askSize(), q.at(), q.quality());
        };
    }
}
