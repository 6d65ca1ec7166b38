package alvh.simulator.script;

import java.time.Duration;
import java.util.List;

/** Lines about the connection, its permissions and its misbehaviour. */
final class LinkVerbs {

    private LinkVerbs() {}

    /** {@code error 2105 TEXT}: a notice of the session, id -1. */
    static Line error(Words words) throws BrokenLine {
        return new Line.SessionError(words.whole("an error code", 1), words.restText("the text of the error"));
    }

    /** {@code permission VIX 354} or {@code permission VIX ok} */
    static Line permission(Words words) throws BrokenLine {
        String underlying = words.next("an underlying");
        return new Line.Permission(underlying, words.take("ok") ? 0 : words.whole("an error code or 'ok'", 1));
    }

    /** {@code repeat status 3} */
    static Line repeat(Words words) throws BrokenLine {
        words.require("status");
        return new Line.Repeat(words.whole("how often", 1));
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
