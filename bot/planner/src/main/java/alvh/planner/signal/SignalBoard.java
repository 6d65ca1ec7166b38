package alvh.planner.signal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.company.Companies;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.portfolio.NameExposure;

/**
 * All signals from one picture of the market: of now, and of past closes without look-ahead. Not for several threads: it
 * keeps betas of closes it has looked at.
 */
public final class SignalBoard {

    private final MarketSnapshot market;
    private final List<NameExposure> book;
    private final EventCalendar events;
    private final TradingCalendar calendar;
    private final boolean edrVote;
    private final Companies companies;
    private final double ratePerYear;
    private final BetaExpansion betaExpansion;
    private final Studies studies;

    private SignalBoard(MarketSnapshot market, List<NameExposure> book, EventCalendar events,
            Companies companies, double ratePerYear, TradingCalendar calendar, boolean edrVote) {
        this.market = market;
        this.book = List.copyOf(book);
        this.events = events;
        this.companies = companies;
        this.ratePerYear = ratePerYear;
        this.calendar = calendar;
        this.edrVote = edrVote;
        this.studies = new Studies(market);
        this.betaExpansion = new BetaExpansion(market, book, companies);
    }

    /**
     * @param book today's names and weights; they stand for past closes too
     * @param edrVote the expected range votes (setting layers.edr_vote)
     */
    public static SignalBoard of(MarketSnapshot market, List<NameExposure> book, EventCalendar events,
            TradingCalendar calendar, boolean edrVote) {
        return of(market, book, events, Companies.NONE, Double.NaN, calendar, edrVote);
    }

    /**
     * @param companies give the sectors of IPO and lock-up windows (S43)
     * @param ratePerYear of the settings, where the user's series has no 10-year rate
     */
    public static SignalBoard of(MarketSnapshot market, List<NameExposure> book, EventCalendar events,
            Companies companies, double ratePerYear, TradingCalendar calendar, boolean edrVote) {
        return new SignalBoard(market, book, events, companies, ratePerYear, calendar, edrVote);
    }

    /** Signals now: complete daily closes; live index levels stand for today's close in V4 to V6 and EDR. */
    public Signals now() {
        return compute(History.now(market, calendar, studies));
    }

    /** Dates of the last {@code count} complete SPX closes, oldest first: today's counts from 16:15 on. */
    public List<LocalDate> closes(int count) {
        return History.now(market, calendar, studies).dates(count);
    }

    /** Signals as they were known at the close of a date: only bars up to and with it, only events before its end. */
    public Signals atClose(LocalDate date) {
        return compute(History.atClose(market, calendar, date, studies));
    }

    private Signals compute(History history) {
        OvernightGap gap = OvernightGap.of(history, book, events, symbol -> companies.of(symbol).sector());
        SlowModifiers slow = SlowModifiers.of(history);
        Signal ratio = VolatilitySignals.termStructure(history);
        List<Signal> signals = List.of(betaExpansion.of(history), Breadth.of(history), MacdRollover.of(history), ratio,
                VolatilitySignals.vixChange(history), VolatilitySignals.vvix(history),
                EventSignals.surprise(history, events), ComplacentTop.of(history), slow.signal(),
                EventSignals.next(history, events), RsiExtremes.of(history, book), gap.signal(),
                Fundamentals.of(history, book, companies, ratePerYear),
                VolatilitySignals.expectedRange(history, edrVote));
        SortedMap<SignalId, Signal> all = new TreeMap<>();
        signals.forEach(signal -> all.put(signal.id(), signal));
        String blackout = history.live() ? EventSignals.blackout(history.moment(), events) : null;
        return new Signals(history.date(), Collections.unmodifiableSortedMap(all), history.spot("VIX").value(),
                ratio.value(), gap.flag(), blackout, slow.shift());
    }
}
