package alvh.daemon.execution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/** Executions and commissions: every one counted exactly once, whenever and however often it comes (promise 17). */
final class Executions {

    private static final int LEGS_READ_SECONDS = 15;
    private static final int LEGS_DOOM_SECONDS = 60;

    private Executions() {}

    static void seen(Turn turn, Event.ExecutionSeen e) {
        if (!e.account().equals(turn.settings.account())) {
            strangeAccount(turn, e);
            return;
        }
        ExecutionId id = ExecutionId.of(e.execId());
        String name = id.of(e.key());
        if (turn.books.executions().containsKey(name)) {
            return;
        }
        Match match = Match.of(turn.books, turn.settings.clientId(), e.permId(), e.orderRef(), e.clientId(),
                e.orderId());
        if (match.fault() == Match.Fault.ORPHAN) {
            Faults.orphan(turn, e.orderRef(), 0, e.clientId());
        } else if (match.fault() != null) {
            Faults.names(turn, match, e.orderRef());
        }
        if (match.orderRef() != null) {
            ours(turn, e, id, turn.attempt(match.orderRef()));
        } else if (turn.books.firstSight() && !e.bag()) {
            // Somebody else's trade in this account: the book's. Before the first sight, holdings contain it.
            turn.record(new JournalRecord.BrokerWord(JournalFold.EXECUTION, e.orderId(), e.permId(), "", name));
            book(turn, e, id, null);
            turn.bookedSinceRead = true;
        }
    }

    private static void strangeAccount(Turn turn, Event.ExecutionSeen e) {
        if (turn.books.attempts().containsKey(e.orderRef())) {
            Faults.foreign(turn, turn.attempt(e.orderRef()), "a fill of it came in account " + e.account());
        }
    }

    private static void ours(Turn turn, Event.ExecutionSeen e, ExecutionId id, Attempt attempt) {
        String ref = attempt.orderRef();
        IntentBook intent = turn.intentOf(attempt);
        if (Match.named(e.permId()) && !attempt.permIds().contains(e.permId())) {
            turn.record(new JournalRecord.BrokerWord(JournalFold.PERM_ID, e.orderId(), e.permId(), ref,
                    "permId of " + ref));
            if (!attempt.permIds().isEmpty()) {
                Faults.twoPermIds(turn, turn.attempt(ref), e.orderId());
            }
        }
        if (e.bag()) {
            turn.record(new JournalRecord.BrokerWord(JournalFold.SEEDED, e.orderId(), e.permId(), "", id.of(e.key())));
            turn.record(new JournalRecord.BrokerWord("BAG", e.orderId(), e.permId(), ref,
                    e.quantity() + " at " + e.price() + ", stored, not counted"));
            return;
        }
        boolean leg = intent.intent().legs().stream().anyMatch(l -> l.key().equals(e.key()) && l.side() == e.side());
        if (!leg || e.quantity() <= 0) {
            Faults.foreign(turn, attempt, "a fill of it came as " + e.side() + " " + e.quantity() + " " + e.key());
        }
        if (e.quantity() <= 0) {
            return;
        }
        Fill fill = new Fill(id.base(), id.revision(), e.permId(), e.key(), e.side(), e.quantity(), e.price());
        boolean correction = turn.attempt(ref).fills().containsKey(fill.identity());
        turn.record(new JournalRecord.BrokerWord(JournalFold.EXECUTION, e.orderId(), e.permId(), leg ? ref : "",
                id.of(e.key())));
        book(turn, e, id, leg ? attempt.intentId() : null);
        turn.bookedSinceRead = true;
        if (!leg) {
            return;
        }
        after(turn, turn.attempt(ref), e, correction);
    }

    private static void book(Turn turn, Event.ExecutionSeen e, ExecutionId id, String intentId) {
        turn.record(new JournalRecord.Booked(new BookedEvent.Executed(e.at(), id.base(), id.revision(), intentId,
                e.permId(), e.key(), e.side(), e.quantity(), e.price(), e.multiplier())));
        Usd early = turn.earlyCommissions.remove(e.execId());
        if (early != null) {
            commission(turn, new Event.CommissionSeen(e.execId(), early));
        }
        // Within a second, not before the next word: a fill is a fact of the broker and can be read again.
        turn.force();
    }

    /** What one more execution means for its order. */
    private static void after(Turn turn, Attempt attempt, Event.ExecutionSeen e, boolean correction) {
        String ref = attempt.orderRef();
        IntentBook intent = turn.intentOf(attempt);
        List<Lot.LotLeg> legs = intent.intent().legs();
        long packages = attempt.packages(legs);
        long touched = attempt.touched(legs);
        turn.progress(attempt, touched > packages
                ? String.format(Locale.ROOT, "%d/%d filled, %s %s at %s, the other leg is awaited   %s", packages,
                        attempt.quantity(), e.side(), e.key().text(), e.price().text(), turn.since(attempt))
                : String.format(Locale.ROOT, "%d/%d filled at %s   %s%s", packages, attempt.quantity(),
                        Attempt.words(average(attempt, legs, packages)), turn.since(attempt),
                        correction ? "   (a correction)" : ""));
        if (touched > attempt.quantity() || turn.books.filled(intent) > intent.intent().quantity()) {
            overfilled(turn, attempt, intent);
            return;
        }
        if (!attempt.alive()) {
            if (!correction && attempt.state() != AttemptState.FILLED) {
                afterDeath(turn, attempt, intent);
            }
            return;
        }
        legs(turn, ref, touched > packages);
        if (packages == attempt.quantity() && touched == packages) {
            Deaths.die(turn, ref, AttemptState.FILLED, "execution " + e.execId());
        } else if (attempt.state() != AttemptState.CANCEL_REQ && attempt.state() != AttemptState.UNVERIFIED) {
            turn.move(ref, AttemptState.PARTIAL, AttemptMoves.By.BROKER, "execution " + e.execId());
            if (attempt.state() == AttemptState.UNKNOWN) {
                Walker.adopt(turn, turn.attempt(ref));
            }
            heardByFill(turn, attempt);
        }
    }

