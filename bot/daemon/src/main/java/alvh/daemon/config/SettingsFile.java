package alvh.daemon.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.planner.market.AccountKind;
import alvh.planner.plan.HedgeSettings;

/** Reads the one settings file, strictly: all mistakes at once, each with its place, or the effective settings. */
public final class SettingsFile {

    private static final long MAX_BYTES = 256 * 1024;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");
    private static final String FIX = "nothing was started; correct the file and start again";

    private final Path file;
    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private SettingsFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /** Either settings, or every problem found; warnings come with both. */
    public record Result(Settings settings, List<Problem> problems, List<String> warnings) {

        public boolean ok() {
            return problems.isEmpty();
        }

        /** The exit code for the problems: 11 when only the account's kind is wrong, else 2. */
        public int exitCode() {
            return problems.stream().allMatch(p -> p.exitCode() == 11) ? 11 : 2;
        }
    }

    /** @param environment where {@code ${NAME}} is looked up */
    public static Result read(Path file, Map<String, String> environment) {
        return new SettingsFile(file, environment).read();
    }

    private Result read() {
        String text = text();
        EnumMap<Setting, Object> values = new EnumMap<>(Setting.class);
        EnumMap<Setting, Integer> lines = new EnumMap<>(Setting.class);
        if (text != null) {
            YamlLeaves.Read read = YamlLeaves.read(text);
            read.faults().forEach(f -> problem(f.code(), f.what(), f.line(), f.key(), null, f.expected()));
            for (YamlLeaves.Leaf leaf : read.leaves()) {
                take(leaf, values, lines);
            }
            boolean readable = read.faults().stream().noneMatch(f -> f.code().equals("E-CFG-PARSE"));
            for (Setting setting : readable ? Setting.values() : new Setting[0]) {
                if (!lines.containsKey(setting)) {
                    value(setting, setting.fallback(), 0, values);
                }
            }
            cross(values, lines);
        }
        Settings settings = problems.isEmpty() ? new Settings(file, values) : null;
        return new Result(settings, List.copyOf(problems), List.copyOf(warnings));
    }

    private void take(YamlLeaves.Leaf leaf, Map<Setting, Object> values, Map<Setting, Integer> lines) {
        Setting.of(leaf.key()).ifPresentOrElse(setting -> {
            lines.put(setting, leaf.line());
            value(setting, leaf.text(), leaf.line(), values);
        }, () -> problem("E-CFG-KEY", "unknown key", leaf.line(), leaf.key(), null,
                "a known key, nearest is " + Nearest.to(leaf.key())));
    }

    private void value(Setting setting, String raw, int line, Map<Setting, Object> values) {
        Matcher variable = VARIABLE.matcher(raw);
        String text = raw;
        if (variable.matches()) {
            text = environment.get(variable.group(1));
            if (text == null || text.isEmpty()) {
                problem("E-CFG-ENV", "environment variable not set", line, setting.key(), raw,
                        "export " + variable.group(1) + "=... (" + setting.type().expected() + ")");
                return;
            }
        }
        Object value = setting.type().parse(text);
        if (value == null) {
            String why = setting.type() instanceof SettingType.Cron ? "; " + CronCheck.problem(text) : "";
            problem(setting.type().code(), "bad value" + why, line, setting.key(), text,
                    setting.type().expected() + reason(setting));
        } else {
            values.put(setting, value);
        }
    }

    private static String reason(Setting setting) {
        return setting == Setting.BUDGET_SHARE ? " (" + String.join(" ", setting.reason()) + ")" : "";
    }

