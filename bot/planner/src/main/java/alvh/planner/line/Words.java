package alvh.planner.line;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;

/** Contracts and packages as people read them: "VIX 15 Apr 26 call", "XSP 29 May 570/560 put spread". */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Words() {}

    public static String of(List<LotLeg> legs, LocalDate today) {
        InstrumentKey first = longLeg(legs).key();
        String name = first.root().equals("VIXW") ? "VIXW" : first.underlying();
        String head = name + " " + day(first.settlementDate(), today);
        if (legs.size() == 1) {
            return head + " " + strike(first) + " " + right(first);
        }
        return head + " " + strike(first) + "/" + strike(legs.get(legs.get(0).key().equals(first) ? 1 : 0).key()) + " "
                + right(first) + " spread";
    }

    private static LotLeg longLeg(List<LotLeg> legs) {
        return legs.stream().filter(leg -> leg.side() == Side.BUY).findFirst().orElse(legs.get(0));
    }

    /** With the year only where a reader could mistake it. */
    static String day(LocalDate date, LocalDate today) {
        return (date.isAfter(today.plusMonths(11)) ? DAY_YEAR : DAY).format(date);
    }

    public static String strike(InstrumentKey key) {
        long milli = key.strikeMilli();
        return milli % 1000 == 0
                ? Long.toString(milli / 1000)
                : java.math.BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
    }

    private static String right(InstrumentKey key) {
        return key.right() == Right.CALL ? "call" : "put";
    }

    /** ".31": a delta without its sign and leading zero. */
    static String delta(double delta) {
        String text = String.format(Locale.ROOT, "%.2f", Math.abs(delta));
        return text.startsWith("0") ? text.substring(1) : text;
    }
}
