package alvh.daemon.broker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The smallest peer that can be dialled: a hello, a bootstrap, and canned answers; or something that is no gateway. */
final class TinyGateway implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();
    volatile String hello = "200|20261117 10:15:00 EST|";
    volatile String accounts = "DUSIM0001";
    volatile boolean mute;
    volatile boolean readOnly;
    volatile boolean busy;
    volatile long skewMillis;

    TinyGateway() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "tiny-gateway");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Closes every connection with a reset: the peer gets no end of stream. */
    void reset() throws IOException {
        for (Socket socket : sockets) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
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
            var in = new DataInputStream(socket.getInputStream());
            var out = new DataOutputStream(socket.getOutputStream());
            if (!hello.contains("|")) {
                out.write(hello.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                return;
            }
            in.readFully(new byte[4]);
            in.readFully(new byte[in.readInt()]);
            send(out, hello);
            while (true) {
                byte[] body = new byte[in.readInt()];
                in.readFully(body);
                String frame = new String(body, StandardCharsets.ISO_8859_1).replace('\0', '|');
                heard.add(frame);
                answer(out, frame.substring(0, frame.indexOf('|')));
                if (busy) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The other side left; nothing to do.
        }
    }

    private void answer(DataOutputStream out, String message) throws IOException {
        switch (message) {
            case "71" -> {
                if (busy) {
                    send(out, "4|-1|326|Unable to connect as the client id is already in use.||0|");
                } else {
                    send(out, "15|1|" + accounts + "|");
                    send(out, "9|1|51|");
                }
            }
            case "105" -> {
                if (!mute) {
                    send(out, "109|" + (Bench.START.toEpochMilli() + skewMillis) + "|");
                }
            }
            case "5" -> send(out, readOnly
                    ? "4|-1|321|Error validating request.-'b7' : cause - The API interface is currently in Read-Only"
                            + " mode.||0|"
                    : "53|1|");
            default -> {
            }
        }
    }

    private static synchronized void send(DataOutputStream out, String fields) throws IOException {
        byte[] body = fields.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
        var frame = new ByteArrayOutputStream();
        new DataOutputStream(frame).writeInt(body.length);
        frame.write(body);
        out.write(frame.toByteArray());
        out.flush();
    }
}
