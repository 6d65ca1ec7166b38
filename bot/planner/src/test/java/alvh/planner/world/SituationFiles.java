package alvh.planner.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import alvh.planner.company.Companies;
import alvh.planner.company.Company;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.portfolio.BookTags;
import alvh.planner.signal.EventCalendar;

/** Lines of a situation about what a user writes: events, companies, tags, settings. */
public final class SituationFiles {
    private SituationFiles() {}

    /** {@code event 2026-03-10 08:30 CPI importance 3 consensus 0.3 actual 0.8 sd 0.1}, New York time. */
    public static EventCalendar event(EventCalendar calendar, List<String> words) {
        LocalTime time = LocalTime.parse(words.get(1));
        var events = new ArrayList<>(calendar.events());
        int symbol = words.indexOf("of");
        events.add(new EventCalendar.ScheduledEvent(
                World.newYork(LocalDate.parse(words.get(0)), time.getHour(), time.getMinute()),
                EventCalendar.Type.valueOf(words.get(2)), symbol < 0 ? null : words.get(symbol + 1),
                (int) SituationWorld.number(words, "importance"), given(words, "consensus"), given(words, "actual"),
                given(words, "sd")));
        return new EventCalendar(events);
    }

    /** {@code company KO sector staples dividend 0.51 on 2026-03-13 quick 0.8}; what is not named is unknown. */
    static Companies company(Companies companies, List<String> words) {
        Company none = Company.unknown(words.get(0));
        int sector = words.indexOf("sector");
        List<Company.Dated> dividends = words.contains("on")
                ? List.of(new Company.Dated(LocalDate.parse(words.get(words.indexOf("on") + 1)),
                        given(words, "dividend")))
                : List.of();
        var all = new TreeMap<>(companies.bySymbol());
        all.put(none.symbol(), with(with(with(with(none, "dividends", dividends), "quickRatio",
                given(words, "quick")), "marketCap", given(words, "cap")), "sector",
                sector < 0 ? null : words.get(sector + 1)));
        return new Companies(all);
    }

    /** {@code tag KO never}. */
    static BookTags tag(BookTags tags, List<String> words) {
        var all = new ArrayList<>(tags.tags());
        all.add(new BookTags.Tag(words.get(0), null, BookTags.Role.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
                null, null, null));
        return new BookTags(all);
    }

    /** A setting by the name of its record component. */
    static HedgeSettings setting(HedgeSettings settings, String name, String text) {
        RecordComponent component = Arrays.stream(HedgeSettings.class.getRecordComponents())
                .filter(c -> c.getName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting is named '" + name + "'"));
        return with(settings, name, value(component.getType(), text));
    }

    private static Object value(Class<?> type, String text) {
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == double.class) {
            return Double.valueOf(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (type == Usd.class) {
            return text.equals("none") ? null : Usd.of(text);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(e -> ((Enum<?>) e).name().equals(text.toUpperCase(Locale.ROOT))).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text + " is none of "
                            + Arrays.toString(type.getEnumConstants())));
        }
        throw new IllegalArgumentException("a setting of type " + type.getSimpleName() + " cannot be written here");
    }

    private static double given(List<String> words, String name) {
        return words.contains(name) ? SituationWorld.number(words, name) : Double.NaN;
    }

    /** A copy of a record with one component changed. */
    private static <R extends Record> R with(R old, String name, Object value) {
        RecordComponent[] components = old.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals(name) ? value : components[i].getAccessor().invoke(old);
            }
            @SuppressWarnings("unchecked") // the canonical constructor of R's own class
            R changed = (R) old.getClass().getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new)).newInstance(values);
            return changed;
        } catch (IllegalAccessException | InstantiationException | NoSuchMethodException
                | InvocationTargetException broken) {
            throw new IllegalStateException("cannot copy " + old, broken);
        }
    }
}
