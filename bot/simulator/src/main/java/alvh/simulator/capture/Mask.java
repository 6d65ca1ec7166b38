package alvh.simulator.capture;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import alvh.wire.MessageFields.Part;

/**
 * Takes account numbers, user names and names of groups and models out of what is printed. Three nets: the fields that
 * hold them; every text that such a field held anywhere in the recording, in whatever letter case, wherever else it
 * stands; and whatever looks like an account of the broker. One account has one alias throughout: its first letters, a
 * star, a running number.
 *
 * <p>A name of up to three characters is taken out where it is a word of its own: the letters C or BUY inside others are
 * no names. A field that its table gives another meaning, and that holds just such a short text, is left alone: that is an
 * order's right, or its id.
 */
final class Mask {

    private static final Set<String> ACCOUNT_FIELDS = Set.of("account", "acctCode", "acctNumber", "accounts",
            "clearingAccount", "deltaNeutralClearingAccount", "customerAccount");
    private static final Set<String> NAME_FIELDS = Set.of("whiteBrandingId", "submitter", "extOperator", "faGroup",
            "group", "modelCode", "skipped.faProfile", "mifid2DecisionMaker", "mifid2ExecutionTrader");
    private static final String ALLOCATION = "skipped.sharesAllocation";
    private static final Set<String> ACCOUNT_KEYS = Set.of("AccountCode", "AccountOrGroup", "accountId");
    private static final Set<String> NO_ACCOUNT = Set.of("", "All", "true", "false", "N/A");
    private static final Pattern ACCOUNT = Pattern.compile("(?<![A-Za-z0-9])[DUFI][A-Z]{0,5}\\d{4,9}(?!\\d)");
    private static final Pattern LETTERS = Pattern.compile("^[A-Z]{1,8}(?=\\d)");
    /** Shorter ones are looked for as whole words only. */
    private static final int LONG = 4;
    private static final int SHORTEST_ACCOUNT = 5;
    /** Ticks, bars and rows of books: most of a recording, and nothing in them is an account's. */
    private static final Set<String> NO_NAMES = Set.of("1", "2", "12", "13", "17", "21", "45", "46", "50", "57", "58",
            "81", "99");

    private final boolean off;
    /** By the text in capitals. */
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private Pattern learned;
    private int shortest = Integer.MAX_VALUE;

    /** @param off whether everything is shown as it is */
    Mask(boolean off) {
        this.off = off;
    }

    /** Learns from everything that a recording holds. */
    void learn(Recording recording) throws IOException {
        if (!off) {
            recording.walk(item -> {
                if (item.event() instanceof Item.Event.Frame frame && mayName(frame)
                        && Decoded.of(frame.direction(), frame.version(),
                                frame.body()) instanceof Decoded.Message message) {
                    learn(message.parts());
                }
            });
        }
    }

    private static boolean mayName(Item.Event.Frame frame) {
        return frame.direction() == Direction.SENT || !NO_NAMES.contains(Decoded.first(frame.body()));
    }

    /** Remembers what the fields of a message name, so that it is found in other texts too. */
    void learn(List<Part> parts) {
        boolean accountValue = false;
        for (Part part : parts) {
            switch (part) {
                case Part.Elements list -> list.elements().forEach(this::learn);
                case Part.Value value -> {
                    learn(value);
                    if (accountValue && value.name().equals("value")) {
                        account(value.text());
                    }
                    boolean key = value.name().equals("key") || value.name().equals("tag");
                    accountValue = key ? ACCOUNT_KEYS.contains(value.text()) : accountValue;
                }
            }
        }
    }

    private void learn(Part.Value value) {
        if (ACCOUNT_FIELDS.contains(value.name())) {
            for (String one : value.text().split(",")) {
                account(one.strip());
            }
        } else if (NAME_FIELDS.contains(value.name())) {
            name(value.text());
        } else if (value.name().equals(ALLOCATION)) {
            String[] words = value.text().split("/");
            account(words.length > 1 ? words[1] : value.text());
        }
    }

    private String account(String text) {
        Matcher letters = LETTERS.matcher(text);
        return alias(text, letters.find() ? letters.group() : "account");
    }

    private String name(String text) {
        return alias(text, "name");
    }

    private String alias(String text, String stem) {
        if (NO_ACCOUNT.contains(text)) {
            return text;
        }
        String capitals = text.toUpperCase(Locale.ROOT);
        String known = aliases.get(capitals);
        if (known != null) {
            return known;
        }
        String alias = stem + "*" + (aliases.size() + 1);
        aliases.put(capitals, alias);
        shortest = Math.min(shortest, text.length());
        learned = null;
        return alias;
    }

    /** The text of a field as it may be shown. */
    String field(String name, String text) {
        if (off || text.isEmpty()) {
            return text;
        }
        if (NAME_FIELDS.contains(name)) {
            return name(text);
        }
        if (ACCOUNT_FIELDS.contains(name)) {
            return Arrays.stream(text.split(",", -1)).map(String::strip).map(this::account)
                    .collect(Collectors.joining(","));
        }
        return text.length() < LONG && !name.equals("value") ? text : text(text);
    }

    /** The fields of a decoded message, as they travelled. */
    List<String> raw(List<String> fields, List<Part> parts) {
        Map<String, String> named = new TreeMap<>();
        named(parts, named);
        return fields.stream().map(field -> {
            String masked = named.get(field);
            return masked != null ? masked : field.length() < LONG ? field : text(field);
        }).toList();
    }

    private void named(List<Part> parts, Map<String, String> into) {
        for (Part part : parts) {
            switch (part) {
                case Part.Elements list -> list.elements().forEach(element -> named(element, into));
                case Part.Value value -> {
                    String masked = field(value.name(), value.text());
                    if (!masked.equals(value.text())) {
                        into.put(value.text(), masked);
                    }
                }
            }
        }
    }

    /** Any other text. */
    String text(String text) {
        if (off || text.length() < Math.min(shortest, SHORTEST_ACCOUNT)) {
            return text;
        }
        String masked = aliases.isEmpty()
                ? text
                : learned().matcher(text).replaceAll(found -> Matcher
                        .quoteReplacement(aliases.get(found.group().toUpperCase(Locale.ROOT))));
        return ACCOUNT.matcher(masked).replaceAll(found -> Matcher.quoteReplacement(account(found.group())));
    }

    private Pattern learned() {
        if (learned == null) {
            learned = Pattern.compile(aliases.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(one -> one.length() < LONG
                            ? "(?<![A-Za-z0-9])" + Pattern.quote(one) + "(?![A-Za-z0-9])"
                            : Pattern.quote(one))
                    .collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);
        }
        return learned;
    }
}
