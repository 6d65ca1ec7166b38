package alvh.daemon.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import alvh.daemon.desk.JournalRecord;

/** The tables audit_event and blob: append, read, hash. Not for several threads; each reader has its own connection. */
final class JournalTable {

    private static final String INSERT = "insert into audit_event(lsn, type, epoch, wall_us, mono_ns, payload, prev_hash, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String BLOB_PREFIX = "{\"inBlob\":\"";

    private final Connection connection;
    private long lsn;
    private int epoch;
    private byte[] head = JournalRow.GENESIS;

    /** Stands at the end of the journal; a new one begins with lsn 1. */
    JournalTable(Connection connection) throws SQLException {
        this.connection = connection;
        try (PreparedStatement last = connection.prepareStatement(
                "select lsn, epoch, hash from audit_event order by lsn desc fetch first 1 row only");
                ResultSet row = last.executeQuery()) {
            if (row.next()) {
                lsn = row.getLong(1);
                epoch = row.getInt(2);
                head = row.getBytes(3);
            }
        }
        if (!connection.isReadOnly()) {
            connection.setAutoCommit(false);
        }
    }

    long lastLsn() {
        return lsn;
    }

    int lastEpoch() {
        return epoch;
    }

    byte[] head() {
        return head.clone();
    }

    long append(String type, JournalRecord entry, long wallMicros, long monoNanos, String payload) throws SQLException {
        if (entry instanceof JournalRecord.Epoch e) {
            epoch = e.epoch();
        }
        JournalRow row = JournalRow.next(lsn + 1, type, epoch, wallMicros, monoNanos, payload, head);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, row.lsn());
            insert.setString(2, row.type());
            insert.setInt(3, row.epoch());
            insert.setLong(4, row.wallMicros());
            insert.setLong(5, row.monoNanos());
            insert.setString(6, row.payload());
            insert.setBytes(7, row.previousHash());
            insert.setBytes(8, row.hash());
            insert.executeUpdate();
        }
        lsn = row.lsn();
        head = row.hash();
        return lsn;
    }

    /** Stores a text under its own hash. */
    String textBlob(String kind, String text) throws SQLException {
        String hash = hash(text);
        blob(hash, kind, text);
        return hash;
    }

    /** Stores once; a blob already there is the same text. */
    void blob(String hash, String kind, String text) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select 1 from blob where hash = ?")) {
            find.setString(1, hash);
            try (ResultSet row = find.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        try (PreparedStatement insert = connection
                .prepareStatement("insert into blob(hash, kind, gz) values (?, ?, ?)")) {
            insert.setString(1, hash);
            insert.setString(2, kind);
            insert.setBytes(3, zip(text));
            insert.executeUpdate();
        }
    }

    Optional<String> blob(String hash) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select gz from blob where hash = ?")) {
            find.setString(1, hash);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(unzip(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    List<String> blobHashes() throws SQLException {
        List<String> hashes = new ArrayList<>();
        try (PreparedStatement all = connection.prepareStatement("select hash from blob order by hash");
                ResultSet row = all.executeQuery()) {
            while (row.next()) {
                hashes.add(row.getString(1));
            }
        }
        return hashes;
    }

    /** Visits every row in order, as stored. */
    void forEachRow(RowVisitor visitor) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement(
                "select lsn, type, epoch, wall_us, mono_ns, payload, prev_hash, hash from audit_event order by lsn");
                ResultSet r = all.executeQuery()) {
            boolean more = true;
            while (more && r.next()) {
                more = visitor
                        .visit(new JournalRow(r.getLong(1), r.getString(2), r.getInt(3), r.getLong(4), r.getLong(5),
                                r.getString(6), r.getBytes(7), r.getBytes(8)));
            }
        }
    }

    /** Sees one row; false stops. */
    @FunctionalInterface
    interface RowVisitor {
        boolean visit(JournalRow row) throws SQLException;
    }

    /** All records, by lsn. */
    SortedMap<Long, JournalRecord> records() throws SQLException {
        SortedMap<Long, JournalRecord> records = new TreeMap<>();
        forEachRow(row -> {
            records.put(row.lsn(), RecordTypes.read(row.type(), payload(row)));
            return true;
        });
        return records;
    }

    /** The payload of a row, fetched from its blob when it was too long for the row. */
    String payload(JournalRow row) throws SQLException {
        if (!row.payload().startsWith(BLOB_PREFIX)) {
            return row.payload();
        }
        String hash = row.payload().substring(BLOB_PREFIX.length(), BLOB_PREFIX.length() + 64);
        return blob(hash)
                .orElseThrow(() -> new DamagedJournal("the stored text " + hash + " of lsn " + row.lsn() + " is gone",
                        null));
    }

    static String payloadInBlob(String hash) {
        return BLOB_PREFIX + hash + "\"}";
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Commit alone does not reach the disk in H2; this does (one fsync). */
    void checkpointSync() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(JournalRow.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(bytes)) {
            gz.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String unzip(byte[] bytes) {
        try (GZIPInputStream gz = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gz.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DamagedJournal("a stored text cannot be unpacked: " + e.getMessage(), e);
        }
    }
}
