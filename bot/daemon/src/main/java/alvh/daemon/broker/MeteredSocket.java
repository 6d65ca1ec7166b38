package alvh.daemon.broker;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import jdk.net.ExtendedSocketOptions;

/**
 * The socket we hand to the client. It counts the bytes of both directions: its count round {@code placeOrder} is the
 * only proof that nothing was written. Bytes count before they are handed on, so a write that breaks counts as written.
 */
final class MeteredSocket extends Socket {
    private static final int FIRST = 64;
    private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE = Map.of(ExtendedSocketOptions.TCP_KEEPIDLE,
            15, ExtendedSocketOptions.TCP_KEEPINTERVAL, 5, ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final byte[] first = new byte[FIRST];
    private final Capture capture;
    private final int number;

    /**
     * @param capture gets a copy of all bytes; null for none
     * @param number of the link, for the capture
     */
    MeteredSocket(Capture capture, int number) {
        this.capture = capture;
        this.number = number;
    }

    @Override
    public void connect(SocketAddress peer, int timeoutMillis) throws IOException {
        super.connect(peer, timeoutMillis);
        if (capture != null) {
            capture.opened(number, getInetAddress().getHostAddress() + ":" + getPort());
        }
    }

    /** No delay and keep-alive 15/5/3 where the system knows them. */
    void tune() throws IOException {
        setTcpNoDelay(true);
        setKeepAlive(true);
        for (SocketOption<Integer> option : KEEP_ALIVE.keySet()) {
            if (supportedOptions().contains(option)) {
                setOption(option, KEEP_ALIVE.get(option));
            }
        }
    }

    long bytesSent() {
        return sent.get();
    }

    long bytesReceived() {
        return received.get();
    }

    /** The first bytes that came, at most {@value #FIRST}. */
    byte[] firstBytes() {
        return Arrays.copyOf(first, (int) Math.min(FIRST, received.get()));
    }

    @Override
    public OutputStream getOutputStream() throws IOException { return new Counted(super.getOutputStream()); }

    @Override
    public InputStream getInputStream() throws IOException { return new Watched(super.getInputStream()); }

    @Override
    public synchronized void close() throws IOException {
        super.close();
        if (capture != null) {
            capture.closed(number);
        }
    }

    private final class Counted extends FilterOutputStream {

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sent.addAndGet(length);
            if (capture != null) {
                capture.sent(number, bytes, offset, length);
            }
            out.write(bytes, offset, length);
        }
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count > 0) {
                long before = received.get();
                for (int i = 0; i < count && before + i < FIRST; i++) {
                    first[(int) before + i] = bytes[offset + i];
                }
                received.addAndGet(count);
                if (capture != null) {
                    capture.received(number, bytes, offset, count);
                }
            }
            return count;
        }
    }
}
