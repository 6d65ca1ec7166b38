package com.ib.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The stand-in's reader: not IBKR's. A reset or a read timeout ends it without a word, isConnected stays true; after an
 * exception in a callback the frames behind it wait until somebody calls processMsgs again.
 */
public class EReader extends Thread {

    private final EClientSocket parent;
    private final EReaderSignal signal;
    private final Session session;
    private final MessageDispatch dispatch;
    private final Queue<Item> items = new ConcurrentLinkedQueue<>();

    private sealed interface Item {

        record Frame(byte[] body, int serverVersion) implements Item {}

        record PeerClosed() implements Item {}

        record Unreadable(Exception because) implements Item {}
    }

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
        } catch (IOException silent) {
            // a reset or a read timeout: nobody is told
        } finally {
            signal.issueSignal();
        }
    }

    public boolean putMessageToQueue() throws IOException {
        if (session == null) {
            return false;
        }
        try {
            byte[] body = StockFrames.next(session);
            if (session.version() == 0) {
                parent.hello(body);
            } else {
                items.add(new Item.Frame(body, session.version()));
                signal.issueSignal();
            }
            return true;
        } catch (SocketException | SocketTimeoutException silent) {
            throw silent;
        } catch (EOFException closed) {
            items.add(new Item.PeerClosed());
            return false;
        } catch (IOException | RuntimeException unreadable) {
            items.add(new Item.Unreadable(unreadable));
            return false;
        }
    }

    public void processMsgs() throws IOException {
        for (Item item = items.poll(); item != null; item = items.poll()) {
            switch (item) {
                case Item.Frame frame -> process(frame);
                case Item.PeerClosed end -> parent.peerClosed(session);
                case Item.Unreadable end -> parent.ended(session, () -> parent.wrapper().error(end.because()));
            }
        }
    }

    private void process(Item.Frame frame) throws IOException {
        if (frame.body().length == 0) {
            throw new EOFException();
        }
        dispatch.dispatch(frame.body(), 0, frame.body().length, frame.serverVersion());
    }
}
