package alvh.proof;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A socket whose other side is memory: what it serves is given, what is written to it is dropped. */
final class MemorySocket extends Socket {

    private final LoopStream served;

    MemorySocket(LoopStream served) {
        this.served = served;
    }

    @Override
    public InetAddress getInetAddress() { return InetAddress.getLoopbackAddress(); }

    @Override
    public InputStream getInputStream() { return served; }

    @Override
    public OutputStream getOutputStream() { return OutputStream.nullOutputStream(); }
}
