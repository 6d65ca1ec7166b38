package alvh.daemon.broker;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import alvh.planner.market.ContractRules;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.SettlementStyle;
import alvh.planner.market.TradingCalendar;

/**
 * From the broker's facts to our key. An option is named by its local symbol, whose date is the settlement date; the last
 * trade date is the day before where the value is set at the open (methodology 7.1, the expiry-date trap).
 */
final class Naming {
    private static final Pattern OCC = Pattern.compile("[A-Z0-9. ]{6}\\d{6}[CP]\\d{8}");
    private static final Pattern DAY = Pattern.compile("\\d{8}.*");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.\\-]{1,11}");

    private final TradingCalendar calendar;

    Naming(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The key, or nothing for what the bot does not know: other security types, other currencies, unreadable facts. */
    Optional<InstrumentKey> key(Facts facts) {
        boolean dollars = facts.currency().isEmpty() || facts.currency().equals("USD");
        if (!dollars) {
            return Optional.empty();
        }
        return switch (facts.secType()) {
            case "STK", "IND" -> symbol(facts.symbol());
            case "OPT" -> option(facts);
            case "FUT" -> future(facts);
            default -> Optional.empty();
        };
    }

    static Optional<InstrumentKey> symbol(String text) {
        String symbol = text.replace(' ', '.');
        return SYMBOL.matcher(symbol).matches() ? Optional.of(InstrumentKey.of(symbol)) : Optional.empty();
    }

    private Optional<InstrumentKey> option(Facts facts) {
        if (OCC.matcher(facts.localSymbol()).matches()) {
            return Optional.of(InstrumentKey.of(facts.localSymbol()));
        }
        Optional<LocalDate> date = settlement(facts);
        boolean whole = facts.strike() > 0 && facts.strike() < 100_000;
        boolean sided = facts.right().startsWith("C") || facts.right().startsWith("P");
        if (date.isEmpty() || !whole || !sided || !facts.tradingClass().matches("[A-Z0-9.]{1,6}")) {
            return Optional.empty();
        }
        return Optional.of(InstrumentKey.option(facts.tradingClass(), date.get(), Right.of(facts.right().charAt(0)),
                Math.round(facts.strike() * 1000)));
    }

    private Optional<InstrumentKey> future(Facts facts) {
        Optional<LocalDate> date = day(facts.realExpiration()).or(() -> day(facts.lastTrade()));
        boolean named = facts.tradingClass().matches("[A-Z0-9]{1,6}");
        return named ? date.map(d -> InstrumentKey.future(facts.tradingClass(), d)) : Optional.empty();
    }

    /** Real expiration where the details state it, else what the last trade date means for this class. */
    private Optional<LocalDate> settlement(Facts facts) {
        return day(facts.realExpiration())
                .or(() -> day(facts.lastTrade()).map(d -> settlementOfLastTrade(facts.tradingClass(), d)));
    }

    /** The settlement date of an option that trades for the last time on {@code lastTrade}. */
    LocalDate settlementOfLastTrade(String tradingClass, LocalDate lastTrade) {
        return ContractRules.settlement(tradingClass) == SettlementStyle.AM ? calendar.next(lastTrade) : lastTrade;
    }

    static Optional<LocalDate> day(String text) {
        return DAY.matcher(text).matches() ? Unset.date(text) : Optional.empty();
    }
}
