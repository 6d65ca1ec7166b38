package alvh.daemon.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;

/** The re-check of a whole plan at the moment of its acceptance (promise 13); each step is checked again at its turn. */
final class Acceptance {

    /** Promise 8. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private Acceptance() {}

    /** Why the plan is not what was approved any more, or empty. */
    static Optional<String> drift(ApprovalSettings settings, HedgePlan plan, Facts facts, Instant now) {
        if (!plan.tradeDate().equals(now.atZone(TradingCalendar.NEW_YORK).toLocalDate())) {
            return Optional.of("the plan is for " + plan.tradeDate());
        }
        Usd buys = Usd.ZERO;
        for (PlannedOrder order : plan.orders()) {
            Optional<String> why = order(settings, order, facts, now);
            if (why.isPresent()) {
                return Optional.of("step " + order.step() + ": " + why.get());
            }
            buys = order.effect() == Effect.CLOSE ? buys : buys.plus(order.worstCase());
        }
        return buys.compareTo(facts.slack()) > 0 && plan.orders().stream().noneMatch(o -> o.effect() == Effect.CLOSE)
                ? Optional.of("the budget has " + facts.slack().text() + " left, the plan needs " + buys.text())
                : Optional.empty();
    }

    private static Optional<String> order(ApprovalSettings settings, PlannedOrder order, Facts facts, Instant now) {
        boolean sale = order.effect() == Effect.CLOSE;
        Optional<String> closed = SessionCheck.check(sale, order.legs(), facts.liquidUntil(), now);
        if (closed.isPresent()) {
            return closed;
        }
        PackageQuote quote = PackageQuote.of(order.legs(), facts.quotes(), now, FRESH, settings.delayedAllowed());
        if (quote.fault() != null) {
            return Optional.of(quote.fault() + " " + quote.subject());
        }
        return DriftCheck.check(order, quote)
                .or(() -> settings.collar().check(order.effect(), order.legs(), order.ladder().first(), quote,
                        facts.levels()))
                .or(() -> owned(order, facts));
    }

    /** What is sold must be there: long legs are held, and short ones are short, at the broker itself. */
    private static Optional<String> owned(PlannedOrder order, Facts facts) {
        if (order.effect() == Effect.OPEN) {
            return Optional.empty();
        }
        for (Lot.LotLeg leg : order.legs()) {
            boolean closes = order.effect() == Effect.CLOSE || leg.side() == Side.SELL;
            long held = facts.positions().getOrDefault(leg.key(), 0L) * -leg.side().sign();
            if (closes && held < leg.ratio() * order.quantity()) {
                return Optional.of("the account holds " + held + " of " + leg.key() + ", the order closes "
                        + leg.ratio() * order.quantity());
            }
        }
        return Optional.empty();
    }
}
