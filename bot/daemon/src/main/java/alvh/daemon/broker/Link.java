package alvh.daemon.broker;

import java.io.IOException;

import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EReader;

/** One connection: the socket that is ours, the client that speaks over it, and the two threads that listen. */
final class Link {
    private final MeteredSocket socket;
    private final EClientSocket client;
    private final EJavaSignal signal;
    private final Callbacks callbacks;
    private volatile EReader reader;
    private volatile boolean dead;

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

    int serverVersion() {
        return client.serverVersion();
    }

    /** Starts the reader and the pump; both are daemons and end with the socket. */
    void listen(Runnable lost) {
        reader = new EReader(client, signal);
        reader.setDaemon(true);
        reader.setName("broker-reader");
        reader.start();
        Thread pump = new Thread(() -> pump(lost), "broker-pump");
        pump.setDaemon(true);
        pump.start();
    }

    /** A reset ends the reader without a word to anyone (M10). */
    boolean readerAlive() {
        EReader running = reader;
        return running != null && running.isAlive();
    }

    boolean dead() {
        return dead;
    }

    /** Closes the raw socket; the client object may be blocked for ever and is never touched again. Any thread. */
    void close() {
        dead = true;
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closed is what was wanted.
        }
        signal.issueSignal();
    }

    /** Everything thrown in here is a lost connection: a frame that cannot be read leaves the stream in doubt (M11). */
    private void pump(Runnable lost) {
        try {
            while (!dead && readerAlive()) {
                signal.waitForSignal();
                reader.processMsgs();
            }
            reader.processMsgs();
        } catch (IOException | RuntimeException | Error broken) {
            callbacks.broken(broken);
        }
        lost.run();
    }
}
