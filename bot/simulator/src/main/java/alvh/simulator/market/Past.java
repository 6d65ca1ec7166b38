package alvh.simulator.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

import alvh.planner.market.DailyBars;
import alvh.planner.scenario.VixResponse;

/** Makes the daily bars before the world opens, so that each ends at the level of the last close. */
final class Past {

    static final int SESSIONS = 900;
    private static final int RECENT_BETA = 20;
    /** While betas expand, names move with the market: this share of their own noise is left. */
    private static final double TOGETHER = 0.25;
    private static final int RECENT_BREADTH = 30;
    private static final int FALL = 15;
    private static final int RAMP = 40;
    /** Logs of VIX: below the first it is drawn back at once, above the second it does not go. */
    private static final double LOW = StrictMath.log(12.5);
    private static final double HIGHEST = StrictMath.log(70);
    private static final double ROOT_YEAR = StrictMath.sqrt(252);

    private final WorldSpec spec;
    private final Noise noise;
    private final Board end;
    private final List<LocalDate> dates;

    /** @param end levels at the last close */
    Past(WorldSpec spec, Noise noise, LocalDate lastSession, Board end) {
        this.spec = spec;
        this.noise = noise;
        this.end = end;
        this.dates = spec.history().containsKey("SPX")
                ? spec.history().get("SPX").stream().map(DailyBars.Bar::date).toList()
                : sessionsTo(lastSession);
    }

