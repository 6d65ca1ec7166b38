package alvh.simulator.capture;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import alvh.wire.MessageFields.Part;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For programs: one object a line, every field, null for unset. */
final class JsonLines implements LineStyle {

    private final JsonMapper mapper = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final Mask mask;
    private final boolean raw;

    JsonLines(Mask mask, boolean raw) {
        this.mask = mask;
        this.raw = raw;
    }

    @Override
    public String other(Item item, Direction direction, String what, String text) {
        return mapper.writeValueAsString(head(item, direction).put("event", what).put("text", text));
    }

    private ObjectNode head(Item item, Direction direction) {
        ObjectNode node = mapper.createObjectNode();
        if (item.millis() > 0) {
            node.put("time", Instant.ofEpochMilli(item.millis()).toString());
        }
        if (item.link() > 0) {
            node.put("link", item.link());
        }
        return direction == null ? node : node.put("direction", direction.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String frame(Item item, Item.Event.Frame frame, Decoded decoded) {
        ObjectNode node = head(item, frame.direction()).put("message", decoded.name()).put("id", decoded.id())
                .put("version", frame.version());
        switch (decoded) {
            case Decoded.Binary binary -> node.put("length", binary.length()).put("problem",
                    binary.why(frame.direction()));
            case Decoded.Unreadable odd ->
                raw(node.put("problem", mask.text(odd.why())), odd.fields().stream().map(mask::text).toList());
            case Decoded.Message message -> {
                if (!message.note().isEmpty()) {
                    node.put("note", mask.text(message.note()));
                }
                if (raw) {
                    raw(node, mask.raw(Decoded.fields(frame.body()), message.parts()));
                } else {
                    fill(node.putObject("fields"), message.parts());
                }
            }
        }
        return mapper.writeValueAsString(node);
    }

    private static void raw(ObjectNode node, List<String> fields) {
        ArrayNode array = node.putArray("raw");
        fields.forEach(array::add);
    }

    private void fill(ObjectNode into, List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Part.Value value when value.unset() -> into.putNull(value.name());
                case Part.Value value -> into.put(value.name(), mask.field(value.name(), value.text()));
                case Part.Elements list -> {
                    ArrayNode array = into.putArray(list.name());
                    list.elements().forEach(element -> fill(array.addObject(), element));
                }
            }
        }
    }
}
