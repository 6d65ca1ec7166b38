package alvh.simulator.capture;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import alvh.wire.MessageFields.Part;

/**
 * Takes account numbers and user names out of what is printed. Three nets: the fields that hold them; every text that such
 * a field held anywhere in the recording, wherever else it stands; and whatever looks like an account of the broker. One
 * account has one alias throughout: its first letters, a star, a running number.
 */
final class Mask {

    private static final Set<String> ACCOUNT_FIELDS = Set.of("account", "acctCode", "acctNumber", "accounts",
            "clearingAccount", "deltaNeutralClearingAccount", "customerAccount");
    private static final Set<String> NAME_FIELDS = Set.of("whiteBrandingId", "submitter", "extOperator", "faGroup",
            "skipped.faProfile", "mifid2DecisionMaker", "mifid2ExecutionTrader");
    private static final String ALLOCATION = "skipped.sharesAllocation";
    private static final Set<String> ACCOUNT_KEYS = Set.of("AccountCode", "AccountOrGroup", "accountId");
    private static final Set<String> NO_ACCOUNT = Set.of("", "All", "true", "false", "N/A");
    private static final Pattern ACCOUNT = Pattern.compile("(?<![A-Za-z0-9])[DUFI][A-Z]{0,5}\\d{4,9}(?!\\d)");
    private static final Pattern LETTERS = Pattern.compile("^[A-Z]{1,8}(?=\\d)");
    private static final int SHORTEST = 4;

    private final boolean off;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private List<String> learned = List.of();

    /** @param off whether everything is shown as it is */
    Mask(boolean off) {
        this.off = off;
    }

    /** Learns from everything that a recording holds. */
    void learn(Recording recording) throws IOException {
        recording.walk(item -> {
            if (item.event() instanceof Item.Event.Frame frame
                    && Decoded.of(frame.direction(), frame.version(),
                            frame.body()) instanceof Decoded.Message message) {
                learn(message.parts());
            }
        });
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
        if (NO_ACCOUNT.contains(text)) {
            return text;
        }
        Matcher letters = LETTERS.matcher(text);
        return alias(text, letters.find() ? letters.group() : "account");
    }

    private String name(String text) {
        return text.isEmpty() ? text : alias(text, "name");
    }

    private String alias(String text, String stem) {
        String known = aliases.get(text);
        if (known != null) {
            return known;
        }
        String alias = stem + "*" + (aliases.size() + 1);
        aliases.put(text, alias);
        learned = aliases.keySet().stream().filter(one -> one.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
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
        return text(text);
    }

    /** Any other text. */
    String text(String text) {
        if (off) {
            return text;
        }
        String masked = text;
        for (String one : learned) {
            if (masked.contains(one)) {
                masked = masked.replace(one, aliases.get(one));
            }
        }
        return ACCOUNT.matcher(masked).replaceAll(found -> Matcher.quoteReplacement(account(found.group())));
    }
}