    private static List<LocalDate> sessionsTo(LocalDate last) {
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate day = last; dates.size() < SESSIONS; day = SessionCalendar.previous(day)) {
            dates.add(day);
        }
        Collections.reverse(dates);
        return dates;
    }

    /** Bars by symbol, oldest first. */
    Map<String, List<DailyBars.Bar>> make() {
        Map<String, List<DailyBars.Bar>> all = new TreeMap<>();
        double[] vix = new double[dates.size()];
        double[] spx = new double[dates.size()];
        indexReturns(spx, vix);
        double[] logVix = vix;
        put(all, "SPX", path(spx, end.at(Board.SPX)), 0.5);
        put(all, "VIX", levels(t -> logVix[t]), 4);
        double last = logVix[dates.size() - 1];
        put(all, "VIX9D", following(logVix, last, Board.VIX9D, 1.25), 5);
        put(all, "VIX3M", following(logVix, last, Board.VIX3M, 0.55), 2);
        put(all, "VIX6M", following(logVix, last, Board.VIX6M, 0.38), 1.5);
        put(all, "VVIX", following(logVix, last, Board.VVIX, 0.40), 3);
        for (int i = 0; i < spec.names().size(); i++) {
            put(all, spec.names().get(i).symbol(),
                    path(nameReturns(spec.names().get(i), spx), end.at(Board.FIRST_NAME + i)), 0.8);
        }
        spec.history().forEach((symbol, bars) -> all.put(symbol, new ArrayList<>(bars)));
        all.put("XSP", all.get("SPX").stream().map(b -> new DailyBars.Bar(b.date(), b.open() / 10, b.high() / 10,
                b.low() / 10, b.close() / 10)).collect(java.util.stream.Collectors.toCollection(ArrayList::new)));
        all.put("VRO", settlements(all.get("VIX")));
        return all;
    }

    private void indexReturns(double[] spx, double[] logVix) {
        int n = dates.size();
        List<Double> told = spec.recent().spxLastDays();
        double level = StrictMath.log(17.5);
        for (int t = 0; t < n; t++) {
            double daily = 0.0005 + 0.7 * StrictMath.exp(level) / 100 / ROOT_YEAR * noise.fat(1, day(t));
            spx[t] = t >= n - told.size() ? StrictMath.log1p(told.get(t - n + told.size())) : daily;
            double free = 0.035 * (StrictMath.log(17.0) - level) + 0.03 * noise.bell(2, day(t))
                    - 0.65 * VixResponse.elasticity(StrictMath.exp(level)) * spx[t];
            level = Math.min(HIGHEST, level + free);
            level += Math.max(0, (LOW - level) * 0.6);
            logVix[t] = level;
        }
        given("SPX", spx, logVix);
        double miss = StrictMath.log(end.at(Board.VIX)) - logVix[n - 1];
        for (int i = 0; i < RAMP && i < n; i++) {
            logVix[n - 1 - i] += miss * (RAMP - i) / RAMP;
        }
    }

    /** Given bars replace what was made. */
    private void given(String symbol, double[] spx, double[] logVix) {
        List<DailyBars.Bar> bars = spec.history().get(symbol);
        for (int t = 1; bars != null && t < bars.size(); t++) {
            spx[t] = StrictMath.log(bars.get(t).close() / bars.get(t - 1).close());
        }
        Map<LocalDate, Double> vix = new TreeMap<>();
        spec.history().getOrDefault("VIX", List.of()).forEach(bar -> vix.put(bar.date(), bar.close()));
        for (int t = 0; t < logVix.length; t++) {
            if (vix.containsKey(dates.get(t))) {
                logVix[t] = StrictMath.log(vix.get(dates.get(t)));
            }
        }
    }

    private long day(int t) {
        return dates.get(t).toEpochDay();
    }

    private double[] nameReturns(WorldSpec.Name name, double[] spx) {
        int n = spx.length;
        long channel = Noise.channel("past " + name.symbol());
        double own = name.residual() / ROOT_YEAR;
        double[] r = new double[n];
        for (int t = 0; t < n; t++) {
            int ago = n - 1 - t;
            boolean fund = name.etf();
            boolean together = spec.recent().betaExpansion() != 0 && ago < 2 * RECENT_BETA && !fund;
            double beta = name.beta() + (ago < RECENT_BETA && !fund ? spec.recent().betaExpansion() : 0);
            double drift = name.symbol().equals("RSP") && ago < RECENT_BREADTH ? spec.recent().breadthDrift() : 0;
            r[t] = drift + beta * spx[t] + own * (together ? TOGETHER : 1)
                    * (fund ? noise.bell(channel, day(t)) : noise.fat(channel, day(t)));
            if (ago < FALL && spec.recent().oversold().contains(name.symbol())) {
                r[t] = beta * spx[t] - 0.008 + 0.006 * noise.bell(channel, day(t));
            }
        }
        return r;
    }

    /** Closes that end at the given level. */
    private static double[] path(double[] returns, double last) {
        double[] closes = new double[returns.length];
        double level = StrictMath.log(last);
        for (int t = returns.length - 1; t >= 0; t--) {
            closes[t] = StrictMath.exp(level);
            level -= returns[t];
        }
        return closes;
    }

    private double[] levels(IntToDoubleFunction log) {
        double[] closes = new double[dates.size()];
        for (int t = 0; t < closes.length; t++) {
            closes[t] = StrictMath.exp(log.applyAsDouble(t));
        }
        return closes;
    }

    /** An index that follows VIX by a power, with slow noise that has died out at the end. */
    private double[] following(double[] logVix, double last, int place, double power) {
        double target = StrictMath.log(end.at(place));
        double[] slow = new double[logVix.length];
        double drift = 0;
        for (int t = 0; t < slow.length; t++) {
            drift = 0.9 * drift + 0.012 * power * noise.bell(100 + place, day(t));
            slow[t] = drift * Math.min(1, (slow.length - 1 - t) / 20.0);
        }
        return levels(t -> target + power * (logVix[t] - last) + slow[t]);
    }

    /** @param range width of a day's range in per cent */
    private void put(Map<String, List<DailyBars.Bar>> all, String symbol, double[] closes, double range) {
        long channel = Noise.channel("range " + symbol);
        List<DailyBars.Bar> bars = new ArrayList<>(closes.length);
        for (int t = 0; t < closes.length; t++) {
            double before = t == 0 ? closes[0] : closes[t - 1];
            double open = before * StrictMath.exp(0.3 * range / 100 * noise.bell(channel, day(t)));
            double up = 0.4 * range / 100 * Math.abs(noise.bell(channel + 1, day(t)));
            double down = 0.4 * range / 100 * Math.abs(noise.bell(channel + 2, day(t)));
            double high = Math.max(open, closes[t]) * StrictMath.exp(up);
            double low = Math.min(open, closes[t]) * StrictMath.exp(-down);
            bars.add(new DailyBars.Bar(dates.get(t), cents(open), cents(high), cents(low), cents(closes[t])));
        }
        all.put(symbol, bars);
    }

    static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    private List<DailyBars.Bar> settlements(List<DailyBars.Bar> vix) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        for (DailyBars.Bar bar : vix) {
            if (isVixSettlement(bar.date())) {
                double value = openingQuotation(bar.date(), bar.open());
                bars.add(new DailyBars.Bar(bar.date(), value, value, value, value));
            }
        }
        return bars;
    }

    static boolean isVixSettlement(LocalDate date) {
        boolean monthly = date.equals(SessionCalendar.vixExpiry(date.getYear(), date.getMonthValue()));
        return monthly || date.getDayOfWeek() == java.time.DayOfWeek.WEDNESDAY;
    }

    /** The special opening quotation differs from the first VIX print, at times by more than a point. */
    double openingQuotation(LocalDate date, double vixOpen) {
        return cents(vixOpen * (1 + 0.015 * noise.bell(77, date.toEpochDay())));
    }
}
