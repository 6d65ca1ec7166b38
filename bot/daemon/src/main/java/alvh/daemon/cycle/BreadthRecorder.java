package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Event.Job;
import alvh.daemon.desk.Handler;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.TradingCalendar;
import alvh.planner.signal.AdvanceDecline;

/**
 * Writes down the NYSE's advancing and declining issues at 15:59:30 and again at 16:05 New York time (methodology F8): the
 * broker keeps no history of them. What the day holds is the later sane reading; days of the user's own file are replaced
 * by recorded ones. Without the right to this data nothing is recorded, and the reason is written down. The desk's thread.
 */
public final class BreadthRecorder implements Handler {

    private static final InstrumentKey KEY = InstrumentKey.of(AdvanceDecline.SYMBOL);
    /** Tokens of this room; the cycle's rooms count from 2^40 and 2^41. */
    private static final long ROOM = 1L << 42;

    private final SortedMap<InstrumentKey, DailyBars> series;
    private final SortedMap<LocalDate, DailyBars.Bar> days = new TreeMap<>();
    private final SortedMap<Long, Event.Fire> asked = new TreeMap<>();
    private long next = ROOM;

    /**
     * @param past what the journal holds
     * @param series the user's own, by instrument: AD-NYSE among them is the seed
     */
    public BreadthRecorder(List<JournalRecord> past, SortedMap<InstrumentKey, DailyBars> series) {
        this.series = new TreeMap<>(series);
        DailyBars seed = this.series.remove(KEY);
        if (seed != null) {
            seed.bars().forEach(bar -> days.put(bar.date(), bar));
        }
        past.forEach(this::take);
    }

    private void take(JournalRecord entry) {
        if (entry instanceof JournalRecord.Breadth b) {
            days.put(b.date(), new AdvanceDecline(b.advances(), b.declines()).bar(b.date()));
        }
    }

    /** The picture with the user's series and the recorded days. */
    public MarketSnapshot addTo(MarketSnapshot market) {
        SortedMap<InstrumentKey, DailyBars> all = new TreeMap<>(series);
        if (!days.isEmpty()) {
            all.put(KEY, new DailyBars(KEY, new ArrayList<>(days.values())));
        }
        return all.isEmpty() ? market : market.withBars(all);
    }

    @Override
    public List<Command> on(Event event, Instant now) {
        return switch (event) {
            case Event.Fire f when f.job() == Job.BREADTH || f.job() == Job.BREADTH_LATER -> ask(f, now);
            case Event.QuotesProven q when asked.containsKey(q.token()) ->
                read(asked.remove(q.token()), q.quotes().getOrDefault(KEY, Quote.NONE), now);
            case Event.ReadFailed r when asked.containsKey(r.token()) ->
                notRead(asked.remove(r.token()), r.because());
            default -> List.of();
        };
    }

    /** The count of another day is not this day's, however late the fire comes. */
    private List<Command> ask(Event.Fire fire, Instant now) {
        if (!date(fire.scheduled()).equals(date(now)) || !TradingCalendar.nyse().isTradingDay(date(now))) {
            return List.of();
        }
        asked.put(next, fire);
        return List.of(new Command.ProveQuotes(next++, List.of(KEY)));
    }

    private List<Command> read(Event.Fire fire, Quote quote, Instant now) {
        boolean current = quote.quality() == Quality.LIVE && date(fire.scheduled()).equals(date(now));
        AdvanceDecline counts = current ? AdvanceDecline.of(quote) : null;
        if (counts == null) {
            return notRead(fire, "AD-NYSE gave " + (quote.quality() == Quality.NONE
                    ? "nothing: has the account a right to NYSE index data?"
                    : quote.bid() + " advances, " + quote.ask() + " declines, "
                            + quote.quality().name().toLowerCase(java.util.Locale.ROOT)));
        }
        JournalRecord.Breadth breadth = new JournalRecord.Breadth(date(now), counts.advances(), counts.declines(), now);
        take(breadth);
        return List.of(new Command.Append(List.of(breadth)));
    }

    /** Written down once a day, when the later reading gave nothing and the earlier one neither. */
    private List<Command> notRead(Event.Fire fire, String because) {
        boolean none = fire.job() == Job.BREADTH_LATER && !days.containsKey(date(fire.scheduled()));
        return none
                ? List.of(new Command.Append(
                        List.of(new JournalRecord.Skip("BREADTH", date(fire.scheduled()), "NO_DATA", because))))
                : List.of();
    }

    private static LocalDate date(Instant at) {
        return at.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }
}
