package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
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
    boolean portOpen = true;
    boolean accountReady = true;
    Line.FarmState marketFarm = Line.FarmState.UP;
    Line.FarmState historyFarm = Line.FarmState.UP;
    Line.FarmState contractFarm = Line.FarmState.UP;
    /** Set by a scenario line; 0 while the usual rule holds. */
    int pacing;
    /** Orders completed until then are no longer listed. */
    Instant forgottenUntil = Instant.EPOCH;
    Duration linger = Duration.ZERO;
    Duration slowGreeting = Duration.ZERO;
    Duration slowBootstrap = Duration.ZERO;
    int dataLines = MARKET_DATA_LINES;
    int statusRepeats = 1;
    final Map<Line.Answer, Duration> delays = new EnumMap<>(Line.Answer.class);
    final Set<Line.Step> skipped = EnumSet.noneOf(Line.Step.class);
    boolean commissionsEarly;
    boolean permIdsLate;
    boolean comeback = true;
    double largestSize = Double.POSITIVE_INFINITY;
    double highestPrice = Double.POSITIVE_INFINITY;
    Line.WhatIf whatIf = new Line.WhatIf(Line.WhatIfMode.OFF, 0, "");
    /** A client id that hears of everybody's orders; -1 for none. */
    int master = -1;
    Duration skew = Duration.ZERO;

    /** Messages a second: fifty, or half the market-data lines where these are many. */
    int pace() {
        return pacing > 0 ? pacing : Math.max(MESSAGES_PER_SECOND, dataLines / 2);
    }

    boolean quotesFlow() {
        return linkUp && marketFarm != Line.FarmState.DOWN;
    }

    boolean historyFlows() {
        return linkUp && historyFarm != Line.FarmState.DOWN;
    }
}
