package com.ib.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

import alvh.wire.Handshake;
import alvh.wire.Handshake.ServerHello;
import com.google.protobuf.ByteString;
import com.ib.client.EClientErrors.CodeMsgPair;

/**
 * The stand-in's client on a socket: not IBKR's, but with the weaknesses that the protocol page records of IBKR's. One
 * monitor guards everything, so a request that is stuck in the socket holds up isConnected and eDisconnect as well; a
 * version out of range and a hello that never comes hold it for ever; a request into a dead connection reports
 * connectionClosed twice.
 */
public class EClientSocket extends EClient implements EClientMsgSink {

    /** The range that the official client of API 10.45 announces; only text up to 200 is spoken here. */
    private static final int OLDEST = 100;
    private static final int NEWEST = 223;
    /** Makes the protobuf runtime as indispensable as it is to IBKR's jar. */
    private static final ByteString NOTHING = ByteString.EMPTY;

    private volatile Session current;
    private boolean asyncEConnect;
    private boolean writeFailed;
    private String connectionTime;

    public EClientSocket(EWrapper eWrapper, EReaderSignal signal) {
        super(eWrapper);
    }

    public void eConnect(String host, int port, int clientId) {
        eConnect(host, port, clientId, false);
    }

    public synchronized void eConnect(String host, int port, int clientId, boolean extraAuth) {
        if (alreadyConnected()) {
            return;
        }
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port));
            begin(new Session(socket, host, clientId));
        } catch (IOException refused) {
            report(NO_ID, EClientErrors.CONNECT_FAIL, "");
        }
    }

    public synchronized void eConnect(Socket socket, int clientId) throws IOException {
        if (!alreadyConnected()) {
            begin(new Session(socket, socket.getInetAddress().getHostAddress(), clientId));
        }
    }

    @Override
    public synchronized void eDisconnect() {
        Session session = current;
        if (session == null) {
            return;
        }
        current = null;
        session.close();
        wrapper().connectionClosed();
        if (writeFailed) {
            writeFailed = false;
            wrapper().connectionClosed();
        }
    }

    @Override
    public synchronized boolean isConnected() { return current != null && current.version() > 0; }

    @Override
    public synchronized int serverVersion() {
        return current == null ? 0 : current.version();
    }

    @Override
    public synchronized String getTwsConnectionTime() { return connectionTime; }

    @Override
    public String connectedHost() {
        Session session = current;
        return session == null ? null : session.host();
    }

    public boolean isAsyncEConnect() { return asyncEConnect; }

    public void setAsyncEConnect(boolean asyncEConnect) { this.asyncEConnect = asyncEConnect; }

    @Override
    public synchronized void serverVersion(int version, String time) {
        connectionTime = time;
        if (version < OLDEST || version > NEWEST) {
            eDisconnect();
            report(NO_ID, EClientErrors.UNSUPPORTED_VERSION, "");
            wrapper().connectAck();
            waitForEver();
        }
        current.accept(version);
        wrapper().connectAck();
        if (!asyncEConnect) {
            startAPI();
        }
    }

    public int read(byte[] buf, int off, int len) throws IOException {
        return current.reader().read(buf, off, len);
    }

    public int readInt() throws IOException {
        return current.reader().readInt();
    }

    /** One of the requests that newer official clients have and this program must not use. */
    public synchronized void cancelContractData(int reqId) {
        report(reqId, EClientErrors.UPDATE_TWS, "  It does not support contract data cancels.");
    }

    Session session() {
        return current;
    }

    void hello(byte[] body) throws IOException {
        ServerHello hello = Handshake.parseServerHello(body);
        serverVersion(hello.version(), hello.connectionTime());
    }

    /** The peer has closed, or its bytes cannot be cut into frames. */
    synchronized void ended(Session session, Runnable say) {
        if (session == current) {
            say.run();
            eDisconnect();
        }
    }

    void peerClosed(Session session) {
        ended(session, () -> report(NO_ID, EClientErrors.CONNECT_FAIL, ""));
    }

    @Override
    int clientId() {
        return current == null ? NOTHING.size() : current.clientId();
    }

    @Override
    boolean writable() {
        return isConnected();
    }

    @Override
    void write(byte[] body) throws IOException {
        try {
            current.writer().write(body);
        } catch (IOException broken) {
            writeFailed = true;
            throw broken;
        }
    }

    private boolean alreadyConnected() {
        if (!isConnected()) {
            return false;
        }
        CodeMsgPair twice = EClientErrors.ALREADY_CONNECTED;
        report(NO_ID, twice, "");
        return true;
    }

    /** Holds the monitor until the hello has come. */
    private void begin(Session session) {
        current = session;
        try {
            session.writer().writeRaw(Handshake.clientHello(OLDEST, NEWEST, connectOptions()));
            if (!asyncEConnect) {
                hello(StockFrames.next(session));
            }
        } catch (EOFException closed) {
            peerClosed(session);
        } catch (IOException timedOutOrReset) {
            current = null;
            session.close();
        }
    }

    private void waitForEver() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException notForThisOne) {
                continue;
            }
        }
    }
}
