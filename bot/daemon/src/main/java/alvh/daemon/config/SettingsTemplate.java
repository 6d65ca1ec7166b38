package alvh.daemon.config;

/** The settings file as it is documented: every key in place with its meaning, legal values and default. */
public final class SettingsTemplate {

    private SettingsTemplate() {}

    public static String text() {
        StringBuilder out = new StringBuilder("""
                # Settings of the ALVH hedge bot. Every key is here with its default; a key left out has it too.
                # Unknown keys, wrong units and contradictions stop the start, all of them listed at once:
                # scripts/alvh config check. The effective settings are hashed and stored with every plan.
                """);
        String section = "";
        for (Setting setting : Setting.values()) {
            if (!setting.section().equals(section)) {
                section = setting.section();
                out.append('\n').append(section).append(":\n");
            }
            setting.reason().forEach(line -> out.append("  # ").append(line).append('\n'));
            out.append("  # ").append(setting.type().expected()).append('\n');
            out.append("  ").append(setting.leaf()).append(": ").append(quoted(setting.fallback())).append('\n');
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9.\\-]+") ? text : "\"" + text + "\"";
    }
}
