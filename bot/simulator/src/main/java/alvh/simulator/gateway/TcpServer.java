package alvh.simulator.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import alvh.simulator.script.Line;
import alvh.wire.FrameReader;
import alvh.wire.FrameWriter;
import alvh.wire.Handshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of a gateway, on loopback only. One thread accepts, two serve each connection; what they read goes to the
 * host's inbox, what the host emits goes out through {@link #send} and {@link #close}.
 */
public final class TcpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TcpServer.class);
    private static final int SILENT_PEER_MILLIS = 10_000;
    private static final int BACKLOG = 50;
    private final int port;
    private final int silentMillis;
    private final Clock clock;
    private final Consumer<GatewayInput> inbox;
    private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();
    private final AtomicInteger lastConnection = new AtomicInteger();
    /** Closed while nobody is to listen; replaced when the port opens again. */
    private volatile ServerSocket server;

    private TcpServer(ServerSocket server, int silentMillis, Clock clock, Consumer<GatewayInput> inbox) {
        this.server = server;
        this.port = server.getLocalPort();
        this.silentMillis = silentMillis;
        this.clock = clock;
        this.inbox = inbox;
    }

    /**
     * @param port 0 for a free one
     * @param clock exchange time, for the arrival of frames
     * @throws java.net.BindException if the port is in use
     */
    public static TcpServer listen(int port, Clock clock, Consumer<GatewayInput> inbox) throws IOException {
        return listen(port, SILENT_PEER_MILLIS, clock, inbox);
    }

    /** @param silentMillis how long a peer may take for its first bytes */
    static TcpServer listen(int port, int silentMillis, Clock clock, Consumer<GatewayInput> inbox) throws IOException {
        return new TcpServer(bind(port), silentMillis, clock, inbox);
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[]{127, 0, 0, 1}), port),
                    BACKLOG);
        } catch (IOException busy) {
            server.close();
            throw busy;
        }
        return server;
    }

    public int port() {
        return port;
    }

    /** Begins to accept; returns at once. */
    public void start() {
        ServerSocket listening = server;
        Thread.ofPlatform().name("accept").daemon().start(() -> accept(listening));
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                int number = lastConnection.incrementAndGet();
                Thread.ofPlatform().name("read-" + number).daemon().start(() -> serve(number, socket));
            } catch (IOException closed) {
                LOG.debug("no more connections: {}", closed.toString());
            }
        }
    }

    /** Stops listening, or listens again on the same port. */
    public void port(Emission.Port line) {
        try {
            if (!line.open()) {
                server.close();
            } else if (server.isClosed()) {
                server = bind(port);
                start();
            }
        } catch (IOException taken) {
            LOG.error("cannot listen on 127.0.0.1:{} again: {}", port, taken.toString());
        }
    }

    private void serve(int number, Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setSoTimeout(silentMillis);
            FrameReader in = new FrameReader(socket.getInputStream());
            Handshake.ClientHello hello = Handshake.readClientHello(in);
            socket.setSoTimeout(0);
            connections.put(number, Connection.open(number, socket));
            inbox.accept(new GatewayInput.Hello(number, hello));
            for (byte[] body = in.read(); body != null; body = in.read()) {
                inbox.accept(new GatewayInput.Frame(number, body, clock.instant()));
            }
        } catch (IOException ended) {
            LOG.debug("connection {} ended: {}", number, ended.toString());
        } finally {
            Connection connection = connections.remove(number);
            if (connection != null) {
                connection.close(Line.Cut.FIN);
                inbox.accept(new GatewayInput.Gone(number));
            }
        }
    }

    /** Queues one frame; a connection that is gone swallows it. */
    public void send(Emission.Send frame) {
        Connection connection = connections.get(frame.connection());
        if (connection != null) {
            connection.send(FrameWriter.framed(frame.body()));
        }
    }

    /** As {@link #send}, for what is no whole frame. */
    public void send(Emission.Bytes piece) {
        Connection connection = connections.get(piece.connection());
        if (connection != null) {
            connection.send(piece.bytes());
        }
    }

    /** Closes after what is queued (FIN) or at once and hard (RST). */
    public void close(Emission.Close close) {
        Connection connection = connections.get(close.connection());
        if (connection != null) {
            connection.close(close.cut());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.values().forEach(connection -> connection.close(Line.Cut.FIN));
    }
}
