package alvh.proof;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A line between daemon and gateway that can go bad: it swallows everything while both sockets stay open, resets, leaves
 * new connections without a word, and says bytes of its own between two frames of the gateway.
 */
final class FaultyLine implements AutoCloseable {

    private final ServerSocket server;
    private final int gatewayPort;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile boolean mute;

    /** One connection of the daemon and the one that was made for it. */
    private final class Call {
        private final Socket daemon;
        private final Socket gateway;
        private volatile boolean swallowing;

        Call(Socket daemon, Socket gateway) {
            this.daemon = daemon;
            this.gateway = gateway;
        }

        private void begin() {
            Thread.ofPlatform().daemon().name("line-out").start(() -> carry(this::out));
            Thread.ofPlatform().daemon().name("line-in").start(() -> carry(this::in));
        }

        private interface Way {
            void go() throws IOException;
        }

        private void carry(Way way) {
            try {
                way.go();
            } catch (IOException ended) {
                // one side has gone; a line that swallows does not tell the other
            }
            if (!swallowing) {
                hangUp();
            }
        }

        private void out() throws IOException {
            InputStream from = daemon.getInputStream();
            OutputStream to = gateway.getOutputStream();
            byte[] some = new byte[4096];
            for (int n = from.read(some); n >= 0; n = from.read(some)) {
                if (!swallowing) {
                    to.write(some, 0, n);
                    to.flush();
                }
            }
        }

        /** Frame by frame, so that what is said between them stands between them. */
        private void in() throws IOException {
            var from = new DataInputStream(gateway.getInputStream());
            while (true) {
                byte[] body = new byte[from.readInt()];
                from.readFully(body);
                if (!swallowing) {
                    say(ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array());
                }
            }
        }

        private void say(byte[] bytes) throws IOException {
            synchronized (this) {
                daemon.getOutputStream().write(bytes);
                daemon.getOutputStream().flush();
            }
        }

        private void hangUp() {
            try (daemon; gateway) {
                swallowing = true;
            } catch (IOException alreadyGone) {
                // both are closed, which was wanted
            }
        }
    }

    FaultyLine(int gatewayPort) {
        this.gatewayPort = gatewayPort;
        try {
            server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("line").start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket daemon = server.accept();
                Socket gateway = mute ? new Socket() : new Socket("127.0.0.1", gatewayPort);
                Call call = new Call(daemon, gateway);
                calls.add(call);
                if (!mute) {
                    call.begin();
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int calls() {
        return calls.size();
    }

    /** From now on nothing passes on the newest connection, and nobody is told. */
    void swallow() {
        calls.getLast().swallowing = true;
    }

    /** New connections are accepted and left alone. */
    void muteNew() {
        mute = true;
    }

    /** Whatever hangs is hung up at both ends, so that no dead session lingers; new connections are carried. */
    void mend() {
        mute = false;
        calls.forEach(Call::hangUp);
    }

    /** The daemon's end of the newest connection is reset. */
    void reset() {
        Call call = calls.getLast();
        try {
            call.swallowing = true;
            call.daemon.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        call.hangUp();
    }

    /** Says a message to the daemon so many times, each a whole frame; a bar ends a field. */
    void say(String message, int times) {
        byte[] body = message.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
        byte[] frame = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
        ByteBuffer all = ByteBuffer.allocate(frame.length * times);
        for (int i = 0; i < times; i++) {
            all.put(frame);
        }
        try {
            calls.getLast().say(all.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calls.forEach(Call::hangUp);
    }
}
