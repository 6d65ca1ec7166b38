package alvh.simulator.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The golden frames of the protocol room. */
final class Vectors {

    private static final Path FOLDER = Path.of("..", "tws-wire", "src", "test", "resources", "vectors");

    record Frame(Direction direction, int version, String vector, byte[] body) {}

    private Vectors() {}

    static List<Frame> all() {
        List<Frame> all = new ArrayList<>(read("outgoing-200.txt", Direction.SENT, 200));
        all.addAll(read("outgoing-gates.txt", Direction.SENT, 0));
        all.addAll(read("incoming-200.txt", Direction.RECEIVED, 200));
        all.addAll(read("incoming-gates.txt", Direction.RECEIVED, 0));
        all.addAll(otherClients());
        return all;
    }

    static List<Frame> otherClients() {
        return read("other-clients.txt", Direction.SENT, 0);
    }

    private static List<Frame> read(String file, Direction direction, int fixed) {
        List<Frame> frames = new ArrayList<>();
        String vector = "";
        int version = fixed;
        for (String line : lines(file)) {
            if (line.startsWith("# ======== negotiated server version ") || line.startsWith("negotiated: ")) {
                version = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
            } else if (line.startsWith("at ")) {
                version = Integer.parseInt(line.split(" ")[1]);
            } else if (line.startsWith("## ")) {
                vector = line.substring(3).split(" ")[0];
            } else if ((line.startsWith("payload: ") || line.startsWith("recv: ")) && !line.contains("nothing was sent")
                    && !vector.equals("O-02")) {
                frames.add(new Frame(direction, version, vector, unprint(line.substring(line.indexOf(' ') + 1))));
            }
        }
        return frames;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bars are zero bytes, a backslash and x begin a byte in hex. */
    static byte[] unprint(String printed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c == '\\' && printed.startsWith("x", i + 1)) {
                bytes.write(Integer.parseInt(printed.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (c == '\\') {
                bytes.write('\\');
                i++;
            } else {
                bytes.write(c == '|' ? 0 : c);
            }
        }
        return bytes.toByteArray();
    }
}
