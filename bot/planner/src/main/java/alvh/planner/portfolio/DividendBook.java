package alvh.planner.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import alvh.planner.company.Companies;
import alvh.planner.company.Company;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.SecType;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * Dividends of shares that the account holds (methodology S47): what they paid by the user's file, and shares that came
 * without a trade. The broker's API books neither as a trade, so both are read from holdings and ex-dates.
 */
public final class DividendBook {

    /** A reinvestment follows its ex-date by the time until payment. */
    private static final int PAYMENT_DAYS = 60;

    private final Ledger ledger;
    private final Companies companies;
    private final TradingCalendar calendar;

    public DividendBook(Ledger ledger, Companies companies, TradingCalendar calendar) {
        this.ledger = ledger;
        this.companies = companies;
        this.calendar = calendar;
    }

    /** A seed or a trade of one instrument, in time. */
    private record Moment(Instant at, boolean seed, long quantity) {}

    /**
     * Dollars that shares held long into an ex-date of the last 63 sessions were entitled to: dividend x shares, rounded
     * down. Nothing for names without dividends in the file.
     */
    public Usd received(LocalDate today) {
        Usd sum = Usd.ZERO;
        for (Company company : companies.bySymbol().values()) {
            for (Company.Dated dividend : company.dividends()) {
                boolean due = !dividend.date().isAfter(today) && dividend.dollars() > 0
                        && calendar.sessionsBetween(dividend.date(), today) < HedgeCharges.EPOCH_SESSIONS;
                long shares = due ? sharesInto(company.symbol(), dividend.date()) : 0;
                sum = sum.plus(shares > 0 ? Usd.floor(dividend.dollars() * shares) : Usd.ZERO);
            }
        }
        return sum;
    }

    /** Shares held when New York's day of the ex-date began; negative when short. */
    long sharesInto(String symbol, LocalDate exDate) {
        Instant begin = exDate.atStartOfDay(TradingCalendar.NEW_YORK).toInstant();
        long shares = 0;
        for (Moment moment : moments(InstrumentKey.of(symbol))) {
            if (moment.at().isBefore(begin)) {
                shares = moment.seed() ? moment.quantity() : shares + moment.quantity();
            }
        }
        return shares;
    }

    /** Shares that appeared without a trade after the first holding of a name was known, each with its likely reason. */
    public List<String> increments() {
        SortedSet<InstrumentKey> keys = new TreeSet<>();
        ledger.memory().holdings().stream().map(BookedEvent.HoldingSeeded::key)
                .filter(key -> key.secType() == SecType.STOCK).forEach(keys::add);
        List<String> found = new ArrayList<>();
        for (InstrumentKey key : keys) {
            long shares = 0;
            boolean known = false;
            for (Moment moment : moments(key)) {
                long more = moment.seed() && known ? moment.quantity() - shares : 0;
                if (more > 0) {
                    found.add(increment(key.root(), more, moment.at().atZone(TradingCalendar.NEW_YORK).toLocalDate()));
                }
                shares = moment.seed() ? moment.quantity() : shares + moment.quantity();
                known = true;
            }
        }
        return List.copyOf(found);
    }

    private String increment(String symbol, long more, LocalDate date) {
        boolean paid = companies.of(symbol).dividends().stream().anyMatch(d -> !d.date().isAfter(date)
                && d.date().plusDays(PAYMENT_DAYS).isAfter(date));
        return symbol + ": " + more + " more shares on " + date + " than trades explain; " + (paid
                ? "a dividend reinvested, by its ex-date"
                : "no ex-date in the file explains them");
    }

    private List<Moment> moments(InstrumentKey key) {
        List<Moment> moments = new ArrayList<>();
        ledger.memory().holdings().stream().filter(h -> h.key().equals(key))
                .forEach(h -> moments.add(new Moment(h.at(), true, h.quantity())));
        ledger.memory().executions().values().stream().map(Ledger.Applied::execution)
                .filter(e -> e.key().equals(key))
                .forEach(e -> moments.add(new Moment(e.at(), false, e.side().sign() * e.quantity())));
        moments.sort(Comparator.comparing(Moment::at).thenComparing(m -> m.seed() ? 1 : 0));
        return moments;
    }
}
