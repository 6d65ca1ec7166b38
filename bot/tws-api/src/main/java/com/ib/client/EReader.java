package com.ib.client;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import alvh.wire.FrameException;
import com.ib.client.EClientErrors.CodeMsgPair;

/**
 * Reads frames on its own thread and keeps them until {@link #processMsgs} decodes them on the application's thread.
 * The end of the connection waits in the same queue, so it is reported after the messages that came before it.
 */
public class EReader extends Thread {

    private final EClientSocket parent;
    private final EReaderSignal signal;
    private final Session session;
    private final MessageDispatch dispatch;
    private final Queue<Item> items = new ConcurrentLinkedQueue<>();

    /** What waits to be processed. */
    private sealed interface Item {

        /** A message. */
        record Frame(byte[] body, int serverVersion) implements Item {}

        /** The end of the connection, and why. */
        record End(CodeMsgPair error, String detail) implements Item {}
    }

    /**
     * A reader for the connection the client has now. Make it a daemon: a socket that never answers would keep the
     * program alive.
     */
    public EReader(EClientSocket parent, EReaderSignal signal) {
        super("EReader");
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
        try {
            byte[] body = session.reader().read();
            if (body == null) {
                return end(EClientErrors.CONNECT_FAIL, "");
            }
            if (session.version() == 0) {
                parent.hello(body);
                return session.version() > 0;
            }
            items.add(new Item.Frame(body, session.version()));
            signal.issueSignal();
            return true;
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
            for (Item item = items.poll(); item != null; item = items.poll()) {
                process(item);
            }
            done = true;
        } finally {
            if (!done && !items.isEmpty()) {
                signal.issueSignal();
            }
        }
    }

    private void process(Item item) throws IOException {
        switch (item) {
            case Item.Frame frame -> dispatch.dispatch(frame.body(), frame.serverVersion());
            case Item.End end -> parent.lost(session, end.error(), end.detail());
        }
    }

    private boolean end(CodeMsgPair error, String detail) {
        session.peerGone();
        items.add(new Item.End(error, detail));
        signal.issueSignal();
        return false;
    }
}
