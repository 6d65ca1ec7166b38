package alvh.planner.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.ledger.CashTotals;
import alvh.planner.ledger.Lot;
import alvh.planner.line.Picture;
import alvh.planner.market.ContractRules;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.Quote;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlanningInput;

/**
 * The account at one close, by marks: what {@link Past.DayEntry} remembers of a day. Nothing is estimated: one lot without a
 * mark and there is no entry, only the reason. A bid of zero under a live offer is a bid of zero.
 *
 * @param entry null when a part of it is not known; then {@code missing} says which
 * @param totals flows since the first day that was remembered
 */
public record Closing(LocalDate date, CashTotals totals, Past.DayEntry entry, String missing) {

    private static final int MOST_NAMED = 4;

    /**
     * @param since first day remembered; null when this is it
     * @param before totals when the last entry was made, or null before the first: flows of days without an entry go into
     *        the next one
     */
    public static Closing of(PlanningInput input, LocalDate since, CashTotals before) {
        LocalDate today = input.market().asOf().atZone(TradingCalendar.NEW_YORK).toLocalDate();
        CashTotals totals = CashTotals.of(input.ledger(), since == null ? today : since);
        List<String> missing = new ArrayList<>();
        Usd hedge = value(input.ledger().openHedgeLots(), input, missing);
        Usd book = value(input.ledger().openBookLots(), input, missing);
        IndexLevel spx = input.market().level("SPX");
        if (!spx.known() || spx.quality() == alvh.planner.market.Quality.DELAYED && !input.delayedAllowed()) {
            missing.add("SPX has no level");
        }
        if (input.account().netLiquidation() == null) {
            missing.add("the account's value in dollars is not known");
        }
        double delta = missing.isEmpty() ? delta(input, today, missing) : Double.NaN;
        if (!missing.isEmpty()) {
            return new Closing(today, totals, null, words(missing));
        }
        Usd paid = before == null ? totals.hedgePaid() : totals.hedgePaid().minus(before.hedgePaid());
        Usd got = before == null ? totals.bookReceived() : totals.bookReceived().minus(before.bookReceived());
        return new Closing(today, totals, new Past.DayEntry(today, hedge, book.negated(),
                input.account().netLiquidation(), paid, got, spx.last(), Math.rint(delta * 100) / 100 + 0.0), "");
    }

    private static double delta(PlanningInput input, LocalDate today, List<String> missing) {
        var exposure = Assessment.of(input, TradingCalendar.nyse(), today).exposure();
        exposure.names().stream().filter(n -> n.missing() != null)
                .forEach(n -> missing.add(n.symbol() + " has no delta: " + n.missing()));
        if (missing.isEmpty() && !Double.isFinite(exposure.betaWeightedDelta())) {
            missing.add("a name's beta is not known");
        }
        return exposure.betaWeightedDelta();
    }

    /** Dollars that the lots are worth: positive when closing them brings money. */
    private static Usd value(List<Lot> lots, PlanningInput input, List<String> missing) {
        Usd sum = Usd.ZERO;
        for (Lot lot : lots) {
            for (Lot.LotLeg leg : lot.legs()) {
                double mark = mark(input, leg, missing);
                double dollars = leg.side().sign() * leg.ratio() * lot.openQuantity()
                        * ContractRules.multiplier(leg.key()) * mark;
                sum = Double.isFinite(dollars) ? sum.plus(Usd.floor(dollars)) : sum;
            }
        }
        return sum;
    }

    private static double mark(PlanningInput input, Lot.LotLeg leg, List<String> missing) {
        Quote quote = input.market().quote(leg.key());
        boolean noBid = quote.ask() > 0 && Double.isFinite(quote.ask()) && !(quote.bid() > 0);
        Quote used = noBid
                ? new Quote(quote.ask(), quote.ask(), 0, quote.askSize(), quote.at(), quote.quality())
                : quote;
        Quote.Fault fault = used.fault(input.market().takenAt(), Picture.OLDEST_QUOTE, input.delayedAllowed());
        if (fault != null) {
            String because = input.market().missing().get(leg.key());
            missing.add(leg.key() + " has no mark: " + (because == null ? fault.name() : because));
            return Double.NaN;
        }
        return noBid ? quote.ask() / 2 : quote.mid();
    }

    private static String words(List<String> missing) {
        String named = String.join("; ", missing.subList(0, Math.min(MOST_NAMED, missing.size())));
        return missing.size() <= MOST_NAMED ? named : named + "; and " + (missing.size() - MOST_NAMED) + " more";
    }
}
