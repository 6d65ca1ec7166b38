package alvh.planner.world;

import java.util.List;
import java.util.TreeMap;

import alvh.planner.company.Companies;
import alvh.planner.company.Company;

/** Companies of which a file says little. */
public final class Firms {
    private Firms() {}

    public static Company company(String symbol, String sector, double cap, double quick, double sectorBeta) {
        double no = Double.NaN;
        return new Company(symbol, sector, cap, no, no, no, no, quick, no, no, no, no, no, no, sectorBeta, List.of(),
                List.of());
    }

    public static Companies companies(Company... all) {
        var map = new TreeMap<String, Company>();
        for (Company one : all) {
            map.put(one.symbol(), one);
        }
        return new Companies(map);
    }
}
