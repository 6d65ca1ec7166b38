package alvh.simulator.capture;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Every byte of some small captures is damaged in turn: what comes is lines, or a sentence. */
class DamagedCaptureTest {

    private static final FrameFilter ALL = new FrameFilter(null, null, Set.of(), null, null);
    private static final long SEED = 20261124;

    @TempDir
    Path folder;
    private int read;
    private int refused;

    private static byte[] session() {
        return new Tape().hello(1, 178).sent(1, "71|2|17||").received(1, "15|1|DU1234567|").received(1, "9|1|100|")
                .sent(1, "49|1|").received(1, "49|1|1795533300|").received(1, "4|2|-1|2104|fine||")
                .record('C', 1, new byte[0]).bytes();
    }

    private static byte[] rolled() {
        byte[] client = Tape.join(Tape.ascii("API\0"), Tape.frame("v176..200"));
        byte[] server = Tape.frame("200|now|");
        byte[] frame = Tape.frame("9|1|100|");
        return new Tape().record('K', 1, Tape.bytes(out -> {
            out.writeInt(0);
            out.writeByte(0);
            out.writeInt(client.length);
            out.write(client);
            out.writeInt(0);
            out.writeByte(2);
            out.write(frame, 0, 2);
            out.writeInt(server.length);
            out.write(server);
        })).record('R', 1, java.util.Arrays.copyOfRange(frame, 2, frame.length)).bytes();
    }

    private static byte[] gap() {
        return new Tape().hello(1, 200).record('G', 1, Tape.bytes(out -> {
            out.writeByte('R');
            out.writeLong(5000);
            out.writeInt(3);
            out.writeByte(0);
        })).record('R', 1, Tape.join(Tape.ascii("xyz"), Tape.frame("9|1|100|"))).bytes();
    }

    @Test
    void noDamagedByteIsMoreThanANoteOrASentence() throws IOException {
        Random chance = new Random(SEED);
        for (byte[] whole : new byte[][]{session(), rolled(), gap()}) {
            for (int at = 0; at < whole.length; at++) {
                int was = whole[at];
                for (int value : new int[]{0, 1, 3, 0x7f, 0x80, 0xfe, 0xff, was ^ 1, chance.nextInt(256)}) {
                    whole[at] = (byte) value;
                    look(whole, "byte " + at + " set to " + value, at);
                }
                whole[at] = (byte) was;
            }
        }
        assertThat(read).isGreaterThan(5000);
        assertThat(refused).as("the first twelve bytes say what a file is").isBetween(3 * 12, 3 * 12 * 9);
    }

    private void look(byte[] bytes, String damage, int at) throws IOException {
        Path file = Files.write(folder.resolve("a.cap"), bytes);
        try {
            StringWriter text = new StringWriter();
            boolean json = at % 2 == 0;
            long lines = new FramePrinter(ALL, new FramePrinter.Style(json, at % 3 == 0, true, false))
                    .print(Recording.of(file), new PrintWriter(text));
            assertThat(text.toString().lines().count()).as(damage).isEqualTo(lines).isPositive();
            read++;
            ReplayTape.of(Recording.of(file), null);
        } catch (BadCapture sentence) {
            refused += at < 12 ? 1 : 0;
            assertThat(sentence.getMessage()).as(damage).isNotBlank();
        } catch (RuntimeException broken) {
            fail(damage + " ends in " + broken, broken);
        }
    }
}
