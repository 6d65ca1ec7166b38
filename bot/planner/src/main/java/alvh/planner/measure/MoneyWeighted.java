package alvh.planner.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Money-weighted return (methodology F14): the rate at which all flows together are worth nothing, by bisection; with more
 * than one change of sign that rate is not unique, and modified Dietz is given instead.
 *
 * @param perYear effective rate a year for IRR; for DIETZ the return of the whole span, times 365 over its days. NaN when
 *        UNKNOWN
 */
public record MoneyWeighted(Method method, double perYear) {

    private static final double LOWEST = -0.99;
    private static final double HIGHEST = 10;
    private static final double YEAR = 365;
    private static final int HALVINGS = 200;

    public enum Method {
        IRR, DIETZ, UNKNOWN
    }

    private static final MoneyWeighted NONE = new MoneyWeighted(Method.UNKNOWN, Double.NaN);

    /**
     * @param flows oldest first; the first one is the capital put in, the last one is or contains the capital taken back
     */
    public static MoneyWeighted of(List<Flow> flows) {
        if (flows.size() < 2 || flows.stream().anyMatch(f -> !Double.isFinite(f.dollars()))) {
            return NONE;
        }
        int changes = signChanges(flows);
        if (changes == 1) {
            double rate = irr(flows);
            return Double.isFinite(rate) ? new MoneyWeighted(Method.IRR, rate) : NONE;
        }
        LocalDate first = flows.get(0).date();
        long span = ChronoUnit.DAYS.between(first, flows.get(flows.size() - 1).date());
        double whole = changes > 1 ? dietz(flows) : Double.NaN;
        return Double.isFinite(whole) && span > 0 ? new MoneyWeighted(Method.DIETZ, whole * YEAR / span) : NONE;
    }

    /** Flows of one day are one flow; nothing is no sign. */
    static int signChanges(List<Flow> flows) {
        List<Flow> byDay = new ArrayList<>();
        for (Flow flow : flows) {
            int last = byDay.size() - 1;
            if (last >= 0 && byDay.get(last).date().equals(flow.date())) {
                byDay.set(last, new Flow(flow.date(), byDay.get(last).dollars() + flow.dollars()));
            } else {
                byDay.add(flow);
            }
        }
        int changes = 0;
        double sign = 0;
        for (Flow flow : byDay) {
            double next = Math.signum(flow.dollars());
            if (next != 0) {
                changes += sign != 0 && next != sign ? 1 : 0;
                sign = next;
            }
        }
        return changes;
    }

    /** The root of sum CF/(1+r)^(d/365) between -0.99 and 10, NaN when there is none. */
    static double irr(List<Flow> flows) {
        double low = LOWEST;
        double high = HIGHEST;
        double atLow = worth(flows, low);
        if (atLow == 0) {
            return low;
        }
        if (atLow * worth(flows, high) > 0) {
            return Double.NaN;
        }
        for (int i = 0; i < HALVINGS && high - low > 1e-12; i++) {
            double middle = (low + high) / 2;
            if (worth(flows, middle) * atLow > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double worth(List<Flow> flows, double rate) {
        LocalDate first = flows.get(0).date();
        double sum = 0;
        for (Flow flow : flows) {
            double years = ChronoUnit.DAYS.between(first, flow.date()) / YEAR;
            sum += flow.dollars() / StrictMath.pow(1 + rate, years);
        }
        return sum;
    }

    /**
     * Modified Dietz return of the whole span, not annualised: gain over the capital at work, each flow weighted by the part
     * of the span that it was there. NaN when the capital at work is not positive or the span has no days.
     *
     * @param flows first: capital in (negative), last: capital out
     */
    public static double dietz(List<Flow> flows) {
        LocalDate first = flows.get(0).date();
        long span = ChronoUnit.DAYS.between(first, flows.get(flows.size() - 1).date());
        double gain = 0;
        double capital = 0;
        for (int i = 0; i < flows.size(); i++) {
            Flow flow = flows.get(i);
            gain += flow.dollars();
            boolean inside = i < flows.size() - 1;
            double there = span - ChronoUnit.DAYS.between(first, flow.date());
            capital -= inside ? flow.dollars() * there / span : 0;
        }
        return span > 0 && capital > 0 ? gain / capital : Double.NaN;
    }
}
