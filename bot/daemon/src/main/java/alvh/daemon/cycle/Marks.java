package alvh.daemon.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.money.Price;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;

/** Marks of held hedge lots: a new highest mid of live two-sided quotes is booked, for the trailing exit. */
final class Marks {

    private Marks() {}

    /** A record for each lot whose package is worth more than ever. */
    static List<JournalRecord> of(Ledger ledger, MarketSnapshot market, Instant now) {
        List<JournalRecord> records = new ArrayList<>();
        for (Lot lot : ledger.openHedgeLots()) {
            double mid = mid(lot, market);
            if (Double.isFinite(mid) && mid > 0 && Price.of(mid).compareTo(lot.peak()) > 0) {
                records.add(
                        new JournalRecord.Booked(new BookedEvent.Marked(now, lot.lotId(), Price.of(mid), lot.rungs())));
            }
        }
        return records;
    }

    private static double mid(Lot lot, MarketSnapshot market) {
        double sum = 0;
        for (Lot.LotLeg leg : lot.legs()) {
            Quote quote = market.quote(leg.key());
            sum += leg.side().sign() * leg.ratio() * quote.mid();
        }
        return sum;
    }

    /** After a harvest: one more rung for each lot that was sold from and is still open. */
    static List<JournalRecord> rungs(HedgePlan plan, Ledger ledger, Instant now) {
        List<JournalRecord> records = new ArrayList<>();
        for (PlannedOrder order : plan.orders()) {
            if (order.effect() == BookedEvent.Effect.CLOSE) {
                order.closesLots().stream().map(id -> ledger.lots().get(id)).filter(lot -> lot != null && lot.open())
                        .forEach(lot -> records.add(new JournalRecord.Booked(
                                new BookedEvent.Marked(now, lot.lotId(), lot.peak(), lot.rungs() + 1))));
            }
        }
        return records;
    }
}
