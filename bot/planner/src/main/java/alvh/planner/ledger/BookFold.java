package alvh.planner.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import alvh.planner.ledger.BookedEvent.Executed;
import alvh.planner.ledger.BookedEvent.HoldingSeeded;
import alvh.planner.ledger.BookedEvent.Settled;
import alvh.planner.ledger.Ledger.Applied;
import alvh.planner.ledger.Ledger.Closing;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;

/**
 * BOOK lots of one instrument: fills of others open lots or close opposite ones first in, first out; a seed replaces what
 * is open at its moment (fills before it are inside it), unless known fills add up to it already: then their exact prices
 * stay. A settlement ends what is left.
 */
final class BookFold {

    private final InstrumentKey key;
    private final Words words;
    private final List<Lot> lots = new ArrayList<>();
    private final List<Closing> closings = new ArrayList<>();
    private final Deque<OpenLot> open = new ArrayDeque<>();

    /** One moment of the instrument's history. */
    private record Moment(Instant at, int rank, long sequence, BookedEvent event) {}

    private BookFold(InstrumentKey key, Words words) {
        this.key = key;
        this.words = words;
    }

    static BookFold of(InstrumentKey key, Words words) {
        BookFold fold = new BookFold(key, words);
        fold.history().forEach(moment -> fold.step(moment.event()));
        fold.open.forEach(fold::finish);
        return fold;
    }

    List<Lot> lots() {
        return lots;
    }

    List<Closing> closings() {
        return closings;
    }

    private List<Moment> history() {
        List<Moment> history = new ArrayList<>();
        for (Applied applied : words.executions().values()) {
            Executed execution = applied.execution();
            if (execution.intentId() == null && execution.key().equals(key)) {
                history.add(new Moment(execution.at(), 0, applied.sequence(), execution));
            }
        }
        long order = 0;
        for (HoldingSeeded holding : words.holdings()) {
            if (holding.key().equals(key)) {
                history.add(new Moment(holding.at(), 1, order++, holding));
            }
        }
        Settled settled = words.settlements().get(key);
        if (settled != null) {
            history.add(new Moment(settled.at(), 2, 0, settled));
        }
        history.sort(Comparator.comparing(Moment::at).thenComparing(Moment::rank).thenComparing(Moment::sequence));
        return history;
    }

    private void step(BookedEvent event) {
        switch (event) {
            case Executed execution -> execute(execution);
            case HoldingSeeded holding -> rebase(holding);
            case Settled settled -> settle(settled);
            case BookedEvent.IntentReserved other -> throw notBook(other);
            case BookedEvent.IntentClosed other -> throw notBook(other);
            case BookedEvent.Commission other -> throw notBook(other);
            case BookedEvent.Marked other -> throw notBook(other);
        }
    }

    private static IllegalStateException notBook(BookedEvent event) {
        return new IllegalStateException("no event of a BOOK instrument: " + event);
    }

    private void execute(Executed execution) {
        Usd cash = execution.price().cost(execution.multiplier(), execution.quantity())
                .times(-execution.side().sign());
        Usd commission = words.commission(execution);
        Parts parts = new Parts(execution.quantity(), cash, commission == null ? Usd.ZERO : commission);
        while (parts.left() > 0 && !open.isEmpty() && sideOf(open.peek()) != execution.side()) {
            OpenLot oldest = open.peek();
            long quantity = Math.min(parts.left(), oldest.open());
            oldest.close(execution.at(), execution.execBase(), quantity, parts.take(quantity), Lot.State.SOLD);
            if (oldest.open() == 0) {
                finish(open.remove());
            }
        }
        if (parts.left() > 0) {
            long quantity = parts.left();
            Lot.Source source = TradeFiles.imported(execution) ? Lot.Source.IMPORT : Lot.Source.FILL;
            open.add(OpenLot.book("B." + execution.execBase() + "." + key.text(), source, execution.at(),
                    new Lot.LotLeg(key, 1, execution.side()), quantity, parts.take(quantity).negated()));
        }
    }

    private static Side sideOf(OpenLot lot) {
        return lot.start().legs().get(0).side();
    }

    private void rebase(HoldingSeeded holding) {
        if (explained(holding.quantity())) {
            return;
        }
        while (!open.isEmpty()) {
            OpenLot old = open.remove();
            Lot kept = old.closedPart();
            if (kept != null) {
                lots.add(kept);
                closings.addAll(old.closings());
            }
        }
        long quantity = Math.abs(holding.quantity());
        if (quantity > 0) {
            Side side = holding.quantity() > 0 ? Side.BUY : Side.SELL;
            open.add(OpenLot.book("S." + key.text() + "." + holding.at().getEpochSecond(), Lot.Source.AVGCOST, null,
                    new Lot.LotLeg(key, 1, side), quantity,
                    holding.averageCost().times(Math.multiplyExact(quantity, side.sign()))));
        }
    }

    /** Whether the lots open at this moment are all fills and add up to the holding. */
    private boolean explained(long quantity) {
        long net = 0;
        for (OpenLot lot : open) {
            if (lot.start().source() == Lot.Source.AVGCOST) {
                return false;
            }
            net += lot.open() * sideOf(lot).sign();
        }
        return net == quantity && quantity != 0;
    }

    private void settle(Settled settled) {
        while (!open.isEmpty()) {
            OpenLot lot = open.remove();
            Usd cash = settled.valuePerContract().times(Math.multiplyExact(lot.open(), sideOf(lot).sign()));
            lot.close(settled.at(), HedgeFold.SETTLEMENT, lot.open(), cash,
                    cash.isZero() ? Lot.State.EXPIRED : Lot.State.SETTLED);
            finish(lot);
        }
    }

    private void finish(OpenLot lot) {
        lots.add(lot.lot(lot.start().peak(), 0));
        closings.addAll(lot.closings());
    }
}
