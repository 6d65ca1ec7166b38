package alvh.simulator.gateway;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import alvh.simulator.script.Line;
import alvh.wire.FrameWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of one connection: a queue and its own thread, so that a client that does not read holds up nobody else.
 * A client that lets the queue grow past its bound is cut off.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int LONGEST_QUEUE = 200_000;
    private static final byte[] END = new byte[0];
    private final Socket socket;
    private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();

    private Connection(Socket socket) {
        this.socket = socket;
    }

    static Connection open(int number, Socket socket) throws IOException {
        Connection connection = new Connection(socket);
        FrameWriter out = new FrameWriter(socket.getOutputStream());
        Thread.ofPlatform().name("write-" + number).daemon().start(() -> connection.write(out));
        return connection;
    }

    private void write(FrameWriter out) {
        try (socket) {
            for (byte[] bytes = queue.take(); bytes != END; bytes = queue.take()) {
                out.writeRaw(bytes);
            }
        } catch (IOException gone) {
            LOG.debug("client is gone: {}", gone.toString());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void send(byte[] bytes) {
        if (queue.size() < LONGEST_QUEUE) {
            queue.add(bytes);
        } else {
            close(Line.Cut.RST);
        }
    }

    void close(Line.Cut cut) {
        switch (cut) {
            case FIN -> queue.add(END);
            case RST -> {
                try {
                    socket.setSoLinger(true, 0);
                    socket.close();
                } catch (IOException already) {
                    LOG.debug("already closed: {}", already.toString());
                }
                queue.add(END);
            }
        }
    }
}
