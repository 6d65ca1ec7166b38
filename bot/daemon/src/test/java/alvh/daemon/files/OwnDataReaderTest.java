package alvh.daemon.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import alvh.daemon.config.Problem;
import alvh.daemon.config.SettingsFile;
import alvh.planner.company.Company;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.OwnSeries;
import alvh.planner.portfolio.BookTags;
import alvh.planner.scenario.Shock;
import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The user's files: what they say, and every fault of every file at once with its place. */
class OwnDataReaderTest {

    private static final Path EXAMPLES = Path.of("..", "..", "config");

    @TempDir
    Path folder;

    private OwnDataReader.Result read(Map<String, String> files) throws IOException {
        StringBuilder yaml = new StringBuilder("account:\n  id: DUSIM0001\ndata:\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            String[] names = file.getKey().split("=");
            Files.writeString(folder.resolve(names[1]), file.getValue());
            yaml.append("  ").append(names[0]).append(": ").append(names[1]).append('\n');
        }
        Path settings = folder.resolve("alvh.yaml");
        Files.writeString(settings, yaml);
        return OwnDataReader.read(SettingsFile.read(settings, Map.of()).settings());
    }

    private OwnData data(String name, String text) throws IOException {
        OwnDataReader.Result result = read(Map.of(name, text));
        assertThat(result.problems()).isEmpty();
        return result.data();
    }

    @Test
    void withoutFilesNothingIsKnown() throws IOException {
        assertThat(read(Map.of()).data()).isEqualTo(OwnData.NONE);
    }

