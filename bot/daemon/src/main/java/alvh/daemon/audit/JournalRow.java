package alvh.daemon.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One row of the journal. Its hash is SHA-256(0x00, previous hash, canonical bytes): an edit, a deletion, an insertion
 * or a swap breaks the chain at that row.
 *
 * @param wallMicros exchange time in microseconds since 1970
 * @param monoNanos elapsed time of the process
 */
record JournalRow(long lsn, String type, int epoch, long wallMicros, long monoNanos, String payload,
        byte[] previousHash,
        byte[] hash) {

    static final byte[] GENESIS = new byte[32];

    static JournalRow next(long lsn, String type, int epoch, long wallMicros, long monoNanos, String payload,
            byte[] head) {
        return new JournalRow(lsn, type, epoch, wallMicros, monoNanos, payload, head,
                hash(lsn, type, epoch, wallMicros, monoNanos, payload, head));
    }

    /** The hash that this row's content and stored link demand. */
    byte[] expectedHash() {
        return hash(lsn, type, epoch, wallMicros, monoNanos, payload, previousHash);
    }

    private static byte[] hash(long lsn, String type, int epoch, long wallMicros, long monoNanos, String payload,
            byte[] head) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        digest.update(head);
        digest.update(
                ByteBuffer.allocate(28).putLong(lsn).putInt(epoch).putLong(wallMicros).putLong(monoNanos).array());
        digest.update(type.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return digest.digest(payload.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
