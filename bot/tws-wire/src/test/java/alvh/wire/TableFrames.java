package alvh.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Frames written along the tables, with texts drawn for each field: mostly of its type, now and then nasty ones. */
final class TableFrames {

    /** Texts that have broken parsers before. */
    static final List<String> NASTY = List.of("", "0", "1", "-1", "-0", "+", "-", "2", "3", "7", "2147483647",
            "2147483648", "-2147483648", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
            "1.7976931348623157E308", "1E999999999", "1E-999999999", "Infinity", "-inf", "NaN", "nan", "0x1p3", "1d",
            "1,2,3", "1.5", ".", "e", "1e", "a", "o", "\u00e9", "\\u00e9", "\\u12", "\\", "None", "BAG", "FUND",
            "IBKRATS",
            "PEG MID", "PEG BEST", "PEG BENCH", "tag=value;", "{\"a\":1}", "\t\r\n", "9".repeat(40), "1".repeat(1000));

    private static final List<String> WHOLE = List.of("0", "1", "2", "3", "4", "5", "6", "7", "51", "-1", "2147483647");
    private static final List<String> BROKEN = List.of("0", "0.0", "1.5", "-1.35", "5.0E-4", "1e-05", "Infinity", "inf",
            "1.7976931348623157E308", "17.35", "123456789.123456789");
    private static final List<String> WORDS = List.of("", "", "SMART", "IBKRATS", "BAG", "FUND", "OPT", "PEG BENCH",
            "PEG BEST", "PEG MID", "PEGMID", "LMT", "None", "D", "Adaptive", "20261005 10:00:00 US/Eastern", "a",
            "x y");

    private final SplittableRandom chance;
    private final int nastyOneIn;
    private final Map<String, String> texts = new HashMap<>();

    TableFrames(SplittableRandom chance) {
        this.chance = chance;
        this.nastyOneIn = chance.nextBoolean() ? Integer.MAX_VALUE : 40;
    }

    byte[] body(MessageTable table, int version) {
        BodyWriter out = new BodyWriter();
        out.field(Integer.toString(table.kind().id()));
        write(table.layout().nodes(), version, out);
        return out.body();
    }

    private void write(List<Node> nodes, int version, BodyWriter out) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Field field -> {
                    if (field.at(version)) {
                        texts.put(field.name(), text(field));
                        out.field(texts.get(field.name()));
                    }
                }
                case Node.When when -> {
                    if (wanted(when)) {
                        write(when.nodes(), version, out);
                    }
                }
                case Node.Choice choice -> write(
                        choice.branches().getOrDefault(whole(texts.get(choice.on().name())), List.of()), version, out);
                case Node.Repeat list -> {
                    if (list.at(version)) {
                        int count = chance.nextInt(4) == 0 ? chance.nextInt(4) : 0;
                        texts.put("count", Integer.toString(count));
                        out.field(Integer.toString(count));
                        for (int i = 0; i < count; i++) {
                            write(list.layout().nodes(), version, out);
                        }
                        texts.put("count", Integer.toString(count));
                    }
                }
            }
        }
    }

    private boolean wanted(Node.When when) {
        String text = when.on() == null ? texts.get("count") : texts.get(when.on().name());
        return switch (when.test()) {
            case Node.Test.NotEmpty any -> !text.isEmpty();
            case Node.Test.OneOf some -> some.texts().contains(text);
            case Node.Test.Positive number -> text.matches("0*[1-9.][0-9.]*|5.0E-4|1e-05|Infinity|inf");
            case Node.Test.HasElements some -> !text.equals("0");
            case Node.Test.UpToMid rule -> text.matches("PEG ?MID")
                    || text.matches("PEG ?BEST") && texts.getOrDefault(rule.offset().name(), "").startsWith("I");
        };
    }

    private String text(Node.Field field) {
        if (field.type() == FieldType.CONSTANT) {
            return WireText.text(field.ordinary(), 0, field.ordinary().length);
        }
        if (chance.nextInt(nastyOneIn) == 0) {
            return NASTY.get(chance.nextInt(NASTY.size()));
        }
        return switch (field.type().shape()) {
            case INT, LONG -> one(WHOLE);
            case BOOL -> chance.nextBoolean() ? "1" : "0";
            case DOUBLE -> one(BROKEN);
            case DECIMAL -> chance.nextInt(4) == 0 ? "" : one(WHOLE);
            case TEXT -> one(WORDS);
        };
    }

    private String one(List<String> list) {
        return list.get(chance.nextInt(list.size()));
    }

    private static int whole(String text) {
        return text != null && text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
