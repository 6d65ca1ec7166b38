package alvh.daemon.audit;

import java.time.LocalDate;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Table {@code instrument}: the broker's names for our keys, kept for ever. No projection: it is told by the broker. */
public final class InstrumentTable {

    private final Database database;
    private final JournalWriter writer;

    public InstrumentTable(Database database, JournalWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** One row; {@code lastTrade} null for stocks and indices. */
    public record Row(int conId, String key, String tradingClass, LocalDate lastTrade, int multiplier, int ruleId) {}

    public List<Row> all() {
        try (Handle sql = Jdbi.create(database.pool()).open()) {
            return sql.createQuery("select con_id, ikey, trading_class, last_trade, multiplier, rule_id from instrument"
                    + " order by con_id").map(
                            (r, c) -> new Row(r.getInt(1), r.getString(2), r.getString(3),
                                    r.getObject(4, LocalDate.class), r.getInt(5), r.getInt(6)))
                    .list();
        }
    }

    /** Remembered by the database thread; a broker that renames a key replaces the row. */
    public void learn(Row row, String secType) {
        writer.onDatabaseThread("instrument " + row.key(), db -> {
            Handle sql = Jdbi.open(db.owner());
            sql.execute("delete from instrument where con_id = ? or ikey = ?", row.conId(), row.key());
            sql.execute("insert into instrument(con_id, ikey, sec_type, trading_class, last_trade, multiplier, rule_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?)", row.conId(), row.key(), secType, row.tradingClass(),
                    row.lastTrade(),
                    row.multiplier(), row.ruleId());
            db.owner().commit();
        });
    }
}
