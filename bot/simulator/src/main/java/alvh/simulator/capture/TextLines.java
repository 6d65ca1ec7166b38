package alvh.simulator.capture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import alvh.wire.MessageFields.Part;

/** For people: time, link, direction, message, fields by name. */
final class TextLines implements LineStyle {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** A message with more fields than this is shown without those that nobody set. */
    private static final int SHORT = 14;
    private static final int SUMMARY = 8;

    /** Of an order one wants to see these, also when they are the usual ones. */
    private static final Set<String> ESSENTIAL = Set.of("orderId", "reqId", "symbol", "secType", "right", "action",
            "orderType", "tif", "status", "totalQuantity", "permId", "code");

    private final Mask mask;
    private final boolean raw;
    private final boolean all;

    TextLines(Mask mask, boolean raw, boolean all) {
        this.mask = mask;
        this.raw = raw;
        this.all = all;
    }

    @Override
    public String other(Item item, Direction direction, String what, String text) {
        return head(item, direction) + what + "  " + Words.plain(text);
    }

    private static String head(Item item, Direction direction) {
        String time = item.millis() == 0 ? " ".repeat(24) : TIME.format(Instant.ofEpochMilli(item.millis()));
        String arrow = direction == null ? "--" : direction == Direction.SENT ? "->" : "<-";
        return time + (item.link() == 0 ? "   " : String.format(Locale.ROOT, " %2d", item.link())) + " " + arrow + " ";
    }

    @Override
    public String frame(Item item, Item.Event.Frame frame, Decoded decoded) {
        String head = head(item, frame.direction());
        return switch (decoded) {
            case Decoded.Binary binary -> head + "binary  " + binary.why(frame.direction());
            case Decoded.Unreadable odd -> head + odd.name() + "  not readable: "
                    + Words.plain(mask.text(odd.why())) + "; fields "
                    + bars(odd.fields().stream().map(mask::text).toList());
            case Decoded.Message message -> (head + message.name() + "  "
                    + (raw ? bars(mask.raw(Decoded.fields(frame.body()), message.parts())) : fields(message.parts())))
                    .stripTrailing()
                    + (message.note().isEmpty()
                            ? ""
                            : "  (not strictly: " + Words.plain(mask.text(message.note())) + ")");
        };
    }

    private static String bars(List<String> fields) {
        StringBuilder bars = new StringBuilder();
        fields.forEach(field -> bars.append(Words.plain(field).replace("|", "\\u007c")).append('|'));
        return bars.toString();
    }

    /** What a message is about: its first fields that somebody set. */
    String summary(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.stream().filter(part -> part instanceof Part.Value value && !value.ordinary()).limit(SUMMARY)
                .forEach(part -> text.append(text.isEmpty() ? "" : " ").append(part(part)));
        return text.toString();
    }

    private String fields(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        boolean whole = all || parts.size() <= SHORT;
        int left = 0;
        for (Part part : parts) {
            boolean constant = part instanceof Part.Value value && value.ordinary() && value.name().equals("version");
            boolean dull = part instanceof Part.Value value && value.ordinary() && !ESSENTIAL.contains(value.name())
                    || part instanceof Part.Elements list && list.elements().isEmpty();
            if (!all && (constant || dull && !whole)) {
                left += constant ? 0 : 1;
            } else {
                text.append(text.isEmpty() ? "" : " ").append(part(part));
            }
        }
        return text + (left == 0 ? "" : "  (+" + left + " ordinary)");
    }

    private String part(Part part) {
        return switch (part) {
            case Part.Value value -> value.name() + "="
                    + (value.unset() ? "unset" : Words.value(mask.field(value.name(), value.text())));
            case Part.Elements list -> {
                StringBuilder text = new StringBuilder(list.name()).append("=[");
                for (int i = 0; i < list.elements().size(); i++) {
                    text.append(i == 0 ? "{" : ", {");
                    List<Part> element = list.elements().get(i);
                    for (int j = 0; j < element.size(); j++) {
                        text.append(j == 0 ? "" : " ").append(part(element.get(j)));
                    }
                    text.append('}');
                }
                yield text.append(']').toString();
            }
        };
    }
}
