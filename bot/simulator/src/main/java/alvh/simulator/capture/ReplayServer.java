package alvh.simulator.capture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import alvh.wire.FrameReader;
import alvh.wire.FrameWriter;
import alvh.wire.Handshake;

/** Lets one client on 127.0.0.1 have a recorded session again. The caller's thread plays; one more reads the client. */
public final class ReplayServer implements AutoCloseable {

    private static final int HELLO_MILLIS = 10_000;

    private final ReplayTape tape;
    private final Mask mask = new Mask(false);
    private final Clock clock;
    private final ServerSocket server;

    private ReplayServer(ReplayTape tape, Clock clock, ServerSocket server) {
        this.tape = tape;
        this.clock = clock;
        this.server = server;
    }

    /**
     * @param link null for the first
     * @param port 0 for a free one
     * @throws java.net.BindException if the port is in use
     */
    public static ReplayServer open(Path capture, Integer link, int port, Clock clock) throws BadCapture, IOException {
        Recording recording = Recording.of(capture);
        ReplayTape tape = ReplayTape.of(recording, link);
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[]{127, 0, 0, 1}), port));
        } catch (IOException busy) {
            server.close();
            throw busy;
        }
        ReplayServer opened = new ReplayServer(tape, clock, server);
        opened.mask.learn(recording);
        return opened;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Of the recorded link. */
    public int version() {
        return tape.hello().version();
    }

    public int link() {
        return tape.link();
    }

    /**
     * Waits for a client, plays, and returns when the client has left, or when all is played and it has been silent for
     * as long as the patience, or when an order of the recording has not come. A connection that does not greet is let go,
     * and the next one is waited for.
     *
     * @param say receives each difference as a line, masked
     * @return how many differences there were
     */
    public int play(boolean realSpeed, long patienceMillis, Consumer<String> say)
            throws IOException, InterruptedException {
        tape.remarks().forEach(remark -> say.accept("note  " + Words.plain(mask.text(remark))));
        ReplayRun run = new ReplayRun(tape, realSpeed, patienceMillis, say, mask);
        while (!served(run, say)) {
            // Something looked at the port, such as a script that asks whether it is open; the client is still to come.
        }
        run.gone();
        ReplayRun.Result result = run.result();
        say.accept("replayed link " + tape.link() + ": " + result.matched() + " requests as recorded, "
                + result.differences() + " differences, " + result.sent() + " of " + result.answers()
                + " recorded frames sent");
        return result.differences();
    }

    /** Whether a client has greeted; its session is over then. */
    private boolean served(ReplayRun run, Consumer<String> say) throws IOException, InterruptedException {
        try (Socket socket = server.accept()) {
            Handshake.ClientHello hello;
            FrameReader in;
            try {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(HELLO_MILLIS);
                in = new FrameReader(socket.getInputStream());
                hello = Handshake.readClientHello(in);
            } catch (IOException noClient) {
                say.accept("note  a connection did not greet as a client does and is not counted: "
                        + Words.plain(mask.text(String.valueOf(noClient.getMessage()))));
                return false;
            }
            try {
                greeted(run, hello, socket, in, say);
            } catch (IOException broken) {
                say.accept("note  the connection ended: " + broken.getMessage());
            }
            return true;
        }
    }

    private void greeted(ReplayRun run, Handshake.ClientHello hello, Socket socket, FrameReader in,
            Consumer<String> say) throws IOException, InterruptedException {
        if (tape.hello().version() < hello.min() || tape.hello().version() > hello.max()) {
            say.accept("differs  the client speaks versions " + hello.min() + ".." + hello.max()
                    + ", the recording is of " + tape.hello().version());
        }
        socket.setSoTimeout(0);
        FrameWriter out = new FrameWriter(socket.getOutputStream());
        out.write(Handshake.serverHello(tape.hello()));
        talk(run, in, out);
    }

    private void talk(ReplayRun run, FrameReader in, FrameWriter out)
            throws IOException, InterruptedException {
        BlockingQueue<Optional<byte[]>> heard = new LinkedBlockingQueue<>();
        Thread.ofPlatform().name("replay-read").daemon().start(() -> read(in, heard));
        run.begin(clock.millis());
        while (true) {
            for (byte[] body : run.due(clock.millis())) {
                out.write(body);
            }
            if (run.ended()) {
                return;
            }
            Optional<byte[]> next = heard.poll(run.patienceLeft(clock.millis()), TimeUnit.MILLISECONDS);
            boolean over = next == null ? run.played() : next.isEmpty();
            if (over) {
                return;
            }
            if (next != null) {
                run.heard(next.get(), clock.millis());
            }
        }
    }

    private static void read(FrameReader in, BlockingQueue<Optional<byte[]>> heard) {
        try {
            for (byte[] body = in.read(); body != null; body = in.read()) {
                heard.add(Optional.of(body));
            }
        } catch (IOException ended) {
            // A client may leave as it likes; it has left.
        }
        heard.add(Optional.empty());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
