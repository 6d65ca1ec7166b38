package alvh.daemon.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The raw bytes of one direction of one link in a file, for looking at afterwards. Never in the way of trading. */
final class Capture {
    private static final long LARGEST = 64L << 20;

    private OutputStream file;
    private long written;

    private Capture(OutputStream file) {
        this.file = file;
    }

    /** @param folder null for no capture */
    static Capture in(Path folder, String name) {
        if (folder == null) {
            return new Capture(null);
        }
        try {
            Files.createDirectories(folder);
            return new Capture(Files.newOutputStream(folder.resolve(name)));
        } catch (IOException unwritable) {
            return new Capture(null);
        }
    }

    void add(byte[] bytes, int offset, int length) {
        if (file == null) {
            return;
        }
        try {
            written += length;
            file.write(bytes, offset, length);
            if (written > LARGEST) {
                close();
            }
        } catch (IOException full) {
            file = null;
        }
    }

    void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException alreadyGone) {
                // The capture is a convenience; its end is no event.
            }
            file = null;
        }
    }
}
