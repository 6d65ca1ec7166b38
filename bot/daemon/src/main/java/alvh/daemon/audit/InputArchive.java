package alvh.daemon.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import alvh.daemon.desk.Ports;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.PlanningInput;
import tools.jackson.databind.node.ObjectNode;

/**
 * Planning inputs as texts by hash. The daily bars, most of an input and the same for every plan of a day, are texts of
 * their own, stored once per instrument and content.
 */
public final class InputArchive {

    private InputArchive() {}

    /** A stored input: its hash, and every text with its hash and kind that must be in the journal for it. */
    public record Stored(String hash, Map<String, String> inputTexts, Map<String, String> barTexts) {

        public void into(Ports.Journal journal) {
            barTexts.forEach((hash, text) -> journal.blob(hash, "BARS", text));
            inputTexts.forEach((hash, text) -> journal.blob(hash, "INPUT", text));
        }
    }

    /** The hash under which a text is stored. */
    public static String hash(String text) {
        return JournalTable.hash(text);
    }

    /** The input as a replay will read it: plans are made from this, so that live and replay cannot differ. */
    public static PlanningInput reload(Stored stored) {
        return load(stored.hash(), hash -> stored.inputTexts().getOrDefault(hash, stored.barTexts().get(hash)));
    }

    public static Stored store(PlanningInput input) {
        ObjectNode tree = (ObjectNode) JournalJson.mapper().valueToTree(input);
        Map<String, String> bars = new LinkedHashMap<>();
        ObjectNode market = (ObjectNode) tree.get("market");
        ObjectNode hashes = JournalJson.mapper().createObjectNode();
        for (Map.Entry<InstrumentKey, DailyBars> e : input.market().bars().entrySet()) {
            String text = JournalJson.write(e.getValue());
            String hash = JournalTable.hash(text);
            bars.put(hash, text);
            hashes.put(e.getKey().text(), hash);
        }
        market.set("bars", hashes);
        String text = JournalJson.write(tree);
        String hash = JournalTable.hash(text);
        return new Stored(hash, Map.of(hash, text), bars);
    }

    /** @param texts finds a text by hash; a missing one is IllegalStateException */
    public static PlanningInput load(String hash, Function<String, String> texts) {
        ObjectNode tree = (ObjectNode) JournalJson.mapper().readTree(texts.apply(hash));
        ObjectNode market = (ObjectNode) tree.get("market");
        ObjectNode hashes = (ObjectNode) market.get("bars");
        ObjectNode bars = JournalJson.mapper().createObjectNode();
        hashes.properties().forEach(
                e -> bars.set(e.getKey(), JournalJson.mapper().readTree(texts.apply(e.getValue().asString()))));
        market.set("bars", bars);
        return JournalJson.mapper().treeToValue(tree, PlanningInput.class);
    }
}
