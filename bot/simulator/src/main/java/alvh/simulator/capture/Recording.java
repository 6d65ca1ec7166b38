package alvh.simulator.capture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Capture files, read as one story: a file, or all of a folder. A file may be growing, cut short or damaged: everything
 * before that is read, and a note says where it ends.
 */
public final class Recording {

    private static final String MAGIC = "ALVHCAP\n";
    private static final int FORMAT = 1;
    private static final int LONGEST = 1 << 24;
    private static final int HEAD = 20;
    private static final int RECORD_HEAD = 17;

    private final List<Path> files;
    private final List<String> passedOver;

    private Recording(List<Path> files, List<String> passedOver) {
        this.files = files;
        this.passedOver = passedOver;
    }

    /**
     * In a folder what is no capture of this format is passed over with a note, as long as one is.
     *
     * @throws BadCapture when there is no capture of this format
     * @throws IOException when it cannot be read
     */
    public static Recording of(Path place) throws BadCapture, IOException {
        if (!Files.exists(place)) {
            throw new BadCapture(place + " does not exist; expected a capture file, or a folder of them such as"
                    + " HOME/capture");
        }
        if (!Files.isDirectory(place)) {
            check(place);
            return new Recording(List.of(place), List.of());
        }
        List<Path> files = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (Path file : inside(place)) {
            try {
                check(file);
                files.add(file);
            } catch (BadCapture bad) {
                passedOver.add(bad.getMessage());
            } catch (IOException unreadable) {
                passedOver.add(file + " cannot be read: " + unreadable.getMessage());
            }
        }
        if (files.isEmpty()) {
            throw new BadCapture(passedOver.getFirst()
                    + (passedOver.size() == 1 ? "" : " (and so on: none of " + passedOver.size() + " can be read)"));
        }
        return new Recording(files, passedOver);
    }

    private static List<Path> inside(Path folder) throws IOException, BadCapture {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.getFileName().toString().endsWith(".cap")).sorted().toList();
            if (files.isEmpty()) {
                throw new BadCapture(
                        folder + " holds no capture (*.cap); with gateway.capture: on the daemon writes them"
                                + " to HOME/capture");
            }
            return files;
        }
    }

    private static void check(Path file) throws IOException, BadCapture {
        if (Files.isDirectory(file)) {
            throw new BadCapture(file + " is a folder, expected a capture file");
        }
        try (DataInputStream in = open(file)) {
            head(file, in);
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static void head(Path file, DataInputStream in) throws IOException, BadCapture {
        byte[] head = in.readNBytes(HEAD);
        if (head.length == 0) {
            throw new BadCapture(file + " is empty; expected a file that the daemon wrote with gateway.capture: on");
        }
        String magic = new String(head, 0, Math.min(head.length, MAGIC.length()), StandardCharsets.ISO_8859_1);
        if (!MAGIC.startsWith(magic)) {
            throw new BadCapture(file + " is no capture: it begins otherwise than one; expected a file that the daemon"
                    + " wrote with gateway.capture: on");
        }
        int version = head.length < 12
                ? FORMAT
                : (head[8] & 0xff) << 24 | (head[9] & 0xff) << 16 | (head[10] & 0xff) << 8 | head[11] & 0xff;
        if (version != FORMAT) {
            throw new BadCapture(file + " has format version " + version + "; this program reads version " + FORMAT
                    + ": print it with the program that wrote it");
        }
    }

    /** Gives every item in order; may be called again. */
    public void walk(Consumer<Item> items) throws IOException {
        passedOver.forEach(why -> items.accept(
                new Item(0, 0, new Item.Event.Note("passed over: " + why))));
        Map<Integer, LinkReader> links = new TreeMap<>();
        int offset = 0;
        int highest = 0;
        String run = "";
        for (Path file : files) {
            String of = run(file);
            if (!of.equals(run)) {
                links.values().forEach(link -> link.end(0));
                links.clear();
                offset = highest;
                run = of;
            }
            One one = new One(file, links, offset, items);
            one.walk();
            highest = Math.max(highest, one.highest);
        }
        links.values().forEach(link -> link.end(0));
    }

    /** The stamp that the files of one run of the daemon share. */
    private static String run(Path file) {
        return file.getFileName().toString().replaceFirst("-\\d{5}\\.cap$", "");
    }

    /** One file. */
    private static final class One {

        private final Path file;
        private final Map<Integer, LinkReader> links;
        private final int offset;
        private final Consumer<Item> items;
        private int highest;
        private long at = HEAD;

        One(Path file, Map<Integer, LinkReader> links, int offset, Consumer<Item> items) {
            this.file = file;
            this.links = links;
            this.offset = offset;
            this.items = items;
            this.highest = offset;
        }

        void walk() throws IOException {
            try (DataInputStream in = open(file)) {
                if (in.readNBytes(HEAD).length < HEAD) {
                    note("ends inside its first " + HEAD + " bytes");
                    return;
                }
                boolean more = true;
                while (more) {
                    more = record(in);
                }
            }
        }

        private boolean record(DataInputStream in) throws IOException {
            int kind = in.read();
            if (kind < 0) {
                return false;
            }
            try {
                int link = in.readInt();
                long millis = in.readLong();
                int length = in.readInt();
                if ("SROCGK".indexOf(kind) < 0 || length < 0 || length > LONGEST || link < 1) {
                    return damaged();
                }
                byte[] payload = in.readNBytes(length);
                if (payload.length < length) {
                    throw new EOFException();
                }
                if (!applied((char) kind, link, millis, payload)) {
                    return damaged();
                }
                at += RECORD_HEAD + length;
                return true;
            } catch (EOFException cut) {
                note("ends inside a record at byte " + at + "; what stands before it has been read");
                return false;
            }
        }

        private boolean damaged() {
            note("is damaged from byte " + at + " on; what stands before it has been read");
            return false;
        }

        /** False for a record that is whole and says what no recorder says. */
        private boolean applied(char kind, int link, long millis, byte[] payload) {
            try {
                apply(kind, link, millis, payload);
                return true;
            } catch (IOException odd) {
                return false;
            }
        }

        private void apply(char kind, int link, long millis, byte[] payload) throws IOException {
            int number = link + offset;
            highest = Math.max(highest, number);
            if (kind == 'O') {
                links.put(link, new LinkReader(number, items));
            }
            boolean known = links.containsKey(link);
            LinkReader reader = links.computeIfAbsent(link, n -> new LinkReader(number, items));
            switch (kind) {
                case 'O' -> reader.opened(millis, payload);
                case 'S' -> reader.bytes(millis, Direction.SENT, payload);
                case 'R' -> reader.bytes(millis, Direction.RECEIVED, payload);
                case 'G' -> reader.gap(millis, payload);
                case 'K' -> {
                    if (!known) {
                        reader.goesOn(millis, payload);
                    }
                }
                case 'C' -> {
                    reader.closed(millis);
                    links.remove(link);
                }
                default -> throw new IllegalStateException("kinds are checked before");
            }
        }

        private void note(String text) {
            items.accept(new Item(0, 0, new Item.Event.Note(file.getFileName() + " " + text)));
        }
    }
}
