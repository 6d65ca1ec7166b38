package alvh.daemon.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import alvh.daemon.config.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A comma-separated file with a header: columns in any order, by name; empty lines and lines that begin with {@code #} are
 * skipped, cells may be quoted. Values are read through {@link Row}.
 */
final class CsvTable {

    private static final CsvMapper MAPPER = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY,
            CsvReadFeature.TRIM_SPACES, CsvReadFeature.ALLOW_COMMENTS, CsvReadFeature.SKIP_EMPTY_LINES).build();

    private CsvTable() {}

    /** One line as it stands. */
    private record Line(int number, List<String> cells) {}

    /**
     * @param needed columns that must be there; {@code optional} ones may
     * @return rows, none when the header or the form of the file is wrong
     */
    static List<Row> read(String text, List<String> needed, List<String> optional, Faults faults) {
        int before = faults.count();
        List<Line> lines = lines(text, faults);
        if (faults.count() > before) {
            return List.of();
        }
        String expected = String.join(",", needed)
                + (optional.isEmpty() ? "" : "; may have " + String.join(",", optional));
        if (lines.isEmpty()) {
            faults.add("E-FILE-HEADER", 0, "", "the file is empty", null, "the header " + expected);
            return List.of();
        }
        List<String> header = lines.get(0).cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        if (!headerIsRight(header, needed, optional, expected, lines.get(0).number(), faults)) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Line line : lines.subList(1, lines.size())) {
            row(line, header, needed, faults).ifPresent(rows::add);
        }
        return rows;
    }

    private static boolean headerIsRight(List<String> header, List<String> needed, List<String> optional,
            String expected, int line, Faults faults) {
        int before = faults.count();
        List<String> known = new ArrayList<>(needed);
        known.addAll(optional);
        for (String column : header) {
            if (!known.contains(column)) {
                faults.add("E-FILE-HEADER", line, column, "unknown column", String.join(",", header),
                        expected + ", nearest is " + Nearest.to(column, known));
            } else if (header.indexOf(column) != header.lastIndexOf(column)) {
                faults.add("E-FILE-HEADER", line, column, "the column is there twice", String.join(",", header),
                        "each once");
                return false;
            }
        }
        needed.stream().filter(column -> !header.contains(column)).forEach(column -> faults.add("E-FILE-HEADER", line,
                column, "the column is missing", String.join(",", header), expected));
        return faults.count() == before;
    }

    /** Trailing cells may be left out where they would be empty. */
    private static java.util.Optional<Row> row(Line line, List<String> header, List<String> needed, Faults faults) {
        if (line.cells().size() > header.size()) {
            faults.add("E-FILE-ROW", line.number(), "", "more cells than the header has columns",
                    line.cells().size() + " cells", header.size() + " at most; a comma inside a cell needs quotes");
            return java.util.Optional.empty();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = line.cells().get(i).replaceAll("\\s+", " ");
            if (cell.chars().anyMatch(Character::isISOControl)) {
                faults.cell(line.number(), header.get(i), cell.replaceAll("\\p{Cntrl}", "?"),
                        "text without control characters");
                return java.util.Optional.empty();
            }
            cells.put(header.get(i), cell);
        }
        return cells.values().stream().allMatch(String::isEmpty)
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Row(line.number(), cells, faults));
    }

    private static List<Line> lines(String text, Faults faults) {
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        int number = 0;
        try (JsonParser parser = MAPPER.reader().forType(String[].class).createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    number = cells.isEmpty() ? parser.currentTokenLocation().getLineNr() : number;
                    cells.add(parser.getString().strip());
                } else if (token == JsonToken.END_ARRAY && !cells.isEmpty()) {
                    lines.add(new Line(number, List.copyOf(cells)));
                    cells.clear();
                }
            }
        } catch (StreamReadException notCsv) {
            int at = notCsv.getLocation() == null ? 0 : notCsv.getLocation().getLineNr();
            faults.add("E-FILE-FORM", at, "", "not comma-separated text", notCsv.getOriginalMessage(),
                    "cells between commas, quotes closed on their line");
            return List.of();
        } catch (JacksonException unreadable) {
            faults.add("E-FILE-FORM", 0, "", "not comma-separated text", unreadable.getOriginalMessage(),
                    "cells between commas");
            return List.of();
        }
        return lines;
    }
}
