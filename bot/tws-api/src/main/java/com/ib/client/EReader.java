package com.ib.client;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import alvh.wire.FrameException;
import alvh.wire.FrameReader;
import com.ib.client.EClientErrors.CodeMsgPair;

/**
 * Reads frames on its own thread and keeps them until {@link #processMsgs} decodes them on the application's thread.
 * The end of the connection is reported after the messages that came before it.
 */
public class EReader extends Thread {

    private static final long MOST_WAITING = 256L << 20;

    private final EClientSocket parent;
    private final EReaderSignal signal;
    private final Session session;
    private final MessageDispatch dispatch;
    private final FrameQueue frames = new FrameQueue();
    private final AtomicLong waiting = new AtomicLong();
    private final long mostWaiting;
    private volatile End end;

    /** The end of the connection, and why. */
    private record End(CodeMsgPair error, String detail) {}

    /**
     * A reader for the connection the client has now. Make it a daemon: a socket that never answers would keep the
     * program alive.
     */
    public EReader(EClientSocket parent, EReaderSignal signal) {
        this(parent, signal, MOST_WAITING);
    }

    /** @param mostWaiting so many bytes may wait for processMsgs before the connection is given up */
    EReader(EClientSocket parent, EReaderSignal signal, long mostWaiting) {
        super("EReader");
        this.mostWaiting = mostWaiting;
        this.parent = parent;
        this.signal = signal;
        this.session = parent.session();
        this.dispatch = new MessageDispatch(parent.wrapper());
    }

    @Override
    public void run() {
        try {
            while (!isInterrupted() && putMessageToQueue()) {
                // one frame after the other
            }
        } catch (IOException impossible) {
            end(EClientErrors.SOCKET_EXCEPTION, impossible.toString());
        } finally {
            signal.issueSignal();
        }
    }

    /** Waits for one frame; false when the connection has ended. */
    public boolean putMessageToQueue() throws IOException {
        if (session == null) {
            return false;
        }
        if (end != null) { // what a broken stream still holds belongs to no frame
            return false;
        }
        try {
            FrameReader reader = session.reader();
            if (!reader.next()) {
                return end(EClientErrors.CONNECT_FAIL, "");
            }
            if (session.version() == 0) {
                parent.hello(Arrays.copyOfRange(reader.bytes(), reader.from(), reader.to()));
                return session.version() > 0;
            }
            frames.add(reader);
            signal.issueSignal();
            return waiting.addAndGet(reader.to() - reader.from()) <= mostWaiting
                    || end(EClientErrors.SOCKET_EXCEPTION,
                            "more than " + mostWaiting + " bytes wait for processMsgs; nobody takes them");
        } catch (FrameException broken) {
            return end(EClientErrors.BAD_LENGTH, " - " + broken.getMessage());
        } catch (IOException broken) {
            return end(EClientErrors.SOCKET_EXCEPTION, broken.toString());
        }
    }

    /**
     * Decodes what has come and calls the wrapper. After an exception the messages behind it wait for the next call,
     * for which there is a signal.
     *
     * @throws IOException for a message that cannot be read; a number that is none gives NumberFormatException
     */
    public void processMsgs() throws IOException {
        boolean done = false;
        try {
            End last = end; // looked at first: no frame comes after it
            while (frames.poll()) {
                waiting.addAndGet(frames.from() - frames.to());
                dispatch.dispatch(frames.bytes(), frames.from(), frames.to(), session.version());
            }
            if (last != null) {
                parent.lost(session, last.error(), last.detail());
            }
            done = true;
        } finally {
            if (!done && (!frames.isEmpty() || end != null)) {
                signal.issueSignal();
            }
        }
    }

    private boolean end(CodeMsgPair error, String detail) {
        session.peerGone();
        end = new End(error, detail);
        signal.issueSignal();
        return false;
    }
}
