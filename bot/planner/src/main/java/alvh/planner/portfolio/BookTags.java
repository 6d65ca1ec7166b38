package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.List;

/** What the user says of the book by hand (methodology 3.1, S04, 1.3); tags override the recogniser. */
public record BookTags(List<Tag> tags) {

    public static final BookTags NONE = new BookTags(List.of());

    /** How structures of a symbol count. */
    public enum Role {
        /** By the recogniser's own rules. */
        RULES,
        /** Income, also where the rules would not say so (covered calls, calendars). */
        INCOME,
        /** Never income: no premium, risk only. */
        NEVER
    }

    /**
     * @param symbol underlying; {@code expiry} (ISO) narrows to one expiry, or null
     * @param catalyst what moves the name by itself, or null
     * @param thesis why the trade was made; {@code invalidation} what would prove it wrong; both null when not given
     */
    public record Tag(String symbol, LocalDate expiry, Role role, String catalyst, String thesis,
            String invalidation) {}

    public BookTags {
        tags = List.copyOf(tags);
    }

    /** The tag for a structure: one of its expiry before one of its symbol, the first of equals; null when there is none. */
    public Tag of(String symbol, LocalDate expiry) {
        Tag general = null;
        for (Tag tag : tags) {
            if (tag.symbol().equals(symbol)) {
                if (tag.expiry() != null && tag.expiry().equals(expiry)) {
                    return tag;
                }
                general = general == null && tag.expiry() == null ? tag : general;
            }
        }
        return general;
    }

    /** How a structure counts: by the rules where no tag says otherwise. */
    public Role role(String symbol, LocalDate expiry) {
        Tag tag = of(symbol, expiry);
        return tag == null || tag.role() == null ? Role.RULES : tag.role();
    }
}
