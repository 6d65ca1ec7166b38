package alvh.daemon.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the tracked settings file anew after the list of settings has changed; run from the module's folder. */
final class SettingsTemplateWriter {

    private SettingsTemplateWriter() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of("..", "..", "config", "alvh.yaml"), SettingsTemplate.text());
    }
}
