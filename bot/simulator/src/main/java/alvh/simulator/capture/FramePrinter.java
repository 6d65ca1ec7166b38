package alvh.simulator.capture;

import java.io.IOException;
import java.io.PrintWriter;

/** Prints a recording, line by line, as people or programs want it. Reads it twice: accounts are learned first. */
public final class FramePrinter {

    /**
     * How to print.
     *
     * @param json one object a line
     * @param raw the fields as they travelled, without names
     * @param all also fields with their ordinary values
     * @param unmasked account numbers and user names in clear
     */
    public record Style(boolean json, boolean raw, boolean all, boolean unmasked) {}

    private final FrameFilter filter;
    private final Mask mask;
    private final LineStyle lines;
    private long printed;

    public FramePrinter(FrameFilter filter, Style style) {
        this.filter = filter;
        this.mask = new Mask(style.unmasked());
        this.lines = style.json() ? new JsonLines(mask, style.raw()) : new TextLines(mask, style.raw(), style.all());
    }

    /** Prints what passes the filter and says how many lines that were. */
    public long print(Recording recording, PrintWriter out) throws IOException {
        mask.learn(recording);
        recording.walk(item -> print(item, out));
        out.flush();
        return printed;
    }

    private void print(Item item, PrintWriter out) {
        if (!filter.wants(item)) {
            return;
        }
        String line = switch (item.event()) {
            case Item.Event.Frame frame -> frame(item, frame);
            case Item.Event.Opened opened -> other(item, null, "opened", opened.where());
            case Item.Event.Closed closed -> other(item, null, "closed", "by the client");
            case Item.Event.ClientHello hello -> other(item, Direction.SENT, "hello",
                    "versions " + hello.hello().min() + ".." + hello.hello().max()
                            + (hello.hello().options().isEmpty() ? "" : ", options " + hello.hello().options())
                            + again(hello.repeated()));
            case Item.Event.ServerHello hello -> other(item, Direction.RECEIVED, "hello",
                    "version " + hello.hello().version() + ", time " + hello.hello().connectionTime()
                            + again(hello.repeated()));
            case Item.Event.Lost lost -> other(item, lost.direction(), "gap",
                    lost.bytes() + " bytes were not recorded, the disk was too slow");
            case Item.Event.NotFrames odd -> other(item, odd.direction(), "no frames",
                    odd.why() + "; " + odd.bytes().length + " bytes begin with "
                            + Decoded.start(odd.bytes()));
            case Item.Event.Unfinished cut -> other(item, cut.direction(), "unfinished",
                    "the recording ends " + cut.have() + " bytes into a frame");
            case Item.Event.Note note -> other(item, null, "note", note.text());
        };
        if (line != null) {
            printed++;
            out.println(line);
        }
    }

    private static String again(boolean repeated) {
        return repeated ? " (from the file before)" : "";
    }

    private String other(Item item, Direction direction, String what, String text) {
        boolean wanted = filter.wants(direction) && (filter.messages().isEmpty() || item.link() == 0);
        return wanted ? lines.other(item, direction, what, mask.text(text)) : null;
    }

    private String frame(Item item, Item.Event.Frame frame) {
        if (!filter.wants(frame.direction())) {
            return null;
        }
        Decoded decoded = Decoded.of(frame.direction(), frame.version(), frame.body());
        return filter.wants(decoded.name()) ? lines.frame(item, frame, decoded) : null;
    }
}
