package com.ib.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import alvh.wire.FrameException;
import alvh.wire.Handshake;
import alvh.wire.Handshake.ServerHello;
import alvh.wire.ServerVersions;
import com.ib.client.EClientErrors.CodeMsgPair;

/**
 * The client on a socket. It announces server versions 176 to 200. A connection that ends, for whatever reason, calls
 * connectionClosed exactly once; disconnecting never waits for a request that is being written.
 */
public class EClientSocket extends EClient implements EClientMsgSink {

    private static final int HELLO_TIMEOUT_MS = 10_000;

    private final EReaderSignal signal;
    private final AtomicReference<Session> current = new AtomicReference<>();
    private volatile int helloTimeoutMs = HELLO_TIMEOUT_MS;
    private volatile boolean asyncEConnect;
    private volatile String connectionTime;

    public EClientSocket(EWrapper eWrapper, EReaderSignal signal) {
        super(eWrapper);
        this.signal = signal;
    }

    /** Connects and, unless asynchronous, returns after the server's hello (waiting at most ten seconds for it). */
    public void eConnect(String host, int port, int clientId) {
        eConnect(host, port, clientId, false);
    }

    /** As the other form; the extra authentication is not supported and ignored. */
    public void eConnect(String host, int port, int clientId, boolean extraAuth) {
        if (alreadyConnected()) {
            return;
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(host, port));
            socket.setSoTimeout(asyncEConnect ? 0 : helloTimeoutMs);
            Session session = new Session(socket, host, clientId);
            if (!begin(session)) {
                lost(session, EClientErrors.CONNECT_FAIL, " No hello came within 10 seconds.");
            }
            if (isConnected()) {
                socket.setSoTimeout(0);
            }
        } catch (IOException | IllegalArgumentException failed) {
            closeQuietly(socket);
            report(NO_ID, EClientErrors.CONNECT_FAIL, "");
        }
    }

    /**
     * Begins a session on a socket that is already connected. If its read timeout passes before the hello, the call
     * returns without a callback, not connected.
     */
    public void eConnect(Socket socket, int clientId) throws IOException {
        if (alreadyConnected()) {
            return;
        }
        Session session = new Session(socket, socket.getInetAddress().getHostAddress(), clientId);
        if (!begin(session)) {
            close(session);
        }
    }

    @Override
    public void eDisconnect() {
        Session session = current.get();
        if (session != null && close(session)) {
            wrapper().connectionClosed();
        }
    }

    @Override
    public boolean isConnected() { return serverVersion() > 0; }

    @Override
    public int serverVersion() {
        Session session = current.get();
        return session == null ? 0 : session.version();
    }

    @Override
    public String getTwsConnectionTime() { return connectionTime; }

    @Override
    public String connectedHost() {
        Session session = current.get();
        return session == null ? null : session.host();
    }

    public boolean isAsyncEConnect() { return asyncEConnect; }

    /** With true, the hello is handled by the reader thread, and the application calls startAPI itself. */
    public void setAsyncEConnect(boolean asyncEConnect) {
        this.asyncEConnect = asyncEConnect;
    }

    /** Takes the server's hello: acknowledges it, or reports 506 and closes. */
    @Override
    public void serverVersion(int version, String time) {
        Session session = current.get();
        if (session == null) {
            return;
        }
        if (version < ServerVersions.MIN || version > ServerVersions.MAX) {
            lost(session, EClientErrors.UNSUPPORTED_VERSION, "");
            return;
        }
        connectionTime = time;
        session.accept(version);
        wrapper().connectAck();
        if (!asyncEConnect) {
            startAPI();
        }
    }

    /** Raw bytes of the stream; frames are read by the EReader. */
    public int read(byte[] buf, int off, int len) throws IOException {
        return open().reader().read(buf, off, len);
    }

    /** Four raw bytes of the stream as a big-endian integer. */
    public int readInt() throws IOException {
        return open().reader().readInt();
    }

    /** How long eConnect(host, ...) waits for the hello. */
    void helloWithin(int millis) {
        helloTimeoutMs = millis;
    }

    // ---- for the reader

    Session session() {
        return current.get();
    }

    /** Takes the body of a hello frame. */
    void hello(byte[] body) throws FrameException {
        ServerHello hello = Handshake.parseServerHello(body);
        serverVersion(hello.version(), hello.connectionTime());
    }

    /** The connection has ended by itself; nothing happens if that is known already. */
    void lost(Session session, CodeMsgPair error, String detail) {
        if (close(session)) {
            report(NO_ID, error, detail);
            wrapper().connectionClosed();
        }
    }

    // ---- for the requests

    @Override
    int clientId() {
        Session session = current.get();
        return session == null ? 0 : session.clientId();
    }

    @Override
    boolean writable() {
        Session session = current.get();
        return session != null && session.writable();
    }

    @Override
    void write(byte[] body) throws IOException {
        open().writer().write(body);
    }

    private Session open() throws IOException {
        Session session = current.get();
        if (session == null) {
            throw new IOException("Not connected");
        }
        return session;
    }

    private boolean alreadyConnected() {
        if (current.get() == null) {
            return false;
        }
        report(NO_ID, EClientErrors.ALREADY_CONNECTED, "");
        return true;
    }

    /** Sends the hello and, unless asynchronous, takes the answer; false if the socket's read timeout passed. */
    private boolean begin(Session session) {
        if (!current.compareAndSet(null, session)) {
            session.close();
            report(NO_ID, EClientErrors.ALREADY_CONNECTED, "");
            return true;
        }
        try {
            session.writer().writeRaw(
                    Handshake.clientHello(ServerVersions.MIN, ServerVersions.MAX, connectOptions()));
            if (asyncEConnect) {
                return true;
            }
            byte[] body = session.reader().read();
            if (body == null) {
                lost(session, EClientErrors.CONNECT_FAIL, "");
            } else {
                hello(body);
            }
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException broken) {
            lost(session, EClientErrors.CONNECT_FAIL, "");
        }
        return true;
    }

    private boolean close(Session session) {
        session.close();
        boolean first = current.compareAndSet(session, null);
        if (first) {
            signal.issueSignal();
        }
        return first;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // nothing was connected
        }
    }
}
