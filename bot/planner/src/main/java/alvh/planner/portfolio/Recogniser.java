package alvh.planner.portfolio;

import java.util.List;

import alvh.planner.ledger.Lot;
import alvh.planner.market.TradingCalendar;

/** BOOK lots become structures, by the grammar of methodology 3.1: greedy, in its order, each contract used once. */
public final class Recogniser {

    private final BookRules rules;
    private final TradingCalendar calendar;

    public Recogniser(BookRules rules, TradingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * Structures of the open part of these lots, in order of underlying, expiry and grammar; HEDGE lots and ended lots
     * are left out. Every open contract is in exactly one structure; what fits nothing is LOOSE.
     */
    public List<Structure> recognise(List<Lot> lots) {
        throw new UnsupportedOperationException("being built" + rules + calendar);
    }
}
