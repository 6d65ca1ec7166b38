package alvh.planner.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import alvh.planner.market.Expiries;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.VixCurve;

/**
 * One of the episodes R1 to R4 as methodology 6.4 prints it, row by row: closes of SPX, VIX and VVIX, VIX/VIX3M, and the
 * settlements of the VX monthlies. What the dossier leaves out is filled in here and marked with a tilde in the rows: a
 * ratio or VVIX between its neighbours; for R1 and R2, which have front settlements only, a first curve of ordinary
 * contango; curves of days without settlements by 5.5: F' = F + beta(T) dVIX from the first day.
 *
 * @param rows first to last, one a trade date
 */
public record Episode(String name, List<Row> rows) {
    private static final Expiries EXPIRIES = new Expiries(TradingCalendar.nyse());

    /** @param curve by monthly of the episode, the nearest of the first day first */
    public record Row(LocalDate date, double spx, double vix, double vvix, double ratio, double[] curve) {

        double vix3m() {
            return vix / ratio;
        }
    }

    public static final List<Episode> ALL = List.of(
            of("R1", "2018-02-01 2821.98 13.47 105.8 ~0.92 | 13.28 ~13.9 ~14.3 ~14.7 ~15.1 ~15.5 ~15.8 ~16.0 ~16.2 ~16.4",
                    "2018-02-02 2762.13 17.31 125.5 1.02 | 15.63", "2018-02-05 2648.94 37.32 177.3 1.33 | 33.23",
                    "2018-02-06 2695.14 29.98 161.1 ~1.20 | 23.88", "2018-02-08 2581.00 33.46 180.6 ~1.25 | 28.10",
                    "2018-02-14 2698.63 19.26 ~115 ~1.02 |"),
            of("R2", "2020-02-19 3386.15 14.38 95.9 ~0.90 | 15.38 ~15.9 ~16.2 ~16.5 ~16.8 ~17.1 ~17.3 ~17.5 ~17.7 ~17.8",
                    "2020-02-24 3225.89 25.03 112.7 1.14 | 20.08", "2020-02-27 2978.76 39.16 118.0 1.31 | 26.28",
                    "2020-03-09 2746.56 54.46 137.2 ~1.30 | 44.38", "2020-03-12 2480.64 75.47 155.1 ~1.38 | 58.30",
                    "2020-03-16 2386.13 82.69 207.6 ~1.40 | 72.63", "2020-03-23 2237.40 61.59 ~150 ~1.20 |"),
            of("R3", "2024-07-31 5522.29 16.36 94.3 ~0.88 | 16.00 16.49 18.35 17.70 17.40 17.95 18.23 18.38",
                    "2024-08-01 5446.69 18.59 111.2 ~0.95 |",
                    "2024-08-02 5346.55 23.39 136.8 1.00 | 21.85 21.98 22.24 20.38 19.68 20.04 20.24 20.36",
                    "2024-08-05 5186.34 38.57 173.3 1.14 | 32.10 30.39 27.30 22.93 22.32 23.00 23.28 23.60",
                    "2024-08-06 5240.04 27.71 150.1 ~1.05 | 25.77 24.87 25.27 22.23 21.00 21.26 21.63 21.67",
                    "2024-08-16 5554.26 14.80 ~95 ~0.86 | 15.28 15.69 18.03 17.53 17.29 17.83 18.17 18.30"),
            of("R4", "2025-04-02 5670.98 21.51 118.4 1.00 | 20.16 20.02 19.98 20.21 20.25 20.40 20.53 20.50",
                    "2025-04-03 5396.51 30.02 119.5 1.10 | 26.38 24.19 23.45 23.17 22.70 22.50 22.27 21.92",
                    "2025-04-04 5074.09 45.31 147.2 1.23 | 32.50 28.52 26.39 25.22 24.23 23.76 23.31 22.83",
                    "2025-04-07 5062.24 46.98 152.6 ~1.22 |",
                    "2025-04-08 4982.78 52.33 170.9 1.26 | 39.17 31.43 27.91 26.17 24.67 23.95 23.50 23.20",
                    "2025-04-09 5456.89 33.62 142.5 ~1.10 | 28.65 25.19 23.83 23.04 21.99 21.62 21.32 21.15",
                    "2025-04-16 5275.71 32.64 ~125 ~1.08 |"));

    private static Episode of(String name, String... lines) {
        var rows = new ArrayList<Row>();
        for (String line : lines) {
            String[] halves = line.replace("~", "").split("\\|", -1);
            double[] cells = Arrays.stream(halves[0].strip().split(" ")).skip(1).mapToDouble(Double::parseDouble)
                    .toArray();
            double[] given = Arrays.stream(halves[1].strip().split(" ")).filter(cell -> !cell.isEmpty())
                    .mapToDouble(Double::parseDouble).toArray();
            LocalDate date = LocalDate.parse(halves[0].strip().split(" ")[0]);
            double[] curve = rows.isEmpty() ? given : curve(date, cells[1], given, rows.get(0));
            rows.add(new Row(date, cells[0], cells[1], cells[2], cells[3], curve));
        }
        return new Episode(name, List.copyOf(rows));
    }

    /** Settlements where given, the model of 5.5 where not. */
    private static double[] curve(LocalDate date, double vix, double[] given, Row first) {
        List<LocalDate> monthlies = monthlies(first);
        double[] curve = new double[monthlies.size()];
        for (int i = 0; i < curve.length; i++) {
            double years = Math.max(0, Settlement.dte(World.newYork(date, 16, 0), monthlies.get(i)) / 365.0);
            curve[i] = i < given.length ? given[i] : first.curve()[i] + VixCurve.beta(years) * (vix - first.vix());
        }
        return curve;
    }

    private static List<LocalDate> monthlies(Row first) {
        return EXPIRIES.vixMonthlies(first.date().plusDays(2), first.curve().length);
    }

    public Row peak() {
        return rows.stream().max(java.util.Comparator.comparingDouble(Row::vix)).orElseThrow();
    }

    /** The row as a market; closes before it are those of the rows before. */
    public void market(Row row, SyntheticMarket market) {
        List<LocalDate> monthlies = monthlies(rows.get(0));
        int gone = (int) monthlies.stream().filter(date -> date.isBefore(row.date().plusDays(2))).count();
        market.asOf = World.newYork(row.date(), 10, 15);
        market.spx = row.spx();
        market.vix = row.vix();
        market.vix3m = row.vix3m();
        market.vvix = row.vvix();
        market.vvixBefore = rows.get(0).vvix();
        market.curve = Arrays.copyOfRange(row.curve(), gone, row.curve().length);
        List<Row> before = rows.subList(0, rows.indexOf(row));
        if (!before.isEmpty()) {
            market.history.put("SPX", before.stream().mapToDouble(Row::spx).toArray());
            market.history.put("VIX", before.stream().mapToDouble(Row::vix).toArray());
            market.history.put("VIX3M", before.stream().mapToDouble(Row::vix3m).toArray());
            market.history.put("VVIX", before.stream().mapToDouble(Row::vvix).toArray());
        }
    }
}
