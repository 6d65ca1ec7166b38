package alvh.daemon.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import alvh.planner.money.Usd;

/** How the text of a setting is read, and what is said when it cannot be. */
sealed interface SettingType {

    /** A file of the user's. */
    SettingType FILE = new Text(Pattern.compile("[^,]{1,300}"), "a file path, or none", "E-CFG-PATH");
    /** One or several. */
    SettingType FILES = new Text(Pattern.compile(".{1,900}"), "file paths with commas between them, or none",
            "E-CFG-PATH");

    /** What a legal value looks like, for messages and for the documentation. */
    String expected();

    /** The error code for a bad value. */
    String code();

    /** The value, or null when the text is not one. */
    Object parse(String text);

    record Text(Pattern pattern, String expected, String code) implements SettingType {
        @Override
        public Object parse(String text) {
            return pattern.matcher(text).matches() ? text : null;
        }
    }

    record Choice(List<String> words) implements SettingType {
        @Override
        public String expected() {
            return String.join(" | ", words);
        }

        @Override
        public String code() {
            return "E-CFG-ENUM";
        }

        @Override
        public Object parse(String text) {
            return words.contains(text) ? text : null;
        }
    }

    record Flag() implements SettingType {
        @Override
        public String expected() {
            return "true | false";
        }

        @Override
        public String code() {
            return "E-CFG-BOOL";
        }

        @Override
        public Object parse(String text) {
            return switch (text) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> null;
            };
        }
    }

    record Whole(int min, int max, String code) implements SettingType {
        private static final Pattern DIGITS = Pattern.compile("-?\\d{1,9}");

        @Override
        public String expected() {
            return String.format(Locale.ROOT, "a whole number from %d to %d", min, max);
        }

        @Override
        public Object parse(String text) {
            if (!DIGITS.matcher(text).matches()) {
                return null;
            }
            int value = Integer.parseInt(text, 10);
            return value >= min && value <= max ? value : null;
        }
    }

    record Fraction(String min, String max) implements SettingType {
        private static final Pattern PLAIN = Pattern.compile("-?\\d{1,3}(\\.\\d{1,6})?");

        @Override
        public String expected() {
            return "a decimal from " + min + " to " + max;
        }

        @Override
        public String code() {
            return "E-CFG-RANGE";
        }

        @Override
        public Object parse(String text) {
            if (!PLAIN.matcher(text).matches()) {
                return null;
            }
            BigDecimal value = new BigDecimal(text);
            return value.compareTo(new BigDecimal(min)) >= 0 && value.compareTo(new BigDecimal(max)) <= 0
                    ? value
                    : null;
        }
    }

    /** Dollars, or the word {@code none} where {@code optional}. */
    record Money(String min, String max, boolean optional, int places) implements SettingType {
        static final Object NONE = "none";

        @Override
        public String expected() {
            return "plain dollars from " + min + " to " + max + " with at most " + places + " places"
                    + (optional ? ", or none" : "");
        }

        @Override
        public String code() {
            return "E-CFG-MONEY";
        }

        @Override
        public Object parse(String text) {
            if (optional && text.equals("none")) {
                return NONE;
            }
            if (!text.matches("\\d{1,9}(\\.\\d{1," + places + "})?")) {
                return null;
            }
            Usd value = Usd.of(text);
            return value.compareTo(Usd.of(min)) >= 0 && value.compareTo(Usd.of(max)) <= 0 ? value : null;
        }
    }

    record Cron() implements SettingType {
        @Override
        public String expected() {
            return "a Quartz cron expression (six or seven fields, New York time), firing between 09:30 and 17:00";
        }

        @Override
        public String code() {
            return "E-CFG-CRON";
        }

        @Override
        public Object parse(String text) {
            return CronCheck.problem(text) == null ? text : null;
        }
    }
}
