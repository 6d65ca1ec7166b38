package alvh.daemon.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

import alvh.daemon.config.Problem;
import alvh.daemon.config.Setting;
import alvh.daemon.config.Settings;
import alvh.planner.company.Companies;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.OwnFiles;
import alvh.planner.portfolio.BookTags;
import alvh.planner.scenario.Shock;
import alvh.planner.signal.EventCalendar;
import alvh.planner.signal.EventCalendar.ScheduledEvent;

/** Reads every file that the settings name, and gives all that they say, or all that is wrong with all of them. */
public final class OwnDataReader {

    private static final long MOST_BYTES = 8L << 20;

    private final Settings settings;
    private final List<Problem> problems = new ArrayList<>();

    private OwnDataReader(Settings settings) {
        this.settings = settings;
    }

    /** Nothing is used of any file while one has a fault. */
    public record Result(OwnData data, List<Problem> problems) {

        public boolean ok() {
            return problems.isEmpty();
        }
    }

    public static Result read(Settings settings) {
        return new OwnDataReader(settings).read();
    }

    private Result read() {
        List<ScheduledEvent> events = each(Setting.DATA_EVENTS, new ArrayList<>(),
                (file, faults) -> file.calendar()
                        ? EventsIcs.read(file.text(), faults)
                        : EventsCsv.read(file.text(), faults),
                (all, more) -> {
                    all.addAll(more);
                    return all;
                });
        Companies companies = one(Setting.DATA_FUNDAMENTALS, Companies.NONE, FundamentalsCsv::read);
        BookTags tags = one(Setting.DATA_BOOK, BookTags.NONE, BookCsv::read);
        SortedMap<InstrumentKey, DailyBars> series = new TreeMap<>();
        List<DailyBars> bars = new ArrayList<>();
        bars.add(one(Setting.DATA_BREADTH, null, SeriesCsv::breadth));
        bars.add(one(Setting.DATA_GDP, null, SeriesCsv::growth));
        bars.add(one(Setting.DATA_REER, null, SeriesCsv::exchangeRate));
        bars.addAll(one(Setting.DATA_RATES, List.of(), SeriesCsv::rates));
        bars.stream().filter(b -> b != null && b.size() > 0).forEach(b -> series.put(b.key(), b));
        List<Shock> scenarios = one(Setting.DATA_SCENARIOS, List.of(), ScenariosCsv::read);
        return problems.isEmpty()
                ? new Result(new OwnData(new OwnFiles(new EventCalendar(events), companies, tags), series, scenarios),
                        List.of())
                : new Result(null, List.copyOf(problems));
    }

    /** A file as text. */
    private record Source(String text, boolean calendar) {}

    private <T> T one(Setting setting, T none, BiFunction<String, Faults, T> reader) {
        return each(setting, none, (file, faults) -> reader.apply(file.text(), faults), (before, read) -> read);
    }

    private <T> T each(Setting setting, T none, BiFunction<Source, Faults, T> reader, BiFunction<T, T, T> join) {
        T value = none;
        for (Path path : settings.paths(setting)) {
            Faults faults = new Faults(path);
            String text = text(path, setting, faults);
            if (text != null) {
                boolean calendar = path.toString().toLowerCase(Locale.ROOT).endsWith(".ics");
                value = join.apply(value, reader.apply(new Source(text, calendar), faults));
            }
            problems.addAll(faults.problems());
        }
        return value;
    }

    private static String text(Path path, Setting setting, Faults faults) {
        String why;
        try {
            if (Files.isDirectory(path) || Files.size(path) > MOST_BYTES) {
                why = "is a folder, or larger than 8 MiB";
            } else {
                String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            why = "is not UTF-8 text";
        } catch (IOException e) {
            why = "cannot be read";
        }
        faults.add("E-FILE-READ", 0, "", "the file of " + setting.key() + " " + why, null,
                "a readable UTF-8 text file");
        return null;
    }
}
