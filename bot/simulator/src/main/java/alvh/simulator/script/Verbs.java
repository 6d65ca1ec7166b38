package alvh.simulator.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first word of a line, and who reads the rest. Order is the order in which a refusal lists the verbs. */
final class Verbs {

    private interface Reader {
        Line read(Words words) throws BrokenLine;
    }

    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final int MOST_MESSAGES = 100_000;
    private static final int MOST_LINES = 10_000;
    private static final int MOST_PLANS = 100;
    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    static {
        READERS.put("title", words -> new Line.Title(words.restText("a title")));
        READERS.put("about", words -> new Line.About(words.restText("one sentence")));
        READERS.put("start", SetupVerbs::start);
        READERS.put("plans", words -> new Line.Plans(words.whole("how many plans the story holds", 1, MOST_PLANS)));
        READERS.put("seed", words -> new Line.Seed(words.whole("a seed", 0)));
        READERS.put("account", SetupVerbs::account);
        READERS.put("market", words -> new Line.Market(words.next("a market preset")));
        READERS.put("level", SetupVerbs::level);
        READERS.put("stock", SetupVerbs::stock);
        READERS.put("recent", SetupVerbs::recent);
        READERS.put("position", SetupVerbs::position);
        READERS.put("quote", PriceVerbs::quote);
        READERS.put("hold", words -> new Line.Hold(held(words)));
        READERS.put("release", words -> new Line.Release(held(words)));
        READERS.put("jump", PriceVerbs::jump);
        READERS.put("settle", PriceVerbs::settle);
        READERS.put("halt", words -> new Line.Halt(words.key()));
        READERS.put("quiet", words -> new Line.Quiet(PriceVerbs.keys(words)));
        READERS.put("clear", words -> new Line.Clear(PriceVerbs.keys(words)));
        READERS.put("spread", PriceVerbs::spread);
        READERS.put("fill", OrderVerbs::fill);
        READERS.put("partial", OrderVerbs::partial);
        READERS.put("assign", words -> new Line.Assign(words.key()));
        READERS.put("correct", OrderVerbs::correct);
        READERS.put("bust", words -> new Line.Bust(OrderVerbs.target(words)));
        READERS.put("refuse", OrderVerbs::refuse);
        READERS.put("warn", OrderVerbs::warn);
        READERS.put("trade", OrderVerbs::trade);
        READERS.put("cancel", OrderVerbs::cancel);
        READERS.put("manual", OrderVerbs::manual);
        READERS.put("leg", OrderVerbs::leg);
        READERS.put("late", words -> new Line.Delay(words.oneOf(Choices.ANSWERS), LinkVerbs.delay(words)));
        READERS.put("early", OrderVerbs::early);
        READERS.put("permids", OrderVerbs::permIds);
        READERS.put("pending", words -> new Line.CancelTakes(LinkVerbs.delay(words)));
        READERS.put("preset", OrderVerbs::preset);
        READERS.put("whatif", OrderVerbs::whatIf);
        READERS.put("skip", words -> new Line.Skip(words.oneOf(Choices.STEPS), words.onOff()));
        READERS.put("unfilled", words -> new Line.Unfilled(words.oneOf(Choices.UNFILLED)));
        READERS.put("master", words -> new Line.Master(words.take("off") ? -1 : words.whole("a client id", 0)));
        READERS.put("comeback", words -> new Line.Comeback(words.onOff()));
        READERS.put("mute", words -> new Line.Mute(words.oneOf(Choices.ANSWERS), words.onOff()));
        READERS.put("repeat", LinkVerbs::repeat);
        READERS.put("advance", words -> new Line.Advance(Moments.read(words)));
        READERS.put("drop", words -> words.oneOf(Choices.DROPS));
        READERS.put("restart", words -> new Line.Restart(LinkVerbs.span(words)));
        READERS.put("reset", words -> new Line.Reset(LinkVerbs.span(words)));
        READERS.put("nightly", words -> new Line.Nightly(words.onOff()));
        READERS.put("linger", words -> new Line.Linger(LinkVerbs.delay(words)));
        READERS.put("slow", words -> new Line.Slow(words.oneOf(Choices.STAGES), LinkVerbs.delay(words)));
        READERS.put("split", words -> new Line.Split(LinkVerbs.span(words)));
        READERS.put("frame", LinkVerbs::frame);
        READERS.put("length", words -> new Line.BadLength(words.whole("a length in bytes", Integer.MIN_VALUE)));
        READERS.put("bulletin", LinkVerbs::bulletin);
        READERS.put("accountready", words -> new Line.AccountReady(words.onOff()));
        READERS.put("link", words -> new Line.Link(words.oneOf(Choices.LINKS)));
        READERS.put("farm", LinkVerbs::farm);
        READERS.put("error", LinkVerbs::error);
        READERS.put("readonly", words -> new Line.ReadOnly(words.onOff()));
        READERS.put("delayed", words -> new Line.Delayed(words.onOff()));
        READERS.put("permission", LinkVerbs::permission);
        READERS.put("pacing", words -> new Line.Pacing(words.whole("messages per second", 1, MOST_MESSAGES)));
        READERS.put("lines", words -> new Line.DataLines(words.whole("market-data lines", 0, MOST_LINES)));
        READERS.put("skew", LinkVerbs::skew);
        READERS.put("silence", words -> new Line.Silence(words.onOff()));
        READERS.put("strict", words -> new Line.Strict(words.onOff()));
        READERS.put("person", words -> new Line.Person(said(words)));
        READERS.put("expect", words -> new Line.Expect(said(words)));
    }

    private Verbs() {}

    static When when(Words words) throws BrokenLine {
        if (words.take("at")) {
            return new When.At(Moments.read(words));
        }
        if (words.take("after")) {
            words.require("fills");
            String next = words.peek();
            boolean span = !next.isEmpty() && Character.isDigit(next.charAt(0));
            return new When.AfterFills(span ? Moments.span(words, next, words.next("a span")) : QUIET);
        }
        return new When.InTurn();
    }

    static Line line(Words words) throws BrokenLine {
        String verb = words.next("a verb: " + String.join(", ", READERS.keySet()));
        Reader reader = READERS.get(verb);
        if (reader == null) {
            List<String> known = new ArrayList<>(READERS.keySet());
            known.add("at");
            known.add("after");
            throw words.broken(verb, "one of at, after, " + String.join(", ", READERS.keySet()), known);
        }
        Line line = reader.read(words);
        words.end();
        return line;
    }

    private static Line.Held held(Words words) {
        return words.take("fills") ? Line.Held.FILLS : Line.Held.PRICES;
    }

    private static List<String> said(Words words) throws BrokenLine {
        if (!words.more()) {
            throw words.broken("the end of the line", "what is done or expected", List.of());
        }
        return words.rest();
    }
}
