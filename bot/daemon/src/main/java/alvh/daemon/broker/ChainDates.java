package alvh.daemon.broker;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import alvh.planner.market.ContractRules;
import alvh.planner.market.Expiries;
import alvh.planner.market.SettlementStyle;
import alvh.planner.market.TradingCalendar;

/** Reads option parameters. A listed date may be the settlement date or, for AM classes, the last trading day. */
final class ChainDates {
    private final TradingCalendar calendar;
    private final Expiries expiries;

    ChainDates(TradingCalendar calendar) {
        this.calendar = calendar;
        this.expiries = new Expiries(calendar);
    }

    /** Every (class, expiry) with 100 as multiplier, one exchange a class: SMART where it is named, else the first. */
    List<Chain> chains(List<Word.OptionParams> params) {
        Map<String, Word.OptionParams> byClass = new TreeMap<>();
        params.stream().filter(p -> Unset.multiplier(p.multiplier()) == 100)
                .sorted(Comparator.comparing((Word.OptionParams p) -> !p.exchange().equals("SMART"))
                        .thenComparing(Word.OptionParams::exchange))
                .forEach(p -> byClass.putIfAbsent(p.tradingClass(), p));
        List<Chain> chains = new ArrayList<>();
        byClass.forEach((name, p) -> p.expirations().stream().sorted().forEach(text -> Unset.date(text).ifPresent(
                date -> chains.add(new Chain(name, settlement(name, date), text, p.strikesMilli())))));
        return chains;
    }

    /** The settlement date that a listed date of this class means. */
    LocalDate settlement(String tradingClass, LocalDate listed) {
        boolean atTheOpen = ContractRules.settlement(tradingClass) == SettlementStyle.AM;
        return !atTheOpen || settles(tradingClass, listed) ? listed : calendar.next(listed);
    }

    /** The other way to write a listed date, where there is one: last trading day against settlement date. */
    Optional<String> otherDate(Chain chain) {
        if (ContractRules.settlement(chain.tradingClass()) != SettlementStyle.AM) {
            return Optional.empty();
        }
        String settlement = Unset.basic(chain.settlement());
        return Optional.of(chain.listedDate().equals(settlement)
                ? Unset.basic(calendar.previous(chain.settlement()))
                : settlement);
    }

    private boolean settles(String tradingClass, LocalDate date) {
        return switch (tradingClass) {
            case "VIX" -> expiries.isVixMonthly(date);
            case "VIXW" -> expiries.vixWeekly(date).equals(date);
            case "SPX" -> expiries.thirdFriday(YearMonth.from(date)).equals(date);
            default -> false;
        };
    }
}
