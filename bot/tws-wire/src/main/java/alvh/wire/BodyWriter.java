package alvh.wire;

import java.util.Arrays;

/** A growing frame body; every field ends with one zero byte. */
final class BodyWriter {

    private byte[] bytes = new byte[256];
    private int length;

    void field(byte[] source, int from, int to) {
        int size = to - from;
        if (length + size + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size + 1));
        }
        System.arraycopy(source, from, bytes, length, size);
        length += size;
        bytes[length++] = 0;
    }

    void field(String text) {
        byte[] ascii = WireText.bytes(text);
        field(ascii, 0, ascii.length);
    }

    byte[] body() {
        return Arrays.copyOf(bytes, length);
    }
}
