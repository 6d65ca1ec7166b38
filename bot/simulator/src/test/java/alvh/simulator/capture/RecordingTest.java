package alvh.simulator.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files as the recorder's format describes them, whole, cut, rolled, with gaps and damaged. */
class RecordingTest {

    @TempDir
    Path folder;

    private static List<Item> items(Path place) throws IOException {
        List<Item> items = new ArrayList<>();
        try {
            Recording.of(place).walk(items::add);
        } catch (BadCapture bad) {
            throw new AssertionError(bad);
        }
        return items;
    }

    /** Items in short: comparable, as arrays in them are not. */
    private static List<String> story(List<Item> items) {
        return items.stream().map(item -> item.link() + " " + switch (item.event()) {
            case Item.Event.Frame f -> f.direction() + "@" + f.version() + " "
                    + new String(f.body(), StandardCharsets.ISO_8859_1).replace('\0', '|');
            case Item.Event.Opened o -> "opened " + o.where();
            case Item.Event.Closed c -> "closed";
            case Item.Event.ClientHello h -> "hello " + h.hello().min() + ".." + h.hello().max() + " " + h.repeated();
            case Item.Event.ServerHello h -> "hello " + h.hello().version() + " " + h.repeated();
            case Item.Event.Lost l -> "lost " + l.direction() + " " + l.bytes();
            case Item.Event.NotFrames n -> "no frames " + n.direction() + ": " + n.why();
            case Item.Event.Unfinished u -> "unfinished " + u.direction() + " " + u.have();
            case Item.Event.Note n -> "note " + n.text();
        }).toList();
    }

    private static Tape session() {
        return new Tape().hello(1, 200).sent(1, "71|2|17||").received(1, "15|1|DUSIM0001|").received(1, "9|1|100|")
                .sent(1, "49|1|").received(1, "49|1|1795533300|").record('C', 1, new byte[0]);
    }

    @Test
    void aSessionIsReadAsItWas() throws IOException {
        List<Item> items = items(session().write(folder.resolve("a.cap")));
        assertThat(story(items)).containsExactly("1 opened 127.0.0.1:4002", "1 hello 100..203 false",
                "1 hello 200 false",
                "1 SENT@200 71|2|17||", "1 RECEIVED@200 15|1|DUSIM0001|", "1 RECEIVED@200 9|1|100|", "1 SENT@200 49|1|",
                "1 RECEIVED@200 49|1|1795533300|", "1 closed");
        assertThat(items).extracting(Item::millis).containsExactly(1L + Tape.START.toEpochMilli(),
                2L + Tape.START.toEpochMilli(), 3L + Tape.START.toEpochMilli(), 4L + Tape.START.toEpochMilli(),
                5L + Tape.START.toEpochMilli(), 6L + Tape.START.toEpochMilli(), 7L + Tape.START.toEpochMilli(),
                8L + Tape.START.toEpochMilli(), 9L + Tape.START.toEpochMilli());
    }

    @Test
    void framesAreTheSameHoweverTheBytesWereCutIntoRecords() throws IOException {
        byte[] received = Tape.join(Tape.frame("200|now|"), Tape.join(Tape.frame("15|1|DUSIM0001|"),
                Tape.frame("9|1|100|")));
        for (int piece = 1; piece <= received.length; piece++) {
            Tape tape = new Tape();
            for (int at = 0; at < received.length; at += piece) {
                tape.record('R', 1, Arrays.copyOfRange(received, at, Math.min(received.length, at + piece)));
            }
            assertThat(story(items(tape.write(folder.resolve("a.cap"))))).as("pieces of %d", piece).containsExactly(
                    "1 hello 200 false", "1 RECEIVED@200 15|1|DUSIM0001|", "1 RECEIVED@200 9|1|100|");
        }
    }

    @Test
    void aFileCutAtAnyByteIsReadUpToThere() throws IOException {
        byte[] whole = session().bytes();
        List<String> full = story(items(Files.write(folder.resolve("a.cap"), whole)));
        int notes = 0;
        for (int length = 1; length < whole.length; length++) {
            List<String> part = new ArrayList<>(
                    story(items(Files.write(folder.resolve("a.cap"), Arrays.copyOf(whole, length)))));
            notes += part.removeIf(line -> line.contains("note a.cap ends inside")) ? 1 : 0;
            assertThat(part).as("cut at %d", length).isEqualTo(full.subList(0, part.size()));
        }
        assertThat(notes).as("every cut but those between records is said").isEqualTo(whole.length - 1 - full.size());
    }