    /** Values that are each fine and do not fit together. */
    private void cross(Map<Setting, Object> values, Map<Setting, Integer> lines) {
        if (values.get(Setting.ACCOUNT_ID) instanceof String id
                && values.get(Setting.ACCOUNT_KIND) instanceof String kind) {
            AccountKind proven = AccountKind.ofAccount(id);
            if (!proven.word().equals(kind)) {
                problems.add(new Problem("E-ACCT-KIND", "account.id is of another kind than account.kind",
                        file.toString(),
                        lines.getOrDefault(Setting.ACCOUNT_ID, 0), "account.id", id + " (" + proven.word() + ")",
                        "an account of kind " + kind, "nothing was started; set account.kind to what the account is",
                        11));
            }
            if (Boolean.TRUE.equals(values.get(Setting.DATA_ALLOW_DELAYED)) && !kind.equals("paper")) {
                problem("E-CFG-CROSS", "data.allow_delayed needs account.kind: paper",
                        lines.getOrDefault(Setting.DATA_ALLOW_DELAYED, 0), "data.allow_delayed",
                        "true with kind " + kind,
                        "false, or a paper account");
            }
            if (values.get(Setting.GATEWAY_PORT) instanceof Integer port && (port == 7496 || port == 4001)
                    && kind.equals("paper")) {
                warnings.add("W-PORT  port " + port + " is the usual port of a live session, account.kind is paper; the"
                        + " account that the session reports decides");
            }
        }
        Arrays.stream(Setting.values()).filter(Setting::namesFiles)
                .forEach(setting -> readable(setting, values, lines));
        if (values.get(Setting.LAYERS_FUTURES) instanceof String asked) {
            String refused = HedgeSettings.Futures.valueOf(asked.toUpperCase(Locale.ROOT)).refused();
            if (refused != null) {
                problem("E-CFG-REFUSED", refused, lines.getOrDefault(Setting.LAYERS_FUTURES, 0), "layers.futures",
                        asked, "none");
            }
        }
        if ("on".equals(values.get(Setting.GATEWAY_CAPTURE))) {
            warnings.add("W-CAPTURE  gateway.capture is on: every byte of the session is written to the home's capture"
                    + " folder, account numbers and orders in clear");
        }
        boolean remote = values.get(Setting.GATEWAY_HOST) instanceof String host
                && !List.of("127.0.0.1", "localhost", "::1").contains(host);
        if (remote && !Boolean.TRUE.equals(values.get(Setting.GATEWAY_ALLOW_REMOTE))) {
            problem("E-CFG-HOST", "gateway.host is another machine", lines.getOrDefault(Setting.GATEWAY_HOST, 0),
                    "gateway.host", String.valueOf(values.get(Setting.GATEWAY_HOST)),
                    "127.0.0.1, or gateway.allow_remote: true");
        }
    }

    private void readable(Setting setting, Map<Setting, Object> values, Map<Setting, Integer> lines) {
        if (!(values.get(setting) instanceof String names) || names.equals("none")) {
            return;
        }
        for (String name : names.split(",")) {
            if (!name.isBlank() && !Files.isReadable(file.toAbsolutePath().resolveSibling(name.strip()))) {
                problem("E-CFG-PATH", "the file cannot be read", lines.getOrDefault(setting, 0), setting.key(), name,
                        "a readable file, beside this one or by its whole path, or none");
            }
        }
    }

    private String text() {
        String what;
        try {
            if (Files.isDirectory(file)) {
                what = "is a folder";
            } else if (!Files.exists(file)) {
                what = "does not exist";
            } else if (Files.size(file) > MAX_BYTES) {
                what = "is larger than 256 KiB";
            } else {
                return decoded();
            }
        } catch (IOException e) {
            what = "cannot be read (" + e.getMessage() + ")";
        }
        problem("E-CFG-FILE", "the settings file " + what, 0, "", null,
                "a readable text file; config/alvh.yaml is a template");
        return null;
    }

    private String decoded() throws IOException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            problem("E-CFG-PARSE", "the settings file is not UTF-8 text", 0, "", null, "UTF-8");
            return null;
        }
    }

    private void problem(String code, String what, int line, String key, String got, String expected) {
        problems.add(new Problem(code, what, file.toString(), line, key, got, expected, FIX, 2));
    }
}
