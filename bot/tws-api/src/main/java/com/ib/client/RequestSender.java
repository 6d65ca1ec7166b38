package com.ib.client;

import java.io.IOException;
import java.util.function.Consumer;

import alvh.wire.FrameCodec;
import alvh.wire.Outgoing;
import alvh.wire.WireException;
import alvh.wire.WireMessage;
import com.ib.client.EClientErrors.CodeMsgPair;

/** What every request shares: the checks before sending, the lock, the reports to the wrapper. */
abstract class RequestSender {

    static final int NO_ID = EClientErrors.NO_VALID_ID;

    private final EWrapper wrapper;
    private String optionalCapabilities;
    private String connectOptions = "";

    RequestSender(EWrapper wrapper) {
        this.wrapper = wrapper;
    }

    /** A request whose member the server is too old for. */
    private static final class TooOld extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooOld(String what) {
            super(what);
        }
    }

    public EWrapper wrapper() {
        return wrapper;
    }

    public boolean isUseV100Plus() { return true; }

    /** Has no effect: older connections are not supported. */
    public void disableUseV100Plus() {}

    public synchronized String optionalCapabilities() {
        return optionalCapabilities;
    }

    public synchronized void optionalCapabilities(String val) {
        optionalCapabilities = val;
    }

    /** Options of the next connection, e.g. {@code +PACEAPI}. */
    public synchronized void setConnectOptions(String options) {
        connectOptions = options;
    }

    final synchronized String connectOptions() {
        return connectOptions;
    }

    public abstract boolean isConnected();

    public abstract void eDisconnect();

    /** The version of the session, 0 when there is none. */
    public abstract int serverVersion();

    /** The text that came with the server's version, null before a connection. */
    public abstract String getTwsConnectionTime();

    /** The host of the connection, null when there is none. */
    public abstract String connectedHost();

    abstract int clientId();

    /** Whether requests can be written at this moment. */
    abstract boolean writable();

    abstract void write(byte[] body) throws IOException;

    /** Fills, checks and sends one request; whatever forbids it is reported under the id. */
    final synchronized void request(Outgoing kind, int id, Consumer<WireMessage> fill) {
        if (!writable()) {
            report(NO_ID, EClientErrors.NOT_CONNECTED, "");
            return;
        }
        byte[] body;
        try {
            WireMessage message = WireMessage.of(kind);
            fill.accept(message);
            body = FrameCodec.encode(message, serverVersion());
        } catch (TooOld old) {
            report(id, EClientErrors.UPDATE_TWS, "  It does not support " + old.getMessage());
            return;
        } catch (WireException bad) {
            if (bad.problem() != WireException.Problem.NOT_ASCII) {
                throw bad;
            }
            report(id, EClientErrors.NOT_ASCII, alvh.wire.WireText.masked(bad.text()));
            return;
        }
        send(kind, id, body);
    }

    private void send(Outgoing kind, int id, byte[] body) {
        try {
            write(body);
        } catch (IOException broken) {
            report(id, SendErrors.of(kind), " - " + broken);
            eDisconnect();
        }
    }

    /** Refuses the request when it uses a member that the server does not know. */
    final void require(boolean used, int sinceVersion, String what) {
        if (used && serverVersion() < sinceVersion) {
            throw new TooOld(what);
        }
    }

    final void report(int id, CodeMsgPair error, String detail) {
        wrapper.error(id, Util.currentTimeMillis(), error.code(), error.text() + detail, null);
    }
}
