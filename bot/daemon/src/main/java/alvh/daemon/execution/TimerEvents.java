package alvh.daemon.execution;

/** The timers of 5.6: names are {@code kind:subject}. A timer that fires late finds nothing to do. */
final class TimerEvents {

    private TimerEvents() {}

    static void fired(Turn turn, String timer) {
        int colon = timer.indexOf(':');
        String kind = colon < 0 ? timer : timer.substring(0, colon);
        String subject = colon < 0 ? "" : timer.substring(colon + 1);
        switch (kind) {
            case "reconcile-again" -> Reconciler.again(turn);
            case "poll" -> turn.readTruth();
            case "reconcile-deadline" -> Reconciler.deadline(turn);
            case "kill-list" -> Switches.killList(turn);
            case "stop" -> Switches.stopNow(turn);
            case "journal-lost" -> Switches.journalLostEnd(turn);
            case "plan", "prove" -> plan(turn, kind, subject);
            case "word", "doom", "walk", "end", "dead", "inactive", "unverified", "unknown", "legs", "legs-doom" -> {
                if (turn.attempt(subject) != null && turn.attempt(subject).alive()) {
                    order(turn, kind, subject);
                }
            }
            default -> {
                // Another room's timer.
            }
        }
    }

    private static void plan(Turn turn, String kind, String hash) {
        Run run = turn.runs.get(hash);
        if (run == null) {
            return;
        }
        if (kind.equals("plan")) {
            Releases.close(turn, run, "LIFE_OVER: released steps live 30 minutes");
        } else if (run.proving() != 0) {
            Sends.unproven(turn, run, "no quotes within 15 s");
        }
    }

    private static void order(Turn turn, String kind, String ref) {
        switch (kind) {
            case "walk" -> Walker.walk(turn, ref);
            case "end" -> Walker.end(turn, ref);
            case "inactive" -> Walker.inactive(turn, ref);
            case "doom" -> Deaths.doom(turn, ref);
            case "legs-doom" -> Executions.legMissing(turn, ref);
            case "dead" -> {
                turn.readTruth();
                turn.timer("dead:" + ref, Walker.WORD_SECONDS);
            }
            case "unknown" -> {
                turn.readTruth();
                turn.timer("unknown:" + ref, Walker.UNKNOWN_SECONDS);
            }
            case "word", "unverified", "legs" -> turn.readTruth();
            default -> throw new IllegalStateException("no such timer: " + kind);
        }
    }
}
