package alvh.daemon.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verbs by which a person decides: approve, reject, decide, kill, resume. */
final class DecidingVerbs {

    private DecidingVerbs() {}

    @Command(name = "approve", description = "approve exactly the plan with this hash; single use, refused when it has drifted")
    static final class Approve implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Parameters(paramLabel = "HASH", description = "the plan's hash as shown, short or whole")
        String hash;
        private final Out out;

        Approve(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            return out.say(out.access().approve(hash, out.who()));
        }
    }

    @Command(name = "reject", description = "reject the plan with this hash; nothing is sent")
    static final class Reject implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Parameters(paramLabel = "HASH")
        String hash;
        private final Out out;

        Reject(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            return out.say(out.access().reject(hash, out.who()));
        }
    }

    @Command(name = "decide", description = "answer an open case")
    static final class Decide implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Parameters(index = "0", paramLabel = "N", description = "the case's number")
        int number;
        @Parameters(index = "1", paramLabel = "CHOICE", description = "one of the case's choices")
        String choice;
        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; it is journalled")
        String reason;
        private final Out out;

        Decide(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            return out.say(out.access().decide(number, choice, reason, out.who()));
        }
    }

    @Command(name = "kill", description = "stop all sending at once and cancel our working orders; works without a daemon too")
    static final class Kill implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "by hand", description = "why; it is journalled")
        String reason;
        @Option(names = "--everything", paramLabel = "ACCOUNT", description = "also cancel every other order of the account; type its id to confirm")
        String everything;
        private final Out out;

        Kill(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            if (everything != null && !everything.equals(out.access().status().account())) {
                out.err().println("E-KILL-CONFIRM  --everything cancels your own orders too · got " + everything
                        + " · expected the id of this home's account · nothing was cancelled");
                return 64;
            }
            return out.say(out.access().kill(out.who(), reason, everything != null));
        }
    }

    @Command(name = "resume", description = "release the kill switch and halts, after a look at status and cases")
    static final class Resume implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why it is safe; it is journalled")
        String reason;
        @Option(names = "--confirm", required = true, paramLabel = "ACCOUNT", description = "the account's id, typed again")
        String confirm;
        private final Out out;

        Resume(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            if (reason.isBlank() || !confirm.equals(out.access().status().account())) {
                out.err()
                        .println("E-RESUME-CONFIRM  a reason and the account's id are needed · got --confirm " + confirm
                                + " · expected the id of this home's account · nothing was resumed");
                return 64;
            }
            return out.say(out.access().resume(out.who(), reason));
        }
    }
}