    /** What a whole package cost on average, for the screen: a combo's legs netted. */
    private static Price average(Attempt attempt, List<Lot.LotLeg> legs, long packages) {
        long sum = 0;
        for (Fill fill : attempt.fills().values()) {
            boolean sold = legs.size() > 1 && fill.side() == Side.SELL;
            sum += fill.price().e4() * fill.quantity() * (sold ? -1 : 1);
        }
        return new Price(sum / Math.max(1, packages));
    }

    private static void heardByFill(Turn turn, Attempt attempt) {
        if (attempt.state() == AttemptState.SENDING || attempt.state() == AttemptState.SENT) {
            turn.stopTimer("word:" + attempt.orderRef());
            turn.stopTimer("doom:" + attempt.orderRef());
        }
    }

    /** After a restart: legs that were unequal then are still watched. */
    static void watchLegs(Turn turn, Attempt attempt) {
        List<Lot.LotLeg> legs = turn.intentOf(attempt).intent().legs();
        if (attempt.touched(legs) != attempt.packages(legs)) {
            legs(turn, attempt.orderRef(), true);
        }
    }

    private static void legs(Turn turn, String ref, boolean unequal) {
        if (unequal) {
            turn.timer("legs:" + ref, LEGS_READ_SECONDS);
            turn.timer("legs-doom:" + ref, LEGS_DOOM_SECONDS);
        } else {
            turn.stopTimer("legs:" + ref);
            turn.stopTimer("legs-doom:" + ref);
        }
    }

    /** Still unequal a minute after the last execution. */
    static void legMissing(Turn turn, String ref) {
        Attempt attempt = turn.attempt(ref);
        List<Lot.LotLeg> legs = turn.intentOf(attempt).intent().legs();
        if (attempt.touched(legs) == attempt.packages(legs)) {
            return;
        }
        Faults.unknown(turn, attempt, "its legs are filled unequally");
        Cases.open(turn, OpenCase.Kind.LEG_MISSING, ref,
                "One leg of " + ref + " is filled and the other is not, for a minute. Look at the position in TWS.",
                List.of("acknowledge"));
        Faults.halt(turn, "E-LEG-MISSING", ref + ": legs filled unequally");
    }

    private static void overfilled(Turn turn, Attempt attempt, IntentBook intent) {
        String because = attempt.orderRef() + ": filled " + turn.books.filled(intent) + " of "
                + intent.intent().quantity();
        for (Attempt other : turn.books.attemptsOf(intent)) {
            if (other.alive()) {
                Walker.cancel(turn, other, "overfilled");
            }
        }
        Faults.halt(turn, "E-OVERFILL", because);
    }

    /** Booked, and nothing more of this intent may be alive. */
    private static void afterDeath(Turn turn, Attempt attempt, IntentBook intent) {
        for (Attempt other : turn.books.attemptsOf(intent)) {
            if (other.alive()) {
                Walker.cancel(turn, other, "a dead order of the same intent was filled");
            }
        }
        Faults.halt(turn, "E-FILL-AFTER-DEATH", attempt.orderRef() + " was filled after it was confirmed "
                + attempt.state());
    }

    static void commission(Turn turn, Event.CommissionSeen e) {
        if (e.amount() == null || e.amount().isNegative()) {
            turn.alert("W-COMMISSION", "execution " + e.execId() + ": commission "
                    + (e.amount() == null ? "is not an amount in dollars" : e.amount() + " cannot be")
                    + "; the maximum stays reserved");
            return;
        }
        ExecutionId id = ExecutionId.of(e.execId());
        Optional<String> name = turn.books.executions().tailMap(id.prefix()).keySet().stream()
                .takeWhile(k -> k.startsWith(id.prefix())).findFirst();
        if (name.isEmpty()) {
            turn.earlyCommissions.put(e.execId(), e.amount());
            return;
        }
        String ref = turn.books.executions().get(name.get());
        boolean counted = !ref.equals(JournalFold.KNOWN_ONLY);
        if (!counted || e.amount().equals(turn.books.commissions().get(name.get()))) {
            return;
        }
        String key = name.get().substring(id.prefix().length());
        turn.record(new JournalRecord.Booked(new BookedEvent.Commission(turn.now, id.base(), id.revision(),
                InstrumentKey.of(key), e.amount())));
        turn.force();
        if (!ref.isEmpty()) {
            turn.progress(turn.attempt(ref), "commission " + e.amount().text());
        }
    }
}
