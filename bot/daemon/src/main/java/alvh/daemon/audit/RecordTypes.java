package alvh.daemon.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import alvh.daemon.desk.JournalRecord;

/** The names of record types in the journal: PlanState is PLAN_STATE. */
final class RecordTypes {

    private static final Map<String, Class<?>> BY_NAME = records(JournalRecord.class)
            .collect(Collectors.toUnmodifiableMap(RecordTypes::name, type -> type));

    private RecordTypes() {}

    private static Stream<Class<?>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isInterface() ? records(type) : Stream.of(type));
    }

    static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    static String name(JournalRecord journalRecord) {
        return name(journalRecord.getClass());
    }

    /** A type this build does not know: IllegalArgumentException (the journal was written by a newer build). */
    static JournalRecord read(String type, String payload) {
        Class<?> known = BY_NAME.get(type);
        if (known == null) {
            throw new IllegalArgumentException("journal record type " + type + " is not known to this build");
        }
        return (JournalRecord) JournalJson.read(payload, known);
    }
}
