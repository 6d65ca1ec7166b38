package alvh.simulator.exchange;

import java.util.Locale;

/**
 * Execution ids {@code order.fill.leg.revision}: the order's permId and the account's fill counter in hexadecimal, leg 01
 * for a single instrument or the combo itself, 02 and up for a combo's legs; a correction only raises the revision.
 */
final class ExecIds {

    private ExecIds() {}

    static String first(long permId, int fill, int leg) {
        return String.format(Locale.ROOT, "%08x.%08x.%02d.01", permId, fill, leg);
    }

    static String corrected(String execId) {
        int dot = execId.lastIndexOf('.');
        int revision = Integer.parseInt(execId, dot + 1, execId.length(), 10);
        return execId.substring(0, dot) + String.format(Locale.ROOT, ".%02d", revision + 1);
    }

    static int fillOf(String execId) {
        return Integer.parseInt(execId.split("\\.")[1], 16);
    }
}
