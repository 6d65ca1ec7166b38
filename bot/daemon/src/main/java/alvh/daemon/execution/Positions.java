package alvh.daemon.execution;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.OrderTruth;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;

/** Ledger and broker hold the same, instrument by instrument (promise 19, reliability 5.4 step 13). */
final class Positions {

    private Positions() {}

    /** At the very first reconciliation every holding is the book's, at the broker's average cost. */
    static void firstSight(Turn turn, OrderTruth truth) {
        if (turn.books.firstSight()) {
            return;
        }
        for (Event.ExecutionSeen execution : truth.executions()) {
            String name = ExecutionId.of(execution.execId()).of(execution.key());
            if (!turn.books.executions().containsKey(name)) {
                turn.record(
                        new JournalRecord.BrokerWord(JournalFold.SEEDED, execution.orderId(), execution.permId(), "",
                                name));
            }
        }
        for (AccountSnapshot.Position position : truth.account().positions()) {
            if (position.quantity() != 0) {
                turn.record(new JournalRecord.Booked(new BookedEvent.HoldingSeeded(turn.now, position.key(),
                        position.quantity(), position.averageCost())));
            }
        }
        turn.record(new JournalRecord.BrokerWord(JournalFold.FIRST_SIGHT, 0, 0, "",
                truth.account().positions().size() + " holdings seeded at average cost"));
    }

    static boolean differ(Turn turn, OrderTruth truth) {
        return turn.books.firstSight() && !differences(turn, truth.account()).isEmpty();
    }

    private static SortedMap<InstrumentKey, Long> held(AccountSnapshot account) {
        SortedMap<InstrumentKey, Long> held = new TreeMap<>(Preflight.positions(account));
        held.values().removeIf(q -> q == 0);
        return held;
    }

    /**
     * Instruments whose lots do not add up to the broker's position; settling lots agree with zero as well, and what is
     * settled here agrees with a broker that has not taken it away yet.
     */
    private static SortedSet<InstrumentKey> differences(Turn turn, AccountSnapshot account) {
        SortedMap<InstrumentKey, Long> broker = held(account);
        SortedMap<InstrumentKey, Long> ours = turn.books.ledger().positions();
        SortedSet<InstrumentKey> keys = new TreeSet<>(broker.keySet());
        keys.addAll(ours.keySet());
        keys.removeIf(key -> {
            long there = broker.getOrDefault(key, 0L);
            long here = ours.getOrDefault(key, 0L);
            boolean settledHere = here == 0 && turn.books.ledger().memory().settlements().containsKey(key);
            return there == here || there == 0 && settling(turn.books.ledger(), key, turn) || settledHere;
        });
        return keys;
    }

    /** From the last trading day's end on the broker may take a contract away at any time. */
    private static boolean settling(Ledger ledger, InstrumentKey key, Turn turn) {
        boolean dated = key.isOption() && !turn.today().isBefore(key.settlementDate());
        return dated || lotsOf(ledger, key).stream().anyMatch(l -> l.state() == Lot.State.AWAIT_SETTLEMENT);
    }

    private static List<Lot> lotsOf(Ledger ledger, InstrumentKey key) {
        return ledger.lots().values().stream()
                .filter(l -> l.open() && l.legs().stream().anyMatch(leg -> leg.key().equals(key))).toList();
    }

    private static boolean hedged(Ledger ledger, InstrumentKey key) {
        return ledger.openHedgeLots().stream().anyMatch(l -> l.legs().stream().anyMatch(leg -> leg.key().equals(key)));
    }

