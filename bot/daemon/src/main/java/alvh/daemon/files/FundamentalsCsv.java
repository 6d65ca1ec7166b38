package alvh.daemon.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.company.Companies;
import alvh.planner.company.Company;
import alvh.planner.company.Company.Dated;

/**
 * What companies earn, owe and pay: one fact a line, {@code symbol,field,date,value}. The date is needed where a field may
 * stand on several lines (earnings by publication, dividends by ex-date); elsewhere it may say when the number was read.
 */
final class FundamentalsCsv {

    private static final String SECTOR = "sector";
    private static final String EARNINGS = "eps_ttm";
    private static final String EX_DIVIDEND = "ex_dividend";
    private static final Map<String, double[]> BOUNDS = bounds();
    private static final List<String> FIELDS = fields();

    private final SortedMap<String, Map<String, Double>> numbers = new TreeMap<>();
    private final Map<String, String> sectors = new HashMap<>();
    private final Map<String, List<Dated>> earnings = new HashMap<>();
    private final Map<String, List<Dated>> dividends = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private FundamentalsCsv() {}

    private static Map<String, double[]> bounds() {
        Map<String, double[]> bounds = new TreeMap<>();
        bounds.put("market_cap", new double[]{1e6, 1e14});
        bounds.put("shares", new double[]{1e3, 1e12});
        bounds.put("debt", new double[]{0, 1e13});
        bounds.put("credit_spread", new double[]{0, 0.5});
        bounds.put("tax_rate", new double[]{0, 1});
        bounds.put("quick_ratio", new double[]{0, 1000});
        bounds.put("operating_cash_flow", new double[]{-1e12, 1e12});
        bounds.put("dividend", new double[]{0, 10_000});
        bounds.put("growth_short", new double[]{-0.5, 0.5});
        bounds.put("growth_long", new double[]{-0.5, 0.2});
        bounds.put("fade_years", new double[]{0, 50});
        bounds.put("borrow_fee", new double[]{0, 10});
        bounds.put("sector_beta", new double[]{-1, 5});
        bounds.put(EARNINGS, new double[]{-10_000, 10_000});
        bounds.put(EX_DIVIDEND, new double[]{0, 1_000});
        return bounds;
    }

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(BOUNDS.keySet());
        fields.add(SECTOR);
        return fields.stream().sorted().toList();
    }

    static Companies read(String text, Faults faults) {
        var file = new FundamentalsCsv();
        for (Row row : CsvTable.read(text, List.of("symbol", "field", "date", "value"), List.of(), faults)) {
            file.take(row);
        }
        return file.companies();
    }

    private void take(Row row) {
        String symbol = row.symbol("symbol", false);
        String field = row.choice("field", FIELDS);
        if (field == null) {
            return;
        }
        boolean dated = field.equals(EARNINGS) || field.equals(EX_DIVIDEND);
        LocalDate date = row.date("date", !dated);
        double[] bounds = BOUNDS.get(field);
        double number = bounds == null ? Double.NaN : row.number("value", bounds[0], bounds[1], false);
        String words = bounds == null
                ? row.needed("value", "the sector's name, the same for all of its companies")
                : null;
        if (!row.clean()) {
            return;
        }
        String what = symbol + " " + field + (dated ? " of " + date : "");
        Integer first = seen.putIfAbsent(what, row.line());
        if (first != null) {
            row.twice(what, first);
            return;
        }
        numbers.computeIfAbsent(symbol, s -> new HashMap<>());
        switch (field) {
            case SECTOR -> sectors.put(symbol, words);
            case EARNINGS -> earnings.computeIfAbsent(symbol, s -> new ArrayList<>()).add(new Dated(date, number));
            case EX_DIVIDEND -> dividends.computeIfAbsent(symbol, s -> new ArrayList<>()).add(new Dated(date, number));
            default -> numbers.get(symbol).put(field, number);
        }
    }

    private Companies companies() {
        SortedMap<String, Company> companies = new TreeMap<>();
        numbers.forEach((symbol, n) -> companies.put(symbol,
                new Company(symbol, sectors.get(symbol), of(n, "market_cap"), of(n, "shares"), of(n, "debt"),
                        of(n, "credit_spread"), of(n, "tax_rate"), of(n, "quick_ratio"), of(n, "operating_cash_flow"),
                        of(n, "dividend"), of(n, "growth_short"), of(n, "growth_long"), of(n, "fade_years"),
                        of(n, "borrow_fee"), of(n, "sector_beta"), ordered(earnings.get(symbol)),
                        ordered(dividends.get(symbol)))));
        return new Companies(companies);
    }

    private static double of(Map<String, Double> numbers, String field) {
        return numbers.getOrDefault(field, Double.NaN);
    }

    private static List<Dated> ordered(List<Dated> dated) {
        return dated == null ? List.of() : dated.stream().sorted(Comparator.comparing(Dated::date)).toList();
    }
}
