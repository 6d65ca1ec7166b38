package alvh.daemon.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import alvh.planner.portfolio.BookTags;

/** What the user says of the book: symbol, expiry (empty: all), role, catalyst, thesis, invalidation. */
final class BookCsv {

    private static final List<String> ROLES = List.of("rules", "income", "never");

    private BookCsv() {}

    static BookTags read(String text, Faults faults) {
        List<BookTags.Tag> tags = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : CsvTable.read(text, List.of("symbol", "expiry", "role"),
                List.of("catalyst", "thesis", "invalidation"), faults)) {
            String symbol = row.symbol("symbol", false);
            LocalDate expiry = row.date("expiry", true);
            String role = row.choice("role", ROLES);
            if (!row.clean()) {
                continue;
            }
            String what = symbol + (expiry == null ? "" : " " + expiry);
            Integer first = seen.putIfAbsent(what, row.line());
            if (first != null) {
                row.twice("the tag of " + what, first);
                continue;
            }
            tags.add(new BookTags.Tag(symbol, expiry, BookTags.Role.valueOf(role.toUpperCase(Locale.ROOT)),
                    row.text("catalyst"), row.text("thesis"), row.text("invalidation")));
        }
        return new BookTags(tags);
    }
}
