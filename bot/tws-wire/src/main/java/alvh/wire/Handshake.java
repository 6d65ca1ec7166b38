package alvh.wire;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first bytes of a connection: the client names the versions it speaks, the server answers with one of them. */
public final class Handshake {

    private static final byte[] PREFIX = {'A', 'P', 'I', 0};
    private static final int LONGEST_HELLO = 4096;
    private static final Pattern RANGE = Pattern.compile("v(\\d{1,9})(?:\\.\\.(\\d{1,9}))?(?: (.*))?");

    private Handshake() {}

    /** What a client announced; a single version is both minimum and maximum; options are "" when there are none. */
    public record ClientHello(int min, int max, String options) {}

    /** The server's answer: the version of the session, and a free text that is not to be parsed. */
    public record ServerHello(int version, String connectionTime) {}

    /** The client's first bytes: API, zero byte, length, version range and connect options. */
    public static byte[] clientHello(int min, int max, String options) {
        String text = "v" + min + ".." + max + (options == null || options.isEmpty() ? "" : " " + options);
        byte[] framed = FrameWriter.framed(WireText.bytes(text));
        byte[] all = new byte[PREFIX.length + framed.length];
        System.arraycopy(PREFIX, 0, all, 0, PREFIX.length);
        System.arraycopy(framed, 0, all, PREFIX.length, framed.length);
        return all;
    }

    /**
     * Reads a client's first bytes.
     *
     * @throws FrameException BAD_HELLO when they are not a TWS client's
     */
    public static ClientHello readClientHello(FrameReader in) throws IOException {
        // Byte by byte: a client of before version 100 sends three bytes in all, and no fourth should be waited for.
        for (byte expected : PREFIX) {
            byte[] got = in.exactly(1);
            if (got[0] != expected) {
                throw badHello(WireText.masked(WireText.text(got, 0, 1)) + " in the first bytes",
                        "API and a zero byte");
            }
        }
        int length = in.readInt();
        if (length < 1 || length > LONGEST_HELLO) {
            throw badHello("a version text of " + length + " bytes", "1 to " + LONGEST_HELLO);
        }
        byte[] body = in.exactly(length);
        String text = WireText.text(body, 0, body.length);
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw badHello(WireText.masked(text), "a version range such as v176..200");
        }
        int min = Integer.parseInt(range.group(1));
        int max = range.group(2) == null ? min : Integer.parseInt(range.group(2));
        return new ClientHello(min, max, range.group(3) == null ? "" : range.group(3));
    }

    /** The smaller of the client's maximum and 200, or nothing when that is below the client's minimum or below 176. */
    public static OptionalInt negotiate(ClientHello client) {
        int version = Math.min(client.max(), ServerVersions.MAX);
        return version < client.min() || version < ServerVersions.MIN ? OptionalInt.empty() : OptionalInt.of(version);
    }

    /** The body of the server's answer. */
    public static byte[] serverHello(ServerHello hello) {
        BodyWriter out = new BodyWriter();
        out.field(Integer.toString(hello.version()));
        out.field(hello.connectionTime());
        return out.body();
    }

    /**
     * Reads the server's answer from its body.
     *
     * @throws FrameException BAD_HELLO when it does not begin with a version
     */
    public static ServerHello parseServerHello(byte[] body) throws FrameException {
        String[] fields = WireText.text(body, 0, body.length).split("\0", -1);
        if (!fields[0].matches("-?\\d{1,9}")) {
            throw badHello(WireText.masked(fields[0]), "a server version");
        }
        return new ServerHello(Integer.parseInt(fields[0]), fields.length > 1 ? fields[1] : "");
    }

    private static FrameException badHello(String got, String expected) {
        return new FrameException(FrameException.Problem.BAD_HELLO, "got " + got + ", expected " + expected);
    }
}
