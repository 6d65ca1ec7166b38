package alvh.daemon.execution;

import alvh.planner.market.InstrumentKey;

/** A broker's execution id, split at its last period: what follows is the revision of a correction. */
record ExecutionId(String base, int revision) {

    static ExecutionId of(String text) {
        int dot = text.lastIndexOf('.');
        String tail = dot < 0 ? "" : text.substring(dot + 1);
        boolean numbered = !tail.isEmpty() && tail.length() <= 6 && tail.chars().allMatch(c -> c >= '0' && c <= '9');
        return numbered ? new ExecutionId(text.substring(0, dot), Integer.parseInt(tail)) : new ExecutionId(text, 0);
    }

    /** One leg's version of this execution: what is booked at most once. */
    String of(InstrumentKey key) {
        return base + '|' + revision + '|' + key.text();
    }

    /** Start of {@link #of} for every leg. */
    String prefix() {
        return base + '|' + revision + '|';
    }
}