    @Test
    void behindLostBytesReadingGoesOnAtTheNextFrame() throws IOException {
        byte[] frame = Tape.frame("9|1|100|");
        byte[] gap = Tape.bytes(out -> {
            out.writeByte('R');
            out.writeLong(5000);
            out.writeInt(3);
            out.writeByte(0);
        });
        Tape tape = new Tape().hello(1, 200).record('R', 1, Arrays.copyOf(frame, 6)).record('G', 1, gap)
                .record('R', 1, Tape.join(Tape.ascii("xyz"), frame)).sent(1, "49|1|");
        assertThat(story(items(tape.write(folder.resolve("a.cap"))))).endsWith("1 lost RECEIVED 5000",
                "1 RECEIVED@200 9|1|100|", "1 SENT@200 49|1|");
    }

    @Test
    void aGapMayEndInsideALength() throws IOException {
        byte[] frame = Tape.frame("9|1|100|");
        byte[] gap = Tape.bytes(out -> {
            out.writeByte('R');
            out.writeLong(7);
            out.writeInt(0);
            out.writeByte(2);
            out.write(frame, 0, 2);
        });
        Tape tape = new Tape().hello(1, 200).record('G', 1, gap)
                .record('R', 1, Arrays.copyOfRange(frame, 2, frame.length));
        assertThat(story(items(tape.write(folder.resolve("a.cap"))))).endsWith("1 lost RECEIVED 7",
                "1 RECEIVED@200 9|1|100|");
    }

    private static byte[] goesOn(int skipReceived) {
        byte[] client = Tape.join(Tape.ascii("API\0"), Tape.frame("v176..200"));
        byte[] server = Tape.frame("200|now|");
        return Tape.bytes(out -> {
            out.writeInt(0);
            out.writeByte(0);
            out.writeInt(client.length);
            out.write(client);
            out.writeInt(skipReceived);
            out.writeByte(0);
            out.writeInt(server.length);
            out.write(server);
        });
    }

    @Test
    void theLaterFileOfARollIsReadableAlone() throws IOException {
        byte[] frame = Tape.frame("9|1|100|");
        Path second = new Tape().record('K', 1, goesOn(5)).record('R', 1, Tape.join(Tape.ascii("12345"), frame))
                .write(folder.resolve("frames-a-00002.cap"));
        assertThat(story(items(second))).containsExactly("1 hello 176..200 true", "1 hello 200 true",
                "1 RECEIVED@200 9|1|100|");
    }

    @Test
    void aFolderIsOneStoryWithLinksCountedThroughItsRuns() throws IOException {
        byte[] frame = Tape.frame("9|1|100|");
        new Tape().hello(1, 200).record('R', 1, Arrays.copyOf(frame, 7)).write(folder.resolve("frames-a-00001.cap"));
        new Tape().record('K', 1, goesOn(frame.length - 7)).record('R', 1, Arrays.copyOfRange(frame, 7, frame.length))
                .write(folder.resolve("frames-a-00002.cap"));
        new Tape().hello(1, 178).received(1, "9|1|5|").write(folder.resolve("frames-b-00001.cap"));
        Files.writeString(folder.resolve("README"), "not a capture");
        assertThat(story(items(folder))).containsExactly("1 opened 127.0.0.1:4002", "1 hello 100..203 false",
                "1 hello 200 false", "1 RECEIVED@200 9|1|100|", "2 opened 127.0.0.1:4002", "2 hello 100..203 false",
                "2 hello 178 false", "2 RECEIVED@178 9|1|5|");
    }

    @Test
    void aPeerThatIsNoGatewayIsSaidToBeNone() throws IOException {
        Tape tape = new Tape().record('O', 1, Tape.ascii("127.0.0.1:80"))
                .record('R', 1, Tape.ascii("HTTP/1.1 400 Bad Request\r\n"));
        assertThat(story(items(tape.write(folder.resolve("a.cap"))))).anySatisfy(line -> assertThat(line)
                .startsWith("1 no frames RECEIVED: a frame of 1213486160 bytes is announced"));
    }

    @Test
    void damageIsSaidWithItsPlaceAndWhatStandsBeforeIsRead() throws IOException {
        byte[] bytes = Tape.join(session().bytes(), new byte[40]);
        List<String> story = story(items(Files.write(folder.resolve("a.cap"), bytes)));
        assertThat(story).hasSize(10).last().asString().contains("damaged from byte " + (bytes.length - 40));
    }

