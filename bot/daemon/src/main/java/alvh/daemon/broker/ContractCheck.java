package alvh.daemon.broker;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import alvh.planner.market.ContractRules;
import alvh.planner.market.Expiries;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.SecType;
import alvh.planner.market.TradingCalendar;

/**
 * Compares the broker's facts with the table of contracts (methodology 7.1): a contract that contradicts it is not
 * traded and not quoted, and the reason says both sides.
 */
final class ContractCheck {
    private final TradingCalendar calendar;
    private final Expiries expiries;

    ContractCheck(TradingCalendar calendar) {
        this.calendar = calendar;
        this.expiries = new Expiries(calendar);
    }

    /** The contradiction in words, or nothing. */
    Optional<String> contradiction(InstrumentKey key, Facts facts) {
        if (facts.conId() <= 0) {
            return Optional.of("E-CONTRACT " + key + ": no contract id");
        }
        String got = switch (key.secType()) {
            case STOCK, INDEX -> "";
            case FUTURE -> multiplier(key, facts) + dates(key, facts);
            case OPTION -> multiplier(key, facts) + tradingClass(key, facts) + strike(key, facts) + dates(key, facts);
        };
        return got.isEmpty() ? Optional.empty() : Optional.of("E-CONTRACT " + key + ":" + got);
    }

    /** What table {@code instrument} will hold, for facts without contradiction. */
    static KnownInstrument known(InstrumentKey key, Facts facts) {
        return new KnownInstrument(facts.conId(), key, facts.tradingClass(),
                Unset.date(facts.lastTrade()).orElse(null), Math.max(1, Unset.multiplier(facts.multiplier())),
                facts.ruleId());
    }

    private static String multiplier(InstrumentKey key, Facts facts) {
        int expected = ContractRules.multiplier(key);
        int got = Unset.multiplier(facts.multiplier());
        return got == expected ? "" : " multiplier got " + facts.multiplier() + ", expected " + expected + ";";
    }

    private static String tradingClass(InstrumentKey key, Facts facts) {
        boolean same = facts.tradingClass().isEmpty() || facts.tradingClass().equals(key.root());
        return same ? "" : " trading class got " + facts.tradingClass() + ", expected " + key.root() + ";";
    }

    private static String strike(InstrumentKey key, Facts facts) {
        boolean sameStrike = !(facts.strike() > 0) || Math.round(facts.strike() * 1000) == key.strikeMilli();
        boolean sameRight = facts.right().isEmpty() || facts.right().charAt(0) == key.right().letter();
        return sameStrike && sameRight ? "" : " strike and right got " + facts.strike() + facts.right() + ";";
    }

    private String dates(InstrumentKey key, Facts facts) {
        LocalDate settles = key.settlementDate();
        var text = new StringBuilder();
        Unset.date(facts.realExpiration()).filter(real -> !real.equals(settles))
                .ifPresent(real -> text.append(" settlement got ").append(real).append(", expected ").append(settles)
                        .append(';'));
        Optional<LocalDate> last = Unset.date(facts.lastTrade());
        if (last.isPresent() && calendar.covers(settles)) {
            LocalDate expected = expiries.lastTradeDate(key);
            // Newer servers have been seen to give the settlement date here; the contract id is what is traded.
            if (!last.get().equals(expected) && !last.get().equals(settles)) {
                text.append(" last trade date got ").append(last.get()).append(", expected ").append(expected)
                        .append(';');
            }
            text.append(monthly(key, settles));
        }
        return text.toString();
    }

    /** A weekly in a monthly's class would settle to another value. */
    private String monthly(InstrumentKey key, LocalDate settles) {
        LocalDate monthly = switch (key.root()) {
            case "VIX", "VX", "VXM" -> expiries.vixMonthly(YearMonth.from(settles));
            case "SPX" -> expiries.thirdFriday(YearMonth.from(settles));
            default -> settles;
        };
        boolean known = key.secType() == SecType.OPTION || key.secType() == SecType.FUTURE;
        return !known || monthly.equals(settles)
                ? ""
                : " class " + key.root() + " settles on " + settles + ", this month's date is " + monthly + ";";
    }
}
