package alvh.daemon.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The leaves of a two-level YAML file with their lines. Values stay text; tags, anchors and lists are refused. */
final class YamlLeaves {

    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();

    private YamlLeaves() {}

    /** {@code key} is {@code section.name}. */
    record Leaf(String key, String text, int line) {}

    record Fault(String code, String what, int line, String key, String expected) {}

    record Read(List<Leaf> leaves, List<Fault> faults) {}

    static Read read(String text) {
        YamlLeaves reader = new YamlLeaves();
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(1).setCodePointLimit(300_000).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty() || text.isBlank()) {
                reader.faults.add(new Fault("E-CFG-PARSE", "the settings file is empty", 0, "", "at least account.id"));
            } else {
                reader.walk("", root.get());
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            int column = e.getProblemMark().map(m -> m.getColumn() + 1).orElse(0);
            reader.faults.add(new Fault("E-CFG-PARSE", "not YAML at column " + column + ": " + e.getProblem(), line, "",
                    "section, two spaces, name: value"));
        } catch (YamlEngineException e) {
            reader.faults.add(
                    new Fault("E-CFG-PARSE", "not YAML: " + e.getMessage(), 0, "", "section, two spaces, name: value"));
        }
        return new Read(List.copyOf(reader.leaves), List.copyOf(reader.faults));
    }

    private void walk(String path, Node node) {
        int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        boolean section = !path.isEmpty() && !path.contains(".");
        switch (node) {
            case MappingNode map when path.isEmpty() || section -> map.getValue().forEach(t -> entry(path, t));
            case ScalarNode scalar when path.contains(".") ->
                leaves.add(new Leaf(path, scalar.getValue().strip(), line));
            case ScalarNode scalar when section && scalar.getValue().isBlank() -> {
                // A section with every key commented out.
            }
            default -> faults.add(new Fault("E-CFG-PARSE", "a value stands where it cannot", line, path,
                    "section, two spaces, name: value; no lists, no deeper levels"));
        }
    }

    private void entry(String path, NodeTuple tuple) {
        int line = tuple.getKeyNode().getStartMark().map(m -> m.getLine() + 1).orElse(0);
        if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
            faults.add(new Fault("E-CFG-PARSE", "a key that is not a word", line, path, "a key of the list"));
            return;
        }
        String key = path.isEmpty() ? name.getValue() : path + "." + name.getValue();
        Integer before = seen.put(key, line);
        if (before != null) {
            faults.add(new Fault("E-CFG-DUP", "the key is there twice, first in line " + before, line, key,
                    "each key once"));
        }
        walk(key, tuple.getValueNode());
    }
}
