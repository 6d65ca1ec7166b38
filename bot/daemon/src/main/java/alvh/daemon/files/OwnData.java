package alvh.daemon.files;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.OwnFiles;
import alvh.planner.scenario.Shock;

/**
 * All that the user's files say.
 *
 * @param series by instrument: AD-NYSE (seed of recorded breadth), GDP, REER
 * @param scenarios the user's own, of weight 0
 */
public record OwnData(OwnFiles files, SortedMap<InstrumentKey, DailyBars> series, List<Shock> scenarios) {

    public static final OwnData NONE = new OwnData(OwnFiles.NONE, new TreeMap<>(), List.of());

    public OwnData {
        series = Collections.unmodifiableSortedMap(new TreeMap<>(series));
        scenarios = List.copyOf(scenarios);
    }
}
