package alvh.planner.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.market.Expiries;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.Forward;
import alvh.planner.pricing.Forwards;
import alvh.planner.pricing.VixCurve;

/** Forward VIX of each monthly date, and the curve through them (methodology 5.1, 4.3). */
final class VixForwards {

    private static final String MONTHLY = "VIX";
    private static final String FUTURE = "VX";

    private final MarketSnapshot snapshot;
    private final QuotedExpiries expiries;
    private final TradingCalendar calendar;
    private final double rate;
    private final MarketState.QuotePolicy policy;
    private final ParityReading parity;
    private final SortedMap<LocalDate, Forward> monthlies = new TreeMap<>();

    VixForwards(MarketSnapshot snapshot, QuotedExpiries expiries, TradingCalendar calendar, double rate,
            MarketState.QuotePolicy policy, ParityReading parity) {
        this.snapshot = snapshot;
        this.expiries = expiries;
        this.calendar = calendar;
        this.rate = rate;
        this.policy = policy;
        this.parity = parity;
        for (LocalDate date : dates()) {
            monthlies.put(date, monthly(date));
        }
    }

    /** Linear from the spot through the known monthlies; null when the spot or every monthly is unknown. */
    VixCurve curve(double spot) {
        List<double[]> nodes = new ArrayList<>();
        monthlies.forEach((date, forward) -> {
            double years = years(date);
            if (years > 0 && forward instanceof Forward.Known(double points, var source)) {
                nodes.add(new double[]{years, points});
            }
        });
        if (!(spot > 0) || nodes.isEmpty()) {
            return null;
        }
        return new VixCurve(spot, nodes.stream().mapToDouble(node -> node[0]).toArray(),
                nodes.stream().mapToDouble(node -> node[1]).toArray());
    }

    /** Forward of a VIX or VIXW expiry, given the curve through the monthlies (null when there is none). */
    Forward of(ExpiryId expiry, VixCurve curve) {
        Forward known = monthlies.get(expiry.settlement());
        if (known instanceof Forward.Known) {
            return known;
        }
        Quote future = future(expiry.settlement());
        return Forwards.vix(new Settlement(calendar).expiryYears(snapshot.asOf(), expiry.tradingClass(),
                expiry.settlement()), future.bid(), future.ask(), expiries.quotes(expiry), rate, curve);
    }

    private List<LocalDate> dates() {
        Expiries rules = new Expiries(calendar);
        SortedMap<LocalDate, Boolean> dates = new TreeMap<>();
        expiries.expiries().stream().filter(expiry -> expiry.tradingClass().equals(MONTHLY))
                .forEach(expiry -> dates.put(expiry.settlement(), true));
        for (InstrumentKey key : snapshot.quotes().keySet()) {
            if (!key.isOption() && key.root().equals(FUTURE) && !key.text().equals(FUTURE)) {
                dates.put(key.settlementDate(), true);
            }
        }
        return dates.keySet().stream().filter(rules::isVixMonthly).toList();
    }

    private Forward monthly(LocalDate date) {
        double years = years(date);
        Quote future = future(date);
        Forward forward = Forwards.vx(years, future.bid(), future.ask());
        if (years > 0 && forward instanceof Forward.Unknown) {
            forward = fromNeighbours(date);
        }
        if (years > 0 && forward instanceof Forward.Unknown) {
            forward = Forwards.parity(expiries.quotes(new ExpiryId(MONTHLY, date)), years, rate);
        }
        return forward;
    }

    private Forward fromNeighbours(LocalDate date) {
        Expiries rules = new Expiries(calendar);
        LocalDate later = rules.vixMonthlies(date.plusDays(1), 1).get(0);
        LocalDate earlier = rules.vixMonthlies(date.minusDays(36), 1).get(0);
        double[] changes = java.util.stream.Stream.of(earlier, later).filter(near -> !near.equals(date))
                .mapToDouble(this::change).filter(Double::isFinite).toArray();
        return Forwards.vxFromNeighbours(settlement(date), changes);
    }

    private double change(LocalDate date) {
        Quote quote = future(date);
        return Forwards.vx(1, quote.bid(), quote.ask()) instanceof Forward.Known(double points, var source)
                ? points - settlement(date)
                : Double.NaN;
    }

    /** The close of the session before today's, NaN when the bars do not reach it. */
    private double settlement(LocalDate date) {
        DailyBars bars = snapshot.bars().get(InstrumentKey.future(FUTURE, date));
        LocalDate today = snapshot.asOf().atZone(TradingCalendar.NEW_YORK).toLocalDate();
        LocalDate before = calendar.previous(today);
        return bars == null
                ? Double.NaN
                : bars.bars().stream().filter(bar -> bar.date().equals(before))
                        .mapToDouble(DailyBars.Bar::close).findFirst().orElse(Double.NaN);
    }

    private Quote future(LocalDate date) {
        InstrumentKey key = InstrumentKey.future(FUTURE, date);
        Quote quote = snapshot.quote(key);
        boolean usable = !parity.rejectedFuture(key.text())
                && quote.fault(snapshot.takenAt(), policy.oldestQuote(), policy.delayedAllowed()) == null;
        return usable ? quote : Quote.NONE;
    }

    private double years(LocalDate date) {
        return new Settlement(calendar).expiryYears(snapshot.asOf(), MONTHLY, date);
    }
}
