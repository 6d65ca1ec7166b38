package alvh.daemon.execution;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import alvh.daemon.approval.Slack;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.Lot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.PlannedOrder;

/** The money of one order against the ledger of this moment: period budget (C1), day (C2), ten minutes (C7). */
final class Spend {

    private static final Duration PERIOD = Duration.ofMinutes(10);

    private Spend() {}

    static Optional<Refused> check(Turn turn, Run run, PlannedOrder order) {
        if (order.effect() == Effect.CLOSE) {
            return Optional.empty();
        }
        boolean reserved = run.intentId() != null;
        Usd more = reserved ? Usd.ZERO : order.worstCase();
        return period(turn, run, order, more).or(() -> reserved ? Optional.empty() : day(turn, run, order))
                .or(() -> reserved ? Optional.empty() : tenMinutes(turn, run, order));
    }

    private static Optional<Refused> period(Turn turn, Run run, PlannedOrder order, Usd more) {
        boolean extension = order.effect() == Effect.OPEN && !order.closesLots().isEmpty();
        if (extension) {
            HedgeCharges charges = HedgeCharges.of(turn.books.ledger(), turn.today(), TradingCalendar.nyse());
            Usd gain = Usd.ZERO;
            for (String lot : order.closesLots()) {
                gain = gain.plus(charges.extendable().getOrDefault(lot, Usd.ZERO));
            }
            return more.compareTo(gain) > 0
                    ? refused(Refused.Code.EXTENSION, "needs " + more.text() + ", half of the gain is " + gain.text())
                    : Optional.empty();
        }
        Usd slack = Slack.of(run.budget(), turn.books.ledger(), turn.now);
        return more.compareTo(slack) > 0
                ? refused(Refused.Code.BUDGET, "needs " + more.text() + ", the budget has " + slack.text() + " left")
                : Optional.empty();
    }

    private static Optional<Refused> day(Turn turn, Run run, PlannedOrder order) {
        Usd spent = Usd.ZERO;
        boolean layerActed = false;
        for (IntentBook intent : turn.books.intentsOn(turn.today())) {
            if (intent.buys()) {
                Usd debit = debit(turn.books, intent);
                spent = spent.plus(debit);
                layerActed |= intent.intent().layer() == order.layer() && debit.isPositive();
            }
        }
        BigDecimal share = turn.settings.limits().dailyShare();
        Usd cap = run.budget().capTotal().share(share);
        boolean firstUnit = order.quantity() == 1 && !layerActed;
        return spent.plus(order.worstCase()).compareTo(cap) > 0 && !firstUnit
                ? refused(Refused.Code.DAILY_CAP, "needs " + order.worstCase().text() + ", today " + spent.text()
                        + " of " + cap.text() + " are spent or reserved, and its layer has acted")
                : Optional.empty();
    }

    private static Optional<Refused> tenMinutes(Turn turn, Run run, PlannedOrder order) {
        Instant since = turn.now.minus(PERIOD);
        Usd recent = Usd.ZERO;
        for (IntentBook intent : turn.books.intents().values()) {
            if (intent.buys() && intent.intent().at().isAfter(since)) {
                recent = recent.plus(debit(turn.books, intent));
            }
        }
        Usd cap = run.plan().worstCase();
        for (PlanFate fate : turn.books.plans().values()) {
            boolean counts = fate.used() && fate.at().isAfter(since) && fate.worstCase() != null;
            cap = counts ? cap.max(fate.worstCase()) : cap;
        }
        return recent.plus(order.worstCase()).compareTo(cap) > 0
                ? refused(Refused.Code.PERIOD_COLLAR, "needs " + order.worstCase().text() + " after " + recent.text()
                        + " in ten minutes, the approved plan's worst case is " + cap.text())
                : Optional.empty();
    }

    /** What an intent has cost and still holds in reserve. */
    static Usd debit(Books books, IntentBook intent) {
        Usd sum = Usd.ZERO;
        for (Lot lot : books.ledger().lots().values()) {
            sum = intent.intent().intentId().equals(lot.intentId()) ? sum.plus(lot.cost()) : sum;
        }
        BookedEvent.IntentReserved open = books.ledger().reservations().get(intent.intent().intentId());
        Usd held = books.ledger().memory().feesHeld().getOrDefault(intent.intent().intentId(), Usd.ZERO);
        return sum.plus(held).plus(open == null ? Usd.ZERO : open.reserved());
    }

    private static Optional<Refused> refused(Refused.Code code, String because) {
        return Optional.of(new Refused(code, because));
    }
}