    @Test
    void whatIsNoCaptureIsASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("log.txt"), "this is a log");
        assertThatThrownBy(() -> Recording.of(text)).isInstanceOf(BadCapture.class)
                .hasMessageContaining("is no capture");
        Path newer = new Tape(2).write(folder.resolve("new.bin"));
        assertThatThrownBy(() -> Recording.of(newer)).hasMessageContaining("format version 2")
                .hasMessageContaining("reads version 1");
        assertThatThrownBy(() -> Recording.of(folder)).hasMessageContaining("holds no capture");
        assertThatThrownBy(() -> Recording.of(folder.resolve("none"))).hasMessageContaining("does not exist");
    }

    @Test
    void anEmptyFileIsNone() throws IOException {
        Path empty = Files.write(folder.resolve("a.cap"), new byte[0]);
        assertThatThrownBy(() -> Recording.of(empty)).isInstanceOf(BadCapture.class).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Recording.of(folder)).isInstanceOf(BadCapture.class).hasMessageContaining("is empty");
    }

    @Test
    void oddEntriesOfAFolderAreNotedAndTheOthersRead() throws IOException {
        new Tape(2).write(folder.resolve("a.cap"));
        Files.createDirectory(folder.resolve("dir.cap"));
        Files.write(folder.resolve("empty.cap"), new byte[0]);
        new Tape().hello(1, 178).received(1, "9|1|5|").write(folder.resolve("frames-b-00001.cap"));
        List<String> story = story(items(folder));
        assertThat(story.subList(0, 3)).satisfiesExactly(
                line -> assertThat(line).startsWith("0 note passed over: ").contains("a.cap has format version 2"),
                line -> assertThat(line).contains("dir.cap is a folder"),
                line -> assertThat(line).contains("empty.cap is empty"));
        assertThat(story.subList(3, story.size())).containsExactly("1 opened 127.0.0.1:4002", "1 hello 100..203 false",
                "1 hello 178 false", "1 RECEIVED@178 9|1|5|");
        Files.delete(folder.resolve("frames-b-00001.cap"));
        assertThatThrownBy(() -> Recording.of(folder)).isInstanceOf(BadCapture.class)
                .hasMessageContaining("format version 2").hasMessageContaining("none of 3");
    }

    /** A K record with places and first frames as told. */
    private static byte[] place(int pass, int half, int firstLength) {
        return Tape.bytes(out -> {
            out.writeInt(pass);
            out.writeByte(half);
            out.writeInt(firstLength);
        });
    }

    @Test
    void aRecordThatSaysWhatNoRecorderSaysIsDamage() throws IOException {
        Tape before = new Tape().hello(1, 200);
        int good = before.bytes().length;
        List<byte[]> bad = List.of(place(0, 0, -1), place(0, 0, Integer.MAX_VALUE), place(0, 0x80, 0), place(-2, 0, 0),
                place(0, 4, 0));
        for (byte[] payload : bad) {
            Path file = new Tape().hello(1, 200).record('K', 2, payload).received(1, "9|1|5|")
                    .write(folder.resolve("a.cap"));
            assertThat(story(items(file))).hasSize(4).last().asString()
                    .isEqualTo("0 note a.cap is damaged from byte " + good
                            + " on; what stands before it has been read");
        }
        byte[] gap = Tape.bytes(out -> {
            out.writeByte('R');
            out.writeLong(5);
            out.writeInt(0);
            out.writeByte(0x80);
        });
        assertThat(story(items(new Tape().hello(1, 200).record('G', 1, gap).write(folder.resolve("a.cap"))))).hasSize(4)
                .last().asString().contains("damaged from byte " + good);
    }

    /** Seventeen seconds where every record copies all that waits; a fraction of one where it does not. */
    @Test
    @Timeout(8)
    void aLongFrameInManySmallRecordsCostsNoMoreThanItsBytes() {
        Way way = new Way(false);
        byte[] frame = Tape.frame(new byte[16_000_000]);
        List<Integer> lengths = new ArrayList<>();
        for (int at = 0; at < frame.length; at += 1460) {
            assertThat(way.feed(Arrays.copyOfRange(frame, at, Math.min(frame.length, at + 1460)),
                    body -> lengths.add(body.length))).isNull();
        }
        assertThat(lengths).containsExactly(16_000_000);
        assertThat(way.rest()).isEmpty();
    }
}
