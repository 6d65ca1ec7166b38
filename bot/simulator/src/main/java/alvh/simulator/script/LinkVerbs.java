package alvh.simulator.script;

import java.time.Duration;
import java.util.List;

/** Lines about the connection, its permissions and its misbehaviour. */
final class LinkVerbs {

    private static final int MOST_REPEATS = 100;
    private static final int BULLETIN_TYPES = 3;
    private static final String SPAN_OR_OFF = "a span such as 30s, 5m, 2h, 1d, or 'off'";

    private LinkVerbs() {}

    /** A span, or {@code off} for none. */
    static Duration delay(Words words) throws BrokenLine {
        if (words.take("off")) {
            return Duration.ZERO;
        }
        String got = words.next(SPAN_OR_OFF);
        return Moments.span(words, got, got);
    }

    /** {@code error 2105 TEXT}: a notice of the session, id -1. */
    static Line error(Words words) throws BrokenLine {
        return new Line.SessionError(words.whole("an error code", 1), words.restText("the text of the error"));
    }

    /** {@code permission VIX 354} or {@code permission VIX ok} */
    static Line permission(Words words) throws BrokenLine {
        String underlying = words.next("an underlying");
        return new Line.Permission(underlying, words.take("ok") ? 0 : words.whole("an error code or 'ok'", 1));
    }

    static Duration span(Words words) throws BrokenLine {
        String got = words.next("a span such as 30s, 5m, 2h, 1d");
        return Moments.span(words, got, got);
    }

    /** {@code farm history down}; only market data has all four states, a contract farm is up or down. */
    static Line farm(Words words) throws BrokenLine {
        Line.FarmKind kind = words.oneOf(Choices.FARMS);
        String got = words.peek();
        Line.FarmState state = words.oneOf(Choices.FARM_STATES);
        boolean known = switch (state) {
            case UP, DOWN -> true;
            case IDLE -> kind != Line.FarmKind.CONTRACTS;
            case CONNECTING -> kind == Line.FarmKind.MARKET;
        };
        if (!known) {
            throw words.broken(got, kind == Line.FarmKind.HISTORY ? "up, down or idle" : "up or down", List.of());
        }
        return new Line.Farm(kind, state);
    }

    /** {@code frame 999|1|hello|}: each field ends with a bar. */
    static Line frame(Words words) throws BrokenLine {
        String bars = words.restText("a frame such as 999|1|, each field ended by a bar");
        if (bars.chars().anyMatch(c -> c > 255)) {
            throw words.broken(bars, "bytes, so no character above 255", List.of());
        }
        return new Line.RawFrame(bars);
    }

    /** {@code bulletin 1 TEXT}: 1 regular, 2 exchange closed, 3 exchange open again. */
    static Line bulletin(Words words) throws BrokenLine {
        return new Line.Bulletin(words.whole("a bulletin type", 1, BULLETIN_TYPES),
                words.restText("the text of the bulletin"));
    }

    /** {@code repeat status 3} */
    static Line repeat(Words words) throws BrokenLine {
        words.require("status");
        return new Line.Repeat(words.whole("how often", 1, MOST_REPEATS));
    }

    /** {@code skew +5s}, {@code skew -1m}: what the gateway's clock answer is off the exchange's. */
    static Line skew(Words words) throws BrokenLine {
        String got = words.next("a signed span such as +5s");
        boolean signed = got.startsWith("+") || got.startsWith("-");
        if (!signed) {
            throw words.broken(got, "a signed span such as +5s or -1m", List.of());
        }
        Duration span = Moments.span(words, got, got.substring(1));
        return new Line.ClockSkew(got.startsWith("-") ? span.negated() : span);
    }
}
