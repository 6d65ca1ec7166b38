package alvh.daemon.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import alvh.daemon.config.Problem;

/** What is wrong with one file, as it is found. */
final class Faults {

    private static final String FIX = "nothing was started; correct the file and start again";

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    Faults(Path file) {
        this.file = file;
    }

    /**
     * @param line 1-based, 0 for the file as a whole
     * @param column name of the column or property, or empty
     * @param got what stands there, or null
     */
    void add(String code, int line, String column, String what, String got, String expected) {
        problems.add(new Problem(code, what, file.toString(), line, column, got, expected, FIX, 2));
    }

    void cell(int line, String column, String got, String expected) {
        add("E-FILE-VALUE", line, column, got == null ? "a value is missing" : "a value cannot be used", got, expected);
    }

    void twice(int line, String what, int first) {
        add("E-FILE-TWICE", line, "", what + " is there twice, first in line " + first, null, "each once");
    }

    int count() {
        return problems.size();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
