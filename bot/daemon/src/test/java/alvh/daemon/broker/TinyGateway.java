package alvh.daemon.broker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The smallest peer that can be dialled: a hello, a bootstrap and canned answers, byte code of its own. It can also be
 * no gateway at all, say any bytes at any time, stop answering, stop reading, close, and reset.
 */
final class TinyGateway implements AutoCloseable {
    /** So little room that a peer that does not read is noticed after a few dozen orders. */
    private static final int SMALL_BUFFER = 2_048;

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    final List<String> heard = new CopyOnWriteArrayList<>();
    volatile String hello = "200|20261117 10:15:00 EST|";
    volatile String accounts = "DUSIM0001";
    /** What comes behind accounts and next id. */
    volatile List<String> afterBootstrap = List.of();
    volatile First first = First.HELLO;
    /** Answers nothing any more, and says nothing. */
    volatile boolean mute;
    /** Leaves the client's bytes where they are. */
    volatile boolean deaf;
    volatile boolean readOnly;
    volatile boolean busy;
    volatile long skewMillis;
    /** Answers of the test's own for a message, e.g. {@code 9|8|...}; null for the canned ones. */
    volatile Function<String, List<String>> script = frame -> null;

    /** What the peer does with a new connection. */
    enum First {
        HELLO, NOTHING, CLOSE, CLOSE_AFTER_READING, HALF_A_HELLO, RESET_AFTER_HELLO
    }

    TinyGateway() throws IOException {
        server = new ServerSocket();
        server.setReceiveBufferSize(SMALL_BUFFER);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        Thread thread = new Thread(this::accept, "tiny-gateway");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return sockets.size();
    }

    /** Says frames on the newest connection, each whole. */
    void say(String... frames) throws IOException {
        for (String frame : frames) {
            raw(framed(frame));
        }
    }

    /** Any bytes, between two frames. */
    void raw(byte[] bytes) throws IOException {
        write(sockets.getLast(), bytes);
    }

    /** Closes every connection with a reset: the peer gets no end of stream. */
    void reset() throws IOException {
        for (Socket socket : sockets) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    /** Closes every connection in order. */
    void finish() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
        finish();
    }

    static byte[] framed(String fields) {
        byte[] body = fields.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), "tiny-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (greeted(socket, first)) {
                converse(socket, new DataInputStream(socket.getInputStream()));
            }
        } catch (IOException gone) {
            // The other side left; nothing to do.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean greeted(Socket socket, First how) throws IOException, InterruptedException {
        if (how == First.CLOSE) {
            return false;
        }
        if (!hello.contains("|")) {
            write(socket, hello.getBytes(StandardCharsets.ISO_8859_1));
            return false;
        }
        var in = new DataInputStream(socket.getInputStream());
        in.readFully(new byte[4]);
        in.readFully(new byte[in.readInt()]);
        byte[] frame = framed(hello);
        switch (how) {
            case NOTHING -> over.await();
            case HALF_A_HELLO -> write(socket, Arrays.copyOf(frame, 6));
            case RESET_AFTER_HELLO -> {
                write(socket, frame);
                socket.setSoLinger(true, 0);
            }
            case HELLO -> {
                write(socket, frame);
                return true;
            }
            case CLOSE, CLOSE_AFTER_READING -> {
            }
        }
        return false;
    }

    private void converse(Socket socket, DataInputStream in) throws IOException, InterruptedException {
        while (true) {
            byte[] body = new byte[in.readInt()];
            in.readFully(body);
            String frame = new String(body, StandardCharsets.ISO_8859_1).replace('\0', '|');
            heard.add(frame);
            if (!mute) {
                List<String> own = script.apply(frame);
                for (String answer : own != null ? own : canned(frame.substring(0, frame.indexOf('|')))) {
                    write(socket, framed(answer));
                }
            }
            if (busy) {
                return;
            }
            if (deaf) {
                over.await();
            }
        }
    }

    private List<String> canned(String message) {
        return switch (message) {
            case "71" -> busy
                    ? List.of("4|-1|326|Unable to connect as the client id is already in use.||0|")
                    : Stream
                            .concat(Stream.of("15|1|" + accounts + "|", "9|1|51|"),
                                    afterBootstrap.stream())
                            .toList();
            case "105" -> List.of("109|" + (Bench.START.toEpochMilli() + skewMillis) + "|");
            case "5" -> List.of(readOnly
                    ? "4|-1|321|Error validating request.-'b7' : cause - The API interface is currently in Read-Only"
                            + " mode.||0|"
                    : "53|1|");
            default -> List.of();
        };
    }

    private static void write(Socket socket, byte[] bytes) throws IOException {
        synchronized (socket) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }
    }
}
