package alvh.daemon.files;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.daemon.files.IcsLines.Line;
import alvh.planner.signal.EventCalendar.Type;

/**
 * What one VEVENT stands for. CATEGORIES may name the type (FOMC, CPI ...), the symbol and the importance (1 to 3), as in
 * {@code CATEGORIES:EARNINGS,KO,2}; without a type there the SUMMARY's words decide, without an importance the PRIORITY
 * (1 to 4 is 3, 5 is 2, 6 to 9 is 1), else 3 for macro releases and 1 for the rest.
 *
 * @param usable nothing was wrong with it
 */
record IcsMeaning(Type type, String symbol, int importance, boolean usable, Map<String, Double> numbers) {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9.\\-]{0,11}");
    private static final Pattern FIRST_WORD = Pattern.compile("^\\$?([A-Z][A-Z0-9.\\-]{0,6})\\b");
    private static final List<String> NUMBERS = List.of("X-ALVH-CONSENSUS", "X-ALVH-ACTUAL", "X-ALVH-SD");

    static IcsMeaning of(Map<String, Line> event, Faults faults) {
        int before = faults.count();
        String summary = event.containsKey("SUMMARY") ? IcsLines.plain(event.get("SUMMARY").value()) : "";
        List<String> categories = event.containsKey("CATEGORIES")
                ? IcsLines.list(event.get("CATEGORIES").value())
                : List.of();
        Type type = null;
        String symbol = null;
        int importance = 0;
        for (String category : categories) {
            String word = category.toUpperCase(Locale.ROOT).replace("-", "");
            if (EventsCsv.TYPES.contains(word.toLowerCase(Locale.ROOT))) {
                type = Type.valueOf(word);
            } else if (category.matches("[1-3]")) {
                importance = category.charAt(0) - '0';
            } else if (SYMBOL.matcher(category).matches()) {
                symbol = category;
            }
        }
        type = type == null ? byWords(summary) : type;
        boolean named = EventsCsv.named(type);
        symbol = !named ? null : symbol == null ? firstWord(summary) : symbol;
        if (named && symbol == null) {
            faults.add("E-FILE-VALUE", event.get("BEGIN").number(), "CATEGORIES", type + " needs a symbol", summary,
                    "CATEGORIES:" + type + ",AAPL, or a SUMMARY that begins with the symbol");
        }
        Map<String, Double> numbers = numbers(event, faults);
        int weight = importance > 0 ? importance : priority(event, type);
        return new IcsMeaning(type, symbol, weight, faults.count() == before, numbers);
    }

    private static Map<String, Double> numbers(Map<String, Line> event, Faults faults) {
        Map<String, Double> numbers = new java.util.HashMap<>();
        for (String name : NUMBERS) {
            Line line = event.get(name);
            if (line != null && line.value().matches("[-+]?\\d{1,9}(\\.\\d{1,9})?")) {
                numbers.put(name, Double.parseDouble(line.value()));
            } else if (line != null) {
                faults.cell(line.number(), name, line.value(), "a number with a decimal point");
            }
        }
        return numbers;
    }

    double number(String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }

    private static Type byWords(String summary) {
        String words = " " + summary.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", " ") + " ";
        if (words.contains(" FOMC ") || words.contains(" FEDERAL OPEN MARKET ")) {
            return Type.FOMC;
        }
        if (words.contains(" CPI ") || words.contains(" CONSUMER PRICE INDEX ")) {
            return Type.CPI;
        }
        if (words.contains(" PPI ") || words.contains(" PRODUCER PRICE INDEX ")) {
            return Type.PPI;
        }
        if (words.contains(" GDP ") || words.contains(" GROSS DOMESTIC PRODUCT ")) {
            return Type.GDP;
        }
        if (words.contains(" LOCKUP ") || words.contains(" LOCK UP ")) {
            return Type.LOCKUP;
        }
        if (words.contains(" IPO ")) {
            return Type.IPO;
        }
        return words.contains(" EARNINGS ") ? Type.EARNINGS : Type.OTHER;
    }

    private static String firstWord(String summary) {
        Matcher word = FIRST_WORD.matcher(summary);
        boolean typed = word.find() && EventsCsv.TYPES.contains(word.group(1).toLowerCase(Locale.ROOT));
        return word.hasMatch() && !typed ? word.group(1) : null;
    }

    private static int priority(Map<String, Line> event, Type type) {
        String text = event.containsKey("PRIORITY") ? event.get("PRIORITY").value() : "0";
        int priority = text.matches("[1-9]") ? text.charAt(0) - '0' : 0;
        if (priority > 0) {
            return priority < 5 ? 3 : priority == 5 ? 2 : 1;
        }
        return switch (type) {
            case FOMC, CPI, PPI, GDP -> 3;
            case IPO, LOCKUP, EARNINGS, OTHER -> 1;
        };
    }

    /** New York time of an event whose day alone is given. */
    LocalTime usualHour() {
        return switch (type) {
            case FOMC -> LocalTime.of(14, 0);
            case CPI, PPI, GDP -> LocalTime.of(8, 30);
            case IPO, LOCKUP, EARNINGS, OTHER -> LocalTime.of(9, 30);
        };
    }

    /** The decision comes on the last day of a meeting. */
    boolean lastDay() {
        return type == Type.FOMC;
    }
}
