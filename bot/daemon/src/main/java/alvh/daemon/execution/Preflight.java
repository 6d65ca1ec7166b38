package alvh.daemon.execution;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.daemon.approval.DriftCheck;
import alvh.daemon.approval.PackageQuote;
import alvh.daemon.approval.SessionCheck;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.Expiries;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.PlannedOrder;

/** Every check of one attempt between its fresh quotes and its write-ahead, cheapest first; the first refusal counts. */
final class Preflight {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final long ROUND_TRIP_MILLIS = 1000;
    private static final Duration LEVEL_AGE = Duration.ofSeconds(60);
    private static final double LOWEST_STRIKE = 0.5;
    private static final double HIGHEST_STRIKE = 10;
    private static final double NOISE = 1e-9;
    private static final Expiries EXPIRIES = new Expiries(TradingCalendar.nyse());

    private Preflight() {}

    static Optional<Refused> check(Turn turn, Run run, OrderRequest request, Event.QuotesProven proven) {
        PlannedOrder order = run.step();
        boolean first = run.intentId() == null;
        Optional<Refused> blocked = Blocks.check(turn, order, run.approver());
        if (blocked.isPresent()) {
            return blocked;
        }
        if (proven.roundTripMillis() < 0 || proven.roundTripMillis() > ROUND_TRIP_MILLIS) {
            return refused(Refused.Code.LINK, "the round trip took " + proven.roundTripMillis() + " ms, at most "
                    + ROUND_TRIP_MILLIS);
        }
        PackageQuote quote = PackageQuote.of(order.legs(), proven.quotes(), turn.now, FRESH,
                turn.settings.delayedAllowed());
        if (quote.fault() != null) {
            return refused(Refused.Code.QUOTE, quote.fault() + " " + quote.subject());
        }
        boolean sale = order.effect() == Effect.CLOSE;
        return SessionCheck.check(sale, order.legs(), proven.liquidUntil(), turn.now)
                .map(why -> new Refused(Refused.Code.SESSION, why))
                .or(() -> first
                        ? DriftCheck.check(order, quote).map(why -> new Refused(Refused.Code.DRIFTED, why))
                        : Optional.empty())
                .or(() -> sale
                        ? Optional.empty()
                        : buys(turn, order, quote).or(() -> sane(turn, order, request, proven)))
                .or(() -> first ? Blocks.counters(turn, order, run.approver()) : Optional.empty())
                .or(() -> working(turn, order)).or(() -> Spend.check(turn, run, order))
                .or(() -> gate(turn, run, request, quote, proven));
    }

    private static Optional<Refused> gate(Turn turn, Run run, OrderRequest request, PackageQuote quote,
            Event.QuotesProven proven) {
        PlannedOrder order = run.step();
        Gate.Input input = new Gate.Input(request, order.effect(), order.multiplier(), order.fees(), quote,
                proven.levels(), run.budget().capTotal(), owned(turn, run, order), heldAndWorking(turn));
        List<Refused> refusals = Gate.check(input, turn.settings.limits());
        return refusals.stream().findFirst();
    }

    /** C15 and C17. */
    private static Optional<Refused> buys(Turn turn, PlannedOrder order, PackageQuote quote) {
        boolean vix = order.legs().get(0).key().underlying().equals("VIX");
        boolean spx = order.legs().get(0).key().underlying().equals("SPX");
        double most = Math.max((vix ? 0.25 : 0.15) * Math.abs(quote.mid()), spx ? 1.00 : 0.10);
        if (quote.ask() - quote.bid() > most + NOISE) {
            return refused(Refused.Code.WIDE, "Q-WIDE: spread " + (quote.ask() - quote.bid()) + ", at most " + most);
        }
        for (Lot.LotLeg leg : order.legs()) {
            long days = ChronoUnit.DAYS.between(turn.today(), EXPIRIES.lastTradeDate(leg.key()));
            if (leg.side() == Side.BUY && days < turn.settings.limits().minDaysToLastTrade()) {
                return refused(Refused.Code.EXPIRY_NEAR, leg.key() + " trades for " + days + " more days");
            }
        }
        return Optional.empty();
    }

