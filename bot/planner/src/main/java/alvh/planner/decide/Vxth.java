package alvh.planner.decide;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.line.Candidate;
import alvh.planner.line.Picture;
import alvh.planner.market.Expiries;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.sizing.CandidateLine;

/**
 * The Cboe VXTH rule as a passive comparison (study arm A3): on the roll day, which is the settlement day of the monthly VIX
 * options, 30-delta VIX calls of the next month for a weight of net liquidation that the forward of that month decides; they
 * are held to their own settlement. Here it is bounded by this account's hedge budget.
 */
final class Vxth {
    private static final double NOTHING_UP_TO = 15;
    private static final double HALF_FROM = 30;
    private static final double NOTHING_FROM = 50;
    /** A roll day without a plan is made up for in the two sessions after it. */
    private static final int LATE_SESSIONS = 2;

    private Vxth() {}

    /** Share of net liquidation by the VIX forward of the month to be bought, in points; 0 when the forward is unknown. */
    static double weight(double forward) {
        if (!(forward > NOTHING_UP_TO) || forward >= NOTHING_FROM) {
            return 0;
        }
        return forward < HALF_FROM ? 0.01 : 0.005;
    }

    /** The last monthly VIX settlement not after {@code today}. */
    static LocalDate rollDay(LocalDate today, Expiries expiries) {
        LocalDate date = expiries.vixMonthly(YearMonth.from(today));
        return date.isAfter(today) ? expiries.vixMonthly(YearMonth.from(today).minusMonths(1)) : date;
    }

    static LocalDate nextRollDay(LocalDate today, Expiries expiries) {
        return expiries.vixMonthlies(today.plusDays(1), 1).get(0);
    }

    /** Why nothing is bought today, or null on a roll day that has not bought yet. */
    private static Refusal notToday(Picture picture, Ledger ledger) {
        var expiries = new Expiries(picture.calendar());
        LocalDate roll = rollDay(picture.today(), expiries);
        int late = picture.calendar().sessionsBetween(roll, picture.today());
        if (late > LATE_SESSIONS) {
            return refused(Refusal.Code.NOT_ROLL_DAY,
                    "vxth buys on the day on which the monthly VIX options settle: the "
                            + "next one is " + nextRollDay(picture.today(), expiries));
        }
        return boughtSince(ledger, roll)
                ? refused(Refusal.Code.NOT_ROLL_DAY, "vxth has bought since the roll day " + roll + "; the next one is "
                        + nextRollDay(picture.today(), expiries))
                : null;
    }

    private static boolean boughtSince(Ledger ledger, LocalDate roll) {
        for (Ledger.Intent intent : ledger.memory().intents().values()) {
            BookedEvent.IntentReserved reserved = intent.reserved();
            boolean buys = reserved.layer() == LayerId.BASE && reserved.effect() == BookedEvent.Effect.OPEN
                    && (!intent.closed() || ledger.lots().containsKey("H." + reserved.intentId()));
            if (buys && !TradingCalendar.newYork(reserved.at()).isBefore(roll)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The target strike's line with as many units as the weight pays for at the expected fill; empty with the reason in
     * {@code refusals}.
     */
    static List<Candidate> lines(List<Candidate> found, double forward, PlanningInput input, Picture picture,
            Usd capTotal,
            List<Refusal> refusals) {
        Refusal wait = notToday(picture, input.ledger());
        if (wait != null) {
            refusals.add(wait);
            return List.of();
        }
        double weight = weight(forward);
        if (weight == 0) {
            refusals.add(
                    refused(Refusal.Code.THROTTLE, String.format(Locale.ROOT, "VIX forward %.2f: vxth buys above 15 "
                            + "and below 50 only", forward)));
            return List.of();
        }
        double target = weight * input.account().netLiquidation().toDouble();
        var lines = new ArrayList<Candidate>();
        found.stream().filter(c -> c.layer() == LayerId.BASE && !c.isRoll() && c.fund() == null).limit(1)
                .forEach(c -> {
                    CandidateLine line = c.line();
                    long most = (long) Math.floor(target / line.expectedFill() + 1e-9);
                    most = Math.min(most, Presets.mostInOneOrder(line.worstCase(), 1, capTotal));
                    if (most == 0) {
                        refusals.add(refused(Refusal.Code.BOOK_TOO_SMALL, String.format(Locale.ROOT,
                                "%.1f %% of net liquidation is $%.2f, one call costs about $%.2f", 100 * weight, target,
                                line.expectedFill())));
                    } else {
                        lines.add(c.atMost((int) Math.min(most, line.upper())));
                    }
                });
        return lines;
    }

    private static Refusal refused(Refusal.Code code, String because) {
        return new Refusal(code, LayerId.BASE.word(), because);
    }
}
