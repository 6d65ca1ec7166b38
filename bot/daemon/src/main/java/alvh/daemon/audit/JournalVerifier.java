package alvh.daemon.audit;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;

/** Walks the whole chain and every blob; names the first thing that does not hold. */
final class JournalVerifier {

    private JournalVerifier() {}

    /**
     * @param damage null when the journal holds; else the first bad place, what was expected and found
     * @param head hash of the last row, in hex
     */
    record Result(long rows, int blobs, String head, String damage) {

        boolean holds() {
            return damage == null;
        }
    }

    static Result verify(JournalTable table, Checkpoint checkpoint) throws SQLException {
        Walk walk = new Walk();
        table.forEachRow(walk::step);
        if (walk.damage == null && checkpoint != null) {
            walk.damage = missing(table, checkpoint, walk);
        }
        int blobs = 0;
        if (walk.damage == null) {
            for (String hash : table.blobHashes()) {
                blobs++;
                String found = blobHash(table, hash);
                if (!hash.equals(found)) {
                    walk.damage = "blob " + hash + " holds text that hashes to " + found;
                    break;
                }
            }
        }
        return new Result(walk.rows, blobs, HexFormat.of().formatHex(walk.head), walk.damage);
    }

    private static String blobHash(JournalTable table, String hash) {
        try {
            return table.blob(hash).map(JournalTable::hash).orElse("nothing");
        } catch (SQLException | RuntimeException e) {
            return "nothing readable (" + e.getMessage() + ")";
        }
    }

    private static String missing(JournalTable table, Checkpoint checkpoint, Walk walk) throws SQLException {
        if (walk.rows < checkpoint.lsn()) {
            return "the checkpoint file knows lsn " + checkpoint.lsn() + ", the journal ends at lsn " + walk.rows
                    + ": its end was cut off";
        }
        String[] found = {null};
        table.forEachRow(row -> {
            if (row.lsn() == checkpoint.lsn()) {
                found[0] = HexFormat.of().formatHex(row.hash());
            }
            return row.lsn() < checkpoint.lsn();
        });
        return checkpoint.head().equals(found[0]) || checkpoint.lsn() == 0
                ? null
                : "lsn " + checkpoint.lsn() + " hashes to " + found[0] + ", the checkpoint file says "
                        + checkpoint.head();
    }

    private static final class Walk {
        private long rows;
        private byte[] head = JournalRow.GENESIS;
        private String damage;

        boolean step(JournalRow row) {
            if (row.lsn() != rows + 1) {
                damage = "lsn " + (rows + 1) + " is missing: after lsn " + rows + " comes lsn " + row.lsn();
            } else if (!Arrays.equals(row.previousHash(), head)) {
                damage = "lsn " + row.lsn() + " (" + row.type() + ") does not follow lsn " + rows + ": expected link "
                        + hex(head) + ", found " + hex(row.previousHash());
            } else if (!Arrays.equals(row.hash(), row.expectedHash())) {
                damage = "lsn " + row.lsn() + " (" + row.type() + ") was changed: its content hashes to "
                        + hex(row.expectedHash()) + ", the row says " + hex(row.hash());
            } else {
                rows++;
                head = row.hash();
            }
            return damage == null;
        }

        private static String hex(byte[] hash) {
            return hash == null ? "nothing" : HexFormat.of().formatHex(hash).substring(0, 12) + "…";
        }
    }
}
