package alvh.simulator.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The scenarios that come with the simulator. A jar cannot list its folders, so their names stand here. */
public final class ShippedScenarios {

    public static final List<String> NAMES = List.of("default", "calm", "spike-with-harvest", "nothing-to-do",
            "book-too-small", "read-only", "delayed-data", "hostile-live-account",
            "rough-sea");

    private ShippedScenarios() {}

    /** The text of a shipped scenario; empty if none has this name. */
    public static Optional<String> text(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = ShippedScenarios.class.getResourceAsStream("/scenarios/" + name + ".scenario")) {
            if (in == null) {
                throw new IllegalStateException("scenario " + name + " is named but not shipped");
            }
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The shipped name that was probably meant. */
    public static Optional<String> nearest(String name) {
        return Nearest.to(name, NAMES);
    }
}