    /** Q-SPOT and Q-ARB: impossible against the index, or against arithmetic. */
    private static Optional<Refused> sane(Turn turn, PlannedOrder order, OrderRequest request,
            Event.QuotesProven proven) {
        InstrumentKey first = order.legs().get(0).key();
        IndexLevel level = proven.levels().getOrDefault(InstrumentKey.of(first.underlying()), IndexLevel.NONE);
        if (!level.known() || Duration.between(level.at(), turn.now).compareTo(LEVEL_AGE) > 0) {
            return refused(Refused.Code.QUOTE, "Q-SPOT: no level of " + first.underlying() + " within 60 s");
        }
        if (order.legs().size() == 1) {
            double ratio = first.strike() / level.last();
            return ratio < LOWEST_STRIKE || ratio > HIGHEST_STRIKE
                    ? refused(Refused.Code.QUOTE,
                            "Q-SPOT: strike " + first.strike() + " with the index at " + level.last())
                    : Optional.empty();
        }
        double width = Math.abs(first.strike() - order.legs().get(1).key().strike());
        boolean spread = order.effect() == Effect.OPEN;
        return spread && (request.limit().e4() <= 0 || request.limit().toDouble() > width + NOISE)
                ? refused(Refused.Code.QUOTE, "Q-ARB: debit " + request.limit() + " for a width of " + width)
                : Optional.empty();
    }

    /** C9: working orders per contract and side, everybody's. */
    private static Optional<Refused> working(Turn turn, PlannedOrder order) {
        for (Lot.LotLeg leg : order.legs()) {
            long count = turn.others.stream().filter(o -> o.keys().contains(leg.key()) && o.side() == leg.side())
                    .count();
            for (Attempt attempt : turn.books.aliveAttempts()) {
                count += turn.intentOf(attempt).intent().legs().contains(leg) ? 1 : 0;
            }
            if (count >= turn.settings.limits().workingPerSide()) {
                return refused(Refused.Code.WORKING_LIMIT, count + " orders work in " + leg.key() + " already");
            }
        }
        return Optional.empty();
    }

    /** Packages of the step's lots still open, less what other working sales of the same lots may still sell. */
    private static long owned(Turn turn, Run run, PlannedOrder order) {
        long owned = 0;
        for (String lotId : order.closesLots()) {
            Lot lot = turn.books.ledger().lots().get(lotId);
            owned += lot != null && lot.open() && sold(lot, order) ? lot.openQuantity() : 0;
        }
        for (IntentBook other : turn.books.openIntents()) {
            boolean sells = other.intent().effect() != Effect.OPEN;
            boolean sameLots = other.intent().closesLots().stream().anyMatch(order.closesLots()::contains);
            if (sells && sameLots && !other.intent().intentId().equals(run.intentId())) {
                owned -= other.intent().quantity() - turn.books.filled(other);
            }
        }
        return Math.min(owned, atBroker(turn, order));
    }

    /** Whether the order's closing legs are this lot's legs the other way round. */
    private static boolean sold(Lot lot, PlannedOrder order) {
        return lot.legs().stream().allMatch(leg -> order.legs().stream()
                .anyMatch(o -> o.key().equals(leg.key()) && o.side() == leg.side().opposite()));
    }

    /** What the broker's positions, as last read, allow to close. */
    private static long atBroker(Turn turn, PlannedOrder order) {
        Map<InstrumentKey, Long> held = turn.account == null ? Map.of() : positions(turn.account);
        long packages = Long.MAX_VALUE;
        for (Lot.LotLeg leg : order.legs()) {
            boolean closes = order.effect() == Effect.CLOSE || leg.side() == Side.SELL;
            if (closes) {
                packages = Math.min(packages,
                        Math.max(0, held.getOrDefault(leg.key(), 0L) * -leg.side().sign() / leg.ratio()));
            }
        }
        return packages;
    }

    private static SortedMap<InstrumentKey, Long> heldAndWorking(Turn turn) {
        SortedMap<InstrumentKey, Long> contracts = new TreeMap<>();
        if (turn.account != null) {
            for (AccountSnapshot.Position position : turn.account.positions()) {
                contracts.merge(position.key(), Math.abs(position.quantity()), Long::sum);
            }
        }
        for (Event.OrderSeen other : turn.others) {
            for (InstrumentKey key : other.keys()) {
                contracts.merge(key, other.quantity(), Long::sum);
            }
        }
        for (Attempt attempt : turn.books.aliveAttempts()) {
            for (Lot.LotLeg leg : turn.intentOf(attempt).intent().legs()) {
                contracts.merge(leg.key(), leg.ratio() * attempt.quantity(), Long::sum);
            }
        }
        return contracts;
    }

    static Map<InstrumentKey, Long> positions(AccountSnapshot account) {
        SortedMap<InstrumentKey, Long> held = new TreeMap<>();
        for (AccountSnapshot.Position position : account.positions()) {
            held.merge(position.key(), position.quantity(), Long::sum);
        }
        return held;
    }

    private static Optional<Refused> refused(Refused.Code code, String because) {
        return Optional.of(new Refused(code, because));
    }
}
