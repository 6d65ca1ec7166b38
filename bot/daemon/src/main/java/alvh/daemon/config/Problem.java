package alvh.daemon.config;

/**
 * One thing wrong with the settings. {@code CODE  what · where · got · expected · what to do}; values are cut at 80
 * characters.
 *
 * @param line 0 when the place is the file as a whole
 * @param exitCode 2, or 11 when the account is of another kind
 */
public record Problem(String code, String what, String file, int line, String key, String got, String expected,
        String todo, int exitCode) {

    /** One line for people. */
    public String text() {
        String where = file + (line > 0 ? ":" + line : "") + (key.isEmpty() ? "" : "  " + key);
        return code + "  " + what + " · " + where + (got == null ? "" : " · got " + cut(got)) + " · expected "
                + expected
                + " · " + todo;
    }

    private static String cut(String text) {
        String safe = text.replaceAll("\\p{Cntrl}", "?");
        return safe.length() <= 80 ? safe : safe.substring(0, 79) + "…";
    }
}
