package alvh.daemon.broker;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a peer's first bytes say about it (tws-protocol 2.1): a TWS server answers with a frame of version and time. */
sealed interface Hello {
    /** So many bytes of a stranger are quoted. */
    int SHOWN = 40;

    /** Nothing came, or not enough to tell: so many bytes that could have become a hello. */
    record Silent(int bytes) implements Hello {}

    /** Bytes came that no TWS server sends; {@code shown} is their beginning, what cannot be printed as {@code \xNN}. */
    record Stranger(String shown) implements Hello {}

    /** A TWS server of this version. */
    record Tws(int version) implements Hello {}

    /** @param first what came first, at least a dozen bytes when the peer sent so many */
    static Hello of(byte[] first) {
        if (cutShort(first)) {
            return new Silent(first.length);
        }
        int end = 4;
        while (end < first.length && first[end] >= '0' && first[end] <= '9' && end < 10) {
            end++;
        }
        boolean framed = first.length > 5 && first[0] == 0 && first[1] == 0;
        boolean versioned = end > 4 && end < first.length && first[end] == 0;
        if (framed && versioned) {
            return new Tws(Integer.parseInt(new String(first, 4, end - 4, StandardCharsets.US_ASCII)));
        }
        return stranger(first);
    }

    /** A beginning that a TWS server could have sent, and then no more. */
    private static boolean cutShort(byte[] first) {
        for (int i = 0; i < first.length; i++) {
            boolean fits = i < 2 ? first[i] == 0 : i < 4 || first[i] >= '0' && first[i] <= '9';
            if (!fits) {
                return false;
            }
        }
        return first.length < 10;
    }

    private static Stranger stranger(byte[] first) {
        var shown = new StringBuilder();
        for (int i = 0; i < Math.min(first.length, SHOWN); i++) {
            boolean printable = first[i] >= ' ' && first[i] <= '~' && first[i] != '\\';
            shown.append(printable ? String.valueOf((char) first[i]) : "\\x" + HexFormat.of().toHexDigits(first[i]));
        }
        return new Stranger(shown.toString());
    }
}