    @Test
    void anEventThatIsThereTwiceAndABoundAreSaidPlainly() throws IOException {
        String head = "utc_time,type,symbol,importance,consensus,actual,sd\n";
        String cpi = "2026-03-11T12:30:00Z,CPI,,3,0.3,0.5,";
        OwnDataReader.Result twice = read(Map.of("events_file=e.csv", head + cpi + "0.1\n" + cpi + "0.2\n"));
        assertThat(twice.problems()).singleElement().satisfies(problem -> assertThat(problem.text())
                .contains("E-FILE-TWICE", "e.csv:3",
                        "the CPI of 2026-03-11T12:30:00Z is there twice, first in line 2"));
        OwnDataReader.Result bound = read(Map.of("events_file=e.csv", head + cpi + "0\n"));
        assertThat(bound.problems()).singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("from 0.000000001 to "));
    }

    @Test
    void aControlCharacterIsAFaultAndALineBreakInACellASpace() throws IOException {
        String head = "symbol,expiry,role,catalyst,thesis\n";
        OwnDataReader.Result escape = read(Map.of("book_file=b.csv", head + "KO,,never,,\"red \u001b[31m\"\n"));
        assertThat(escape.problems()).singleElement().satisfies(problem -> assertThat(problem.text())
                .contains("b.csv:2", "thesis", "red ?[31m", "control characters").doesNotContain("\u001b"));
        assertThat(data("book_file=b.csv", head + "KO,,never,,\"two\nlines\"\n").files().tags().tags().get(0).thesis())
                .isEqualTo("two lines");
    }

    @Test
    void eventsComeFromCommaSeparatedText() throws IOException {
        List<ScheduledEvent> events = data("events_file=e.csv", """
                # my events
                utc_time,type,symbol,importance,consensus,actual,sd

                2026-03-11T12:30:00Z,CPI,,3,0.3,0.5,0.1
                2026-03-10T18:00:00Z,fomc,,3
                2026-04-23T20:05:00Z,EARNINGS,ko,2,,,
                """).files().events().events();
        assertThat(events).extracting(ScheduledEvent::type).containsExactly(Type.FOMC, Type.CPI, Type.EARNINGS);
        assertThat(events.get(2).symbol()).isEqualTo("KO");
        assertThat(events.get(1).surpriseSd()).isEqualTo(0.1);
        assertThat(events.get(0).actual()).isNaN();
    }

    @Test
    void companiesAreFactsByLine() throws IOException {
        Company ko = data("fundamentals_file=f.csv", """
                symbol,field,date,value
                ko,sector,,"Beverages, soft"
                KO,shares,,4302000000
                KO,quick_ratio,2026-01-02,0.92
                KO,eps_ttm,2026-07-21,2.83
                KO,eps_ttm,2026-04-20,2.71
                KO,ex_dividend,2026-12-01,0.51
                """).files().companies().of("KO");
        assertThat(ko.sector()).isEqualTo("Beverages, soft");
        assertThat(ko.shares()).isEqualTo(4.302e9);
        assertThat(ko.quickRatio()).isEqualTo(0.92);
        assertThat(ko.debt()).isNaN();
        assertThat(ko.earnings()).containsExactly(new Company.Dated(LocalDate.of(2026, 4, 20), 2.71),
                new Company.Dated(LocalDate.of(2026, 7, 21), 2.83));
        assertThat(ko.dividends()).containsExactly(new Company.Dated(LocalDate.of(2026, 12, 1), 0.51));
    }

    @Test
    void tagsSeriesAndScenariosAreRead() throws IOException {
        OwnData data = read(Map.of("book_file=b.csv", """
                role,symbol,expiry,thesis
                never,RDDT,,"a ""hot"" name, risk only"
                """, "breadth_file=a.csv", """
                date,advances,declines
                2026-03-10,900,1900
                2026-03-09,1900,900
                """, "gdp_file=g.csv", "date,growth_pct\n2026-01-29,-0.4\n", "rates_file=r.csv",
                "date,ten_year,three_month\n2026-03-09,0.041,0.036\n", "scenarios_file=s.csv",
                "id,spx_pct,vix_points,days,note\nMine,-15,30,10,\n")).data();
        assertThat(data.files().tags().tags()).containsExactly(
                new BookTags.Tag("RDDT", null, BookTags.Role.NEVER, null, "a \"hot\" name, risk only", null));
        assertThat(data.series().get(InstrumentKey.of("AD-NYSE")).bars()).containsExactly(
                new DailyBars.Bar(LocalDate.of(2026, 3, 9), 1000, 1900, 900, 1000),
                new DailyBars.Bar(LocalDate.of(2026, 3, 10), -1000, 900, 1900, -1000));
        assertThat(data.series().get(OwnSeries.GDP).closes()).containsExactly(-0.4);
        assertThat(data.series().get(OwnSeries.TEN_YEAR).closes()).containsExactly(0.041);
        assertThat(data.series().get(OwnSeries.THREE_MONTH).closes()).containsExactly(0.036);
        assertThat(data.scenarios()).containsExactly(new Shock("Mine", -0.15, 30, 0, 0, 0, 10, "own scenario"));
    }

    @Test
    void P24_allFaultsOfAllFilesComeAtOnceWithTheirPlaces() throws IOException {
        OwnDataReader.Result result = read(Map.of("events_file=e.csv", """
                utc_time,type,symbol,importance,consensus,actual,sd
                2026-03-11 08:30,CPI,,3,0.3,0.5,0.1
                2026-03-11T12:30:00Z,CPX,,4,"0,3",0.5
                2026-03-11T12:30:00Z,IPO,,2
                2026-03-11T12:30:00Z,CPI,,3,0.3,x,0
                a,b,c,d,e,f,g,h
                """, "fundamentals_file=f.csv", """
                symbol,field,date,value
                KO,quick_ration,,0.9
                KO,eps_ttm,,2.83
                KO,debt,,1
                KO,debt,,2
                """, "book_file=b.csv", "symbol,expiri,role\nKO,,income\n", "breadth_file=a.csv", """
                date,advances,declines
                2026-03-08,1900,900
                2026-03-09,190,90
                2026-03-10,1900,900
                2026-03-10,1900,900
                """, "gdp_file=g.csv", "", "reer_file=r.csv", "date,index\n\"2026-01-15,101\n", "scenarios_file=s.csv",
                "id,spx_pct,vix_points\nA,-10,5\nB1,-10,-20\n"));
        assertThat(result.data()).isNull();
        Map<String, List<String>> places = result.problems().stream().collect(Collectors.groupingBy(
                p -> Path.of(p.file()).getFileName().toString(),
                Collectors.mapping(p -> p.line() + " " + p.key(), Collectors.toList())));
        assertThat(places.get("e.csv")).containsExactlyInAnyOrder("2 utc_time", "3 type", "3 importance",
                "3 consensus", "4 symbol", "5 actual", "5 sd", "6 ");
        assertThat(places.get("f.csv")).containsExactlyInAnyOrder("2 field", "3 date", "5 ");
        assertThat(places.get("b.csv")).containsExactlyInAnyOrder("1 expiri", "1 expiry");
        assertThat(places.get("a.csv")).containsExactlyInAnyOrder("2 date", "3 declines", "5 ");
        assertThat(places.get("g.csv")).hasSize(1);
        assertThat(places.get("r.csv")).hasSize(1);
        assertThat(places.get("s.csv")).containsExactlyInAnyOrder("2 id", "3 vix_points");
        assertThat(result.problems()).extracting(Problem::exitCode).containsOnly(2);
    }

    @Test
    void P24_aFaultSaysWhatStandsThereWhatIsExpectedAndTheNearestWord() throws IOException {
        OwnDataReader.Result result = read(
                Map.of("fundamentals_file=f.csv", "symbol,field,date,value\nKO,quick_ration,,0.9\n"));
        assertThat(result.problems()).singleElement().extracting(Problem::text).asString()
                .startsWith("E-FILE-VALUE  a value cannot be used · ").contains("f.csv:2  field · got quick_ration · ")
                .contains("nearest is quick_ratio").endsWith("correct the file and start again");
        assertThat(read(Map.of("book_file=b.csv", "symbol,expiri,role\n")).problems()).first().extracting(Problem::text)
                .asString().contains("unknown column").contains("nearest is expiry");
        assertThat(read(Map.of("events_file=x.csv", "utc_time,type,symbol,importance\n2026-03-11T12:30:00Z,IPO,,2\n"))
                .problems()).singleElement().extracting(Problem::text).asString().contains("a value is missing")
                .contains("expected a symbol such as AAPL");
    }

    @Test
    void aYearMistypedIsAFaultAndNoFarDay() throws IOException {
        OwnDataReader.Result result = read(Map.of("events_file=e.csv",
                "utc_time,type,symbol,importance\n2206-03-11T12:30:00Z,CPI,,3\n", "gdp_file=g.csv",
                "date,growth_pct\n0206-01-29,1\n"));
        assertThat(result.problems()).extracting(Problem::expected).hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("from 1950 to 2035"));
    }

    @Test
    void textThatIsNotUtf8IsNamed() throws IOException {
        Files.write(folder.resolve("b.csv"),
                "symbol,expiry,role\nKO,,n\u00e9ver\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("alvh.yaml"), "account:\n  id: DUSIM0001\ndata:\n  book_file: b.csv\n");
        OwnDataReader.Result result = OwnDataReader
                .read(SettingsFile.read(folder.resolve("alvh.yaml"), Map.of()).settings());
        assertThat(result.problems()).singleElement().satisfies(p -> assertThat(p.text()).contains("is not UTF-8"));
    }

    @Test
    void aCalendarAndAListOfEventsAreOneCalendar() throws IOException {
        Files.writeString(folder.resolve("e.csv"),
                "utc_time,type,symbol,importance\n2026-03-11T12:30:00Z,CPI,,3\n");
        Files.writeString(folder.resolve("m.ICS"), "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260310T180000Z\n"
                + "SUMMARY:FOMC\nEND:VEVENT\nEND:VCALENDAR\n");
        Files.writeString(folder.resolve("alvh.yaml"),
                "account:\n  id: DUSIM0001\ndata:\n  events_file: e.csv, m.ICS\n");
        OwnDataReader.Result result = OwnDataReader
                .read(SettingsFile.read(folder.resolve("alvh.yaml"), Map.of()).settings());
        assertThat(result.data().files().events().events()).extracting(ScheduledEvent::at)
                .containsExactly(Instant.parse("2026-03-10T18:00:00Z"), Instant.parse("2026-03-11T12:30:00Z"));
    }

    @Test
    void theExampleFilesAreGoodAsTheyStandAndWithTheirExamples() throws IOException {
        for (String name : List.of("events", "fundamentals", "book")) {
            String text = Files.readString(EXAMPLES.resolve(name + ".csv"));
            assertThat(data(name + "_file=" + name + ".csv", text)).isEqualTo(OwnData.NONE);
            String header = text.lines().filter(line -> !line.startsWith("#")).findFirst().orElseThrow();
            String examples = text.lines().dropWhile(line -> !line.startsWith("# Examples"))
                    .filter(line -> line.startsWith("# ") && line.contains(",") && !line.startsWith("# Examples"))
                    .map(line -> line.substring(2)).collect(Collectors.joining("\n"));
            assertThat(data(name + "_file=" + name + ".csv", header + "\n" + examples)).isNotEqualTo(OwnData.NONE);
        }
    }
}
