package alvh.simulator.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import alvh.simulator.script.Line;

/** What scenario lines have switched: permissions, limits and misbehaviour, as a whole gateway has them. */
final class Switches {

    static final int MESSAGES_PER_SECOND = 50;
    static final int MARKET_DATA_LINES = 100;

    /** A refusal that waits for orders; {@code left} counts down, negative means without end. */
    static final class Refusal {
        final Line.Refuse line;
        int left;

        Refusal(Line.Refuse line) {
            this.line = line;
            this.left = line.times().orElse(-1);
        }
    }

    final Set<Line.Answer> muted = EnumSet.noneOf(Line.Answer.class);
    final Map<String, Integer> permissions = new TreeMap<>();
    final List<Refusal> refusals = new ArrayList<>();
    boolean readOnly;
    boolean delayed;
    boolean silent;
    boolean strict;
    boolean linkUp = true;
    boolean marketFarmUp = true;
    boolean historyFarmUp = true;
    int pacing = MESSAGES_PER_SECOND;
    int dataLines = MARKET_DATA_LINES;
    int statusRepeats = 1;
    Duration skew = Duration.ZERO;
}
