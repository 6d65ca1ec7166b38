package alvh.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The recorded frames of the protocol, read from the fixture files. */
final class Vectors {

    /** A frame: which vector it belongs to, the negotiated version, the body with bars for zero bytes. */
    record Frame(String vector, int version, String payload) {

        byte[] body() {
            return unprint(payload);
        }

        @Override
        public String toString() {
            return vector + " at " + version;
        }
    }

    private Vectors() {}

    /** All frames of the client. */
    static List<Frame> outgoing() {
        List<Frame> frames = frames("outgoing-200.txt", 200);
        frames.addAll(gates());
        return frames;
    }

    /** All frames of the server. */
    static List<Frame> incoming() {
        List<Frame> frames = frames("incoming-200.txt", 200);
        frames.addAll(frames("incoming-gates.txt", 0));
        return frames;
    }

    /** What other clients sent. */
    static List<Frame> otherClients() {
        List<Frame> frames = new ArrayList<>();
        String vector = "";
        int version = 0;
        for (String line : lines("other-clients.txt")) {
            if (line.startsWith("## ")) {
                vector = line.substring(3, 7);
            } else if (line.startsWith("negotiated: ")) {
                version = Integer.parseInt(line.substring("negotiated: ".length()));
            } else if (line.startsWith("recv: ")) {
                frames.add(new Frame(vector, version, line.substring("recv: ".length())));
            }
        }
        return frames;
    }

    private static List<Frame> frames(String file, int fixedVersion) {
        List<Frame> frames = new ArrayList<>();
        String vector = "";
        int version = fixedVersion;
        for (String line : lines(file)) {
            if (line.startsWith("# ======== negotiated server version ")) {
                version = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
            } else if (line.startsWith("## ")) {
                vector = line.substring(3).split(" ")[0];
            } else if (line.startsWith("payload: ") && !line.contains("nothing was sent") && !vector.equals("O-02")) {
                frames.add(new Frame(vector, version, line.substring("payload: ".length())));
            }
        }
        return frames;
    }

    private static List<Frame> gates() {
        List<Frame> frames = new ArrayList<>();
        String vector = "";
        List<Integer> versions = List.of();
        for (String line : lines("outgoing-gates.txt")) {
            if (line.startsWith("## ")) {
                vector = line.substring(3);
            } else if (line.startsWith("at ")) {
                String[] words = line.split(" ");
                versions = IntStream
                        .rangeClosed(Integer.parseInt(words[1]), Integer.parseInt(words[words.length - 1])).boxed()
                        .toList();
            } else if (line.startsWith("payload: ") && !line.contains("nothing was sent")) {
                for (int version : versions) {
                    frames.add(new Frame(vector, version, line.substring("payload: ".length())));
                }
            }
        }
        return frames;
    }

    /** The versions at which the gates were recorded; between them the bytes are equal on both sides. */
    static Set<Integer> recordedGates() {
        Matcher parts = Pattern.compile("(\\d+)-(\\d+)").matcher(lines("outgoing-gates.txt").getFirst());
        Set<Integer> versions = new TreeSet<>();
        while (parts.find()) {
            IntStream.rangeClosed(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
                    .forEach(versions::add);
        }
        return versions;
    }

    static List<String> lines(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The bytes of a printed payload: bars are zero bytes, backslashes begin escapes. */
    static byte[] unprint(String payload) {
        StringBuilder bytes = new StringBuilder(payload.length());
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            if (c == '|') {
                bytes.append('\0');
            } else if (c == '\\' && payload.charAt(i + 1) == 'x') {
                bytes.append((char) Integer.parseInt(payload.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (c == '\\') {
                bytes.append('\\');
                i++;
            } else {
                bytes.append(c);
            }
        }
        return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
