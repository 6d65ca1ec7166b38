package alvh.daemon.broker;

import java.io.IOException;

import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EReader;

/** One connection: the socket that is ours, the client that speaks over it, and the two threads that listen. */
final class Link {
    /** So many frames that cannot be read are skipped for the sake of what came whole behind them. */
    private static final int MOST_BROKEN = 100;
    private static final long READER_ENDS_MILLIS = 2_000;

    private final MeteredSocket socket;
    private final EClientSocket client;
    private final EJavaSignal signal;
    private final Callbacks callbacks;
    private volatile Reader reader;
    private volatile int version;
    private volatile boolean broken;
    private volatile boolean dead;

    /** The client's reader, which tells its end: after a reset it ends without a word to anyone (M10). */
    private static final class Reader extends EReader {
        private final EJavaSignal signal;
        private volatile boolean ended;

        Reader(EClientSocket client, EJavaSignal signal) {
            super(client, signal);
            this.signal = signal;
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                ended = true;
                signal.issueSignal();
            }
        }
    }

    Link(MeteredSocket socket, EClientSocket client, EJavaSignal signal, Callbacks callbacks) {
        this.socket = socket;
        this.client = client;
        this.signal = signal;
        this.callbacks = callbacks;
    }

    EClientSocket client() {
        return client;
    }

    MeteredSocket socket() {
        return socket;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    /** As it was when the reader started: asking the client may wait for a write that is stuck in its monitor. */
    int serverVersion() {
        return version;
    }

    /** Starts the reader and the pump; both are daemons and end with the socket. Any thread, once. */
    void listen(Runnable lost) {
        version = client.serverVersion();
        callbacks.afterUnknown(signal::issueSignal);
        reader = new Reader(client, signal);
        reader.setDaemon(true);
        reader.setName("broker-reader");
        reader.start();
        Thread pump = new Thread(() -> pump(lost), "broker-pump");
        pump.setDaemon(true);
        pump.start();
    }

    boolean readerAlive() {
        Reader running = reader;
        return running != null && !running.ended;
    }

    /** Closed by us: its words are void. */
    boolean dead() {
        return dead;
    }

    /** Nothing may be written to it any more; what it said before may still be heard. */
    boolean unusable() {
        return dead || broken;
    }

    /** Why it ended, as far as anybody said. */
    String ending() {
        String by = callbacks.brokenBy();
        String words = by.isEmpty() ? callbacks.lastWords() : by;
        return words.isEmpty() ? "without a word: it was reset" : words;
    }

    /** Closes the raw socket; the client object may be blocked for ever and is never touched again. Any thread. */
    void close() {
        dead = true;
        closeSocket();
        signal.issueSignal();
    }

    /** Closes the raw socket so that bytes the peer has not taken yet are thrown away. Any thread. */
    void cut() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // Then there is nothing left to throw away.
        }
        close();
    }

    private void pump(Runnable lost) {
        boolean whole = true;
        while (whole && !dead && readerAlive()) {
            signal.waitForSignal();
            whole = process();
        }
        awaitReader();
        process();
        lost.run();
    }

    /**
     * Everything thrown in here is a lost connection: a frame that cannot be read leaves the stream in doubt (M11). The
     * frames behind it came whole, fills may be among them: they are heard before the link is given up.
     *
     * @return false when something was thrown
     */
    private boolean process() {
        for (int skipped = 0; skipped < MOST_BROKEN; skipped++) {
            try {
                reader.processMsgs();
                return skipped == 0;
            } catch (IOException | RuntimeException | Error unreadable) {
                callbacks.broken(unreadable);
                broken = true;
                closeSocket();
            }
        }
        return false;
    }

    /** With the socket closed it ends at once, and the frames it has read are few. */
    private void awaitReader() {
        try {
            reader.join(READER_ENDS_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closed is what was wanted.
        }
    }
}