    /** After two equal readings. Fills under way are not judged: their executions come first. */
    static void judge(Turn turn, OrderTruth truth) {
        if (!turn.books.firstSight()) {
            return;
        }
        SortedMap<InstrumentKey, Long> broker = held(truth.account());
        SortedSet<InstrumentKey> different = differences(turn, truth.account());
        for (InstrumentKey key : different) {
            long there = broker.getOrDefault(key, 0L);
            if (hedged(turn.books.ledger(), key) || working(turn, key)) {
                Cases.open(turn, OpenCase.Kind.POSITION, key.text(),
                        "The broker holds " + there + " of " + key + ", the ledger "
                                + turn.books.ledger().positions().getOrDefault(key, 0L)
                                + ", and no execution explains it.",
                        List.of("rebase", "wait"));
            } else {
                gap(turn, truth.account(), key, there);
            }
        }
        settled(turn, broker);
        for (OpenCase open : turn.books.openCases()) {
            if (open.kind() == OpenCase.Kind.POSITION && !different.contains(InstrumentKey.of(open.subject()))) {
                Cases.settle(turn, OpenCase.Kind.POSITION, open.subject(), "ledger and broker agree again");
            }
        }
        claims(turn);
    }

    /** Gone at the broker after its settlement day, open in the ledger, and nobody has said at what value. */
    private static void settled(Turn turn, SortedMap<InstrumentKey, Long> broker) {
        for (InstrumentKey key : turn.books.ledger().positions().keySet()) {
            boolean over = key.isOption() && turn.today().isAfter(key.settlementDate());
            if (over && !broker.containsKey(key)) {
                Cases.open(turn, OpenCase.Kind.SETTLEMENT, key.text(), "The broker no longer holds " + key
                        + " after its settlement. At what value did one contract end? (worthless, or value 125.00)",
                        OpenCase.SETTLEMENT_CHOICES);
            }
        }
    }

    private static boolean working(Turn turn, InstrumentKey key) {
        return turn.books.aliveAttempts().stream()
                .anyMatch(a -> turn.intentOf(a).intent().legs().stream().anyMatch(l -> l.key().equals(key)));
    }

    /** Not ours and not explained: the book is set to what the broker says, and the gap is shown. */
    private static void gap(Turn turn, AccountSnapshot account, InstrumentKey key, long there) {
        long before = turn.books.ledger().positions().getOrDefault(key, 0L);
        turn.record(new JournalRecord.Booked(new BookedEvent.HoldingSeeded(turn.now, key, there, cost(account, key))));
        Cases.open(turn, OpenCase.Kind.GAP, key.text(),
                "The book's position in " + key + " went from " + before + " to "
                        + there + " without an execution that we saw; it is set to the broker's average cost.",
                List.of("acknowledge"));
    }

    private static Usd cost(AccountSnapshot account, InstrumentKey key) {
        return account.positions().stream().filter(p -> p.key().equals(key)).map(AccountSnapshot.Position::averageCost)
                .findFirst().orElse(Usd.ZERO);
    }

    /** A person accepts the broker's number: what the hedge does not hold of it is the book's. */
    static void rebase(Turn turn, String subject) {
        InstrumentKey key = InstrumentKey.of(subject);
        if (turn.account == null) {
            return;
        }
        long there = held(turn.account).getOrDefault(key, 0L);
        long hedge = 0;
        for (Lot lot : turn.books.ledger().openHedgeLots()) {
            for (Lot.LotLeg leg : lot.legs()) {
                hedge += leg.key().equals(key) ? leg.side().sign() * leg.ratio() * lot.openQuantity() : 0;
            }
        }
        turn.record(new JournalRecord.Booked(new BookedEvent.HoldingSeeded(turn.now, key, there - hedge,
                cost(turn.account, key))));
        claims(turn);
    }

    /** A short of the book against a long of the hedge: the hedge's lot may be gone, so it is not sold. */
    private static void claims(Turn turn) {
        for (Lot book : turn.books.ledger().openBookLots()) {
            Lot.LotLeg leg = book.legs().get(0);
            boolean against = turn.books.ledger().openHedgeLots().stream().anyMatch(h -> h.legs().stream()
                    .anyMatch(l -> l.key().equals(leg.key()) && l.side() == leg.side().opposite()));
            if (against) {
                Cases.open(turn, OpenCase.Kind.CLAIM, leg.key().text(),
                        "The book is " + leg.side() + " " + book.openQuantity() + " of " + leg.key()
                                + " against the hedge's lot: was the hedge sold by hand?",
                        List.of("acknowledge"));
            }
        }
    }
}
