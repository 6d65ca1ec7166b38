package alvh.daemon.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import alvh.planner.scenario.Scenarios;
import alvh.planner.scenario.Shock;

/**
 * The user's own scenarios (methodology 4.3), weight 0: id, spx_pct, vix_points (for a start at 17) and, when wanted, days
 * (calendar, default 7), name_pct, sector_pct, note.
 */
final class ScenariosCsv {

    private static final int MOST = 20;

    private ScenariosCsv() {}

    static List<Shock> read(String text, Faults faults) {
        List<Shock> shocks = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        List<String> ours = new ArrayList<>();
        Scenarios.base().forEach(s -> ours.add(s.id()));
        Scenarios.replays().forEach(s -> ours.add(s.id()));
        for (Row row : CsvTable.read(text, List.of("id", "spx_pct", "vix_points"),
                List.of("days", "name_pct", "sector_pct", "note"), faults)) {
            String id = row.needed("id", "a short name");
            double spx = row.number("spx_pct", -90, 100, false);
            double vix = row.number("vix_points", -16, 100, false);
            double name = row.number("name_pct", -99, 200, true);
            double sector = row.number("sector_pct", -99, 200, true);
            int days = row.text("days") == null ? Scenarios.WEEK : row.whole("days", 0, 365);
            if (id != null && (id.length() > 12 || ours.contains(id))) {
                row.fault("id", "at most 12 characters, and none of " + String.join(" ", ours));
            }
            if (!row.clean()) {
                continue;
            }
            Integer first = seen.putIfAbsent(id, row.line());
            if (first != null) {
                row.twice("the scenario " + id, first);
                continue;
            }
            shocks.add(new Shock(id, spx / 100, vix, part(name), part(sector), 0, days,
                    row.text("note") == null ? "own scenario" : row.text("note")));
        }
        if (shocks.size() > MOST) {
            faults.add("E-FILE-ROW", 0, "", "too many scenarios", shocks.size() + " lines", MOST + " at most");
        }
        return shocks;
    }

    private static double part(double percent) {
        return Double.isNaN(percent) ? 0 : percent / 100;
    }
}
