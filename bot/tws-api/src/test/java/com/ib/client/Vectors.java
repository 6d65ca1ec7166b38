package com.ib.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The recorded frames and callbacks of the protocol, read from the fixture files. */
final class Vectors {

    /** One vector: its name, the versions it was recorded at, the frame ("" when nothing was sent), the callbacks. */
    record Vector(String name, int from, int to, String payload, List<String> callbacks) {

        @Override
        public String toString() {
            return name + " at " + from + ".." + to;
        }
    }

    private static final String NOTHING = "(nothing was sent)";

    private Vectors() {}

    static List<Vector> outgoing() {
        List<Vector> all = read("outgoing-200.txt", 200);
        all.removeIf(vector -> vector.name().equals("O-01") || vector.name().equals("O-02"));
        all.addAll(read("outgoing-gates.txt", 0));
        return all;
    }

    static List<Vector> incoming() {
        List<Vector> all = read("incoming-200.txt", 200);
        all.addAll(read("incoming-gates.txt", 0));
        return all;
    }

    private static List<Vector> read(String file, int fixedVersion) {
        List<Vector> all = new ArrayList<>();
        String name = "";
        int from = fixedVersion;
        int to = fixedVersion;
        for (String line : lines(file)) {
            if (line.startsWith("# ======== negotiated server version ")) {
                from = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
                to = from;
            } else if (line.startsWith("## ")) {
                name = line.substring(3).split(" ")[0];
            } else if (line.startsWith("at ")) {
                String[] words = line.split(" ");
                from = Integer.parseInt(words[1]);
                to = Integer.parseInt(words[words.length - 1]);
            } else if (line.startsWith("payload: ")) {
                String payload = line.substring("payload: ".length());
                all.add(new Vector(name, from, to, payload.equals(NOTHING) ? "" : payload, new ArrayList<>()));
            } else if (line.startsWith("-> ") || line.startsWith("local-callback: ")) {
                all.getLast().callbacks().add(line.substring(line.indexOf(' ') + 1));
            }
        }
        return all;
    }

    private static List<String> lines(String file) {
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
