package alvh.daemon.audit;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.SortedMap;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.LedgerFold;
import alvh.planner.ledger.Lot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the projections in step with the journal, in the journal's own transaction. Whatever is here can be thrown away
 * and made again from the records: {@link #rebuild}.
 */
final class Projector {

    private static final String[] TABLES = {"plan", "intent", "intent_leg", "attempt", "broker_order", "execution",
            "commission", "lot", "lot_leg", "layer_level", "open_case"};

    private final Handle sql;
    private Ledger ledger = Ledger.EMPTY;

    /** @param written what the journal holds already; its projections are in the database */
    Projector(Connection connection, SortedMap<Long, JournalRecord> written) {
        this.sql = Jdbi.open(connection);
        for (JournalRecord entry : written.values()) {
            if (entry instanceof JournalRecord.Booked b) {
                ledger = LedgerFold.apply(ledger, b.event());
            }
        }
    }

    /** Empties every projection and folds the journal into them again. */
    void rebuild(SortedMap<Long, JournalRecord> records) {
        for (String table : TABLES) {
            sql.execute("delete from " + table);
        }
        ledger = Ledger.EMPTY;
        records.forEach(this::apply);
    }

    void apply(long lsn, JournalRecord entry) {
        switch (entry) {
            case JournalRecord.Plan p -> plan(p);
            case JournalRecord.PlanState s ->
                sql.execute("update plan set state = ?, decided_lsn = ? where plan_hash = ?",
                        s.state(), lsn, s.planHash());
            case JournalRecord.Approval a ->
                sql.execute("update plan set approver = ?, decided_lsn = ? where plan_hash = ?",
                        a.who(), lsn, a.planHash());
            case JournalRecord.Intent i -> intent(i);
            case JournalRecord.Release r -> sql.execute(
                    "update intent set state = 'CLOSED', reserved_e4 = 0 where intent_id = ?", r.intentId());
            case JournalRecord.SendStart s -> sql.execute(
                    "merge into attempt(intent_id, attempt_no, order_ref, epoch, order_id, qty, limit_e4, state)"
                            + " key(intent_id, attempt_no) values (?, ?, ?, ?, ?, ?, ?, 'SENDING')",
                    s.intentId(), s.attempt(), s.orderRef(), epochOf(s.orderRef()), s.orderId(), s.quantity(),
                    s.limit().e4());
            case JournalRecord.State s -> state(s);
            case JournalRecord.BrokerWord w -> brokerWord(w);
            case JournalRecord.Booked b -> booked(b.event());
            case JournalRecord.Levels l -> levels(l);
            case JournalRecord.CaseOpened c -> sql.execute(
                    "merge into open_case(case_id, kind, subject, opened_lsn) key(case_id) values (?, ?, ?, ?)",
                    c.caseId(),
                    c.kind(), c.subject(), lsn);
            case JournalRecord.Decision d -> sql.execute("update open_case set decided_lsn = ? where case_id = ?", lsn,
                    d.caseId());
            case JournalRecord.Epoch e -> nothing();
            case JournalRecord.Config c -> nothing();
            case JournalRecord.Breadth b -> nothing();
            case JournalRecord.Skip s -> nothing();
            case JournalRecord.Outcome o -> nothing();
            case JournalRecord.SendDone d -> nothing();
            case JournalRecord.Killed k -> nothing();
            case JournalRecord.Unkilled u -> nothing();
            case JournalRecord.Halt h -> nothing();
            case JournalRecord.Resumed r -> nothing();
            case JournalRecord.Stop s -> nothing();
            case JournalRecord.SnapshotDigest d -> nothing();
            case JournalRecord.Checkpoint c -> nothing();
            case JournalRecord.JournalLine l -> nothing();
            case JournalRecord.Memory m -> nothing();
        }
    }

    /** Records that no table repeats. */
    private void nothing() {}

    private static int epochOf(String orderRef) {
        String[] parts = orderRef.split("\\.");
        return parts.length > 3 ? Integer.parseInt(parts[3].replaceAll("[^0-9]", "0"), 10) : 0;
    }

    private void plan(JournalRecord.Plan p) {
        sql.execute("merge into plan(plan_hash, kind, trade_date, state, input_hash, worst_case_e4) key(plan_hash)"
                + " values (?, ?, ?, ?, ?, ?)", p.planHash(), p.kind(), p.tradeDate(), p.result(), p.inputHash(),
                p.worstCase().e4());
    }

    private void intent(JournalRecord.Intent i) {
        sql.execute(
                "merge into intent(intent_id, plan_hash, step, layer, effect, qty, last_limit_e4, reserved_e4, state)"
                        + " key(intent_id) values (?, ?, ?, ?, ?, ?, ?, ?, 'RESERVED')",
                i.intentId(), i.planHash(), i.step(),
                i.layer().name(), i.effect().name(), i.quantity(), i.rungs().get(i.rungs().size() - 1).e4(),
                i.reserved().e4());
        for (Lot.LotLeg leg : i.legs()) {
            sql.execute("merge into intent_leg(intent_id, ikey, ratio, side) key(intent_id, ikey) values (?, ?, ?, ?)",
                    i.intentId(), leg.key().text(), leg.ratio(), leg.side().name());
        }
    }

    private void state(JournalRecord.State s) {
        switch (s.machine()) {
            case "ATTEMPT" -> sql.execute("update attempt set state = ? where order_ref = ?", s.after(), s.subject());
            case "INTENT" -> sql.execute("update intent set state = ? where intent_id = ?", s.after(), s.subject());
            case "PLAN" -> sql.execute("update plan set state = ? where plan_hash = ?", s.after(), s.subject());
            default -> nothing();
        }
    }

    private void brokerWord(JournalRecord.BrokerWord w) {
        if (w.permId() > 0 && w.orderRef() != null && !w.orderRef().isEmpty()) {
            sql.execute("merge into broker_order(perm_id, order_ref) key(perm_id) values (?, ?)", w.permId(),
                    w.orderRef());
        }
    }

    private void booked(BookedEvent event) {
        switch (event) {
            case BookedEvent.Executed e -> {
                sql.execute("update execution set superseded = true where exec_base = ? and ikey = ? and exec_rev < ?",
                        e.execBase(), e.key().text(), e.revision());
                sql.execute(
                        "merge into execution(exec_base, ikey, exec_rev, intent_id, perm_id, side, qty, price_e4, at,"
                                + " superseded) key(exec_base, ikey, exec_rev) values (?, ?, ?, ?, ?, ?, ?, ?, ?, false)",
                        e.execBase(), e.key().text(), e.revision(), e.intentId(), e.permId(), e.side().name(),
                        e.quantity(),
                        e.price().e4(), timestamp(e.at()));
            }
            case BookedEvent.Commission c -> sql.execute(
                    "merge into commission(exec_base, ikey, exec_rev, amount_e4) key(exec_base, ikey, exec_rev)"
                            + " values (?, ?, ?, ?)",
                    c.execBase(), c.key().text(), c.revision(), c.amount().e4());
            case BookedEvent.HoldingSeeded h -> nothing();
            case BookedEvent.IntentReserved r -> nothing();
            case BookedEvent.IntentClosed c -> nothing();
            case BookedEvent.Settled s -> nothing();
            case BookedEvent.Marked m -> nothing();
        }
        Ledger before = ledger;
        ledger = LedgerFold.apply(ledger, event);
        lots(before, ledger);
    }

    /** Writes the lots that differ; a lot that a correction undid disappears. */
    private void lots(Ledger before, Ledger after) {
        for (Lot lot : after.lots().values()) {
            if (!lot.equals(before.lots().get(lot.lotId()))) {
                lot(lot);
            }
        }
        for (String gone : before.lots().keySet()) {
            if (!after.lots().containsKey(gone)) {
                sql.execute("delete from lot where lot_id = ?", gone);
                sql.execute("delete from lot_leg where lot_id = ?", gone);
            }
        }
    }

    private void lot(Lot lot) {
        sql.execute(
                "merge into lot(lot_id, owner, layer, intent_id, source, opened, qty, open_qty, cost_e4, credited_e4,"
                        + " peak_e4, state) key(lot_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lot.lotId(), lot.owner().name(),
                lot.layer() == null ? null : lot.layer().name(), lot.intentId(), lot.source().name(),
                timestamp(lot.opened()),
                lot.quantity(), lot.openQuantity(), lot.cost().e4(), lot.credited().e4(), lot.peak().e4(),
                lot.state().name());
        for (Lot.LotLeg leg : lot.legs()) {
            sql.execute("merge into lot_leg(lot_id, ikey, ratio, side) key(lot_id, ikey) values (?, ?, ?, ?)",
                    lot.lotId(),
                    leg.key().text(), leg.ratio(), leg.side().name());
        }
    }

    private void levels(JournalRecord.Levels l) {
        l.levels().levels().forEach((layer, level) -> sql.execute(
                "merge into layer_level(trade_date, layer, level, votes, source) key(trade_date, layer) values (?, ?, ?, ?, ?)",
                l.levels().asOf(), layer.name(), level.name(), l.votes(), l.source()));
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
