package alvh.daemon.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

import alvh.daemon.audit.JournalJson;
import alvh.daemon.ops.Access;

/** What every verb shares: where it prints, what it may see (opened when first asked for), who asks. */
public record Out(PrintWriter out, PrintWriter err, Supplier<Access> opened, String who) {

    Access access() {
        return opened.get();
    }

    void json(Object value) {
        out.println(JournalJson.pretty(value));
    }

    int say(Access.Answer answer) {
        (answer.exitCode() == 0 ? out : err).println(answer.text());
        return answer.exitCode();
    }
}
