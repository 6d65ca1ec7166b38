package alvh.daemon.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The H2 file of one home: one owner connection that alone writes (migrations, appends, checkpoints), and a pool whose
 * user may only read. The URL is built here from a validated path and nothing else.
 */
public final class Database implements AutoCloseable {

    private static final Pattern SAFE_PATH = Pattern.compile("[^;\\n\\r\"']+");
    private static final String OWNER = "alvh_owner";

    private final Connection owner;
    private final HikariDataSource pool;

    private Database(Connection owner, HikariDataSource pool) {
        this.owner = owner;
        this.pool = pool;
    }

    /** Why a database could not be opened, as an exit code of the command line and a sentence. */
    public static final class OpenFailure extends Exception {
        private static final long serialVersionUID = 1;
        private final int exitCode;

        OpenFailure(int exitCode, String message, Throwable cause) {
            super(message, cause);
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public static Path file(Path home) {
        return home.resolve("db").resolve("alvh");
    }

    public static boolean exists(Path home) {
        return Files.exists(home.resolve("db").resolve("alvh.mv.db"));
    }

    /** Opens for writing, creates and migrates. Held by another process: exit 4; newer schema: 13; unreadable: 7. */
    public static Database open(Path home) throws OpenFailure {
        try {
            Files.createDirectories(file(home).getParent());
        } catch (IOException e) {
            throw new OpenFailure(8, "cannot create the data folder " + file(home).getParent() + ": " + e.getMessage(),
                    e);
        }
        String url = url(home) + ";DB_CLOSE_ON_EXIT=FALSE";
        try {
            Connection owner = DriverManager.getConnection(url, OWNER, "");
            try (var statement = owner.createStatement()) {
                statement.execute("SET WRITE_DELAY 0");
            }
            migrate(url, home);
            return new Database(owner, pool(url, 4));
        } catch (SQLException e) {
            throw explained(home, e);
        }
    }

    /** Opens for looking only, when no daemon holds the file. */
    public static Database openToLook(Path home) throws OpenFailure {
        readable(home);
        String url = url(home) + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE";
        try {
            return new Database(DriverManager.getConnection(url, OWNER, ""), pool(url, 1));
        } catch (SQLException e) {
            throw explained(home, e);
        }
    }

    private static void readable(Path home) throws OpenFailure {
        Path folder = file(home).getParent();
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new OpenFailure(2, "E-HOME  " + home + " is not a folder; --home names the data folder", null);
        }
        if (Files.exists(home) && !Files.isReadable(home) || Files.exists(folder) && !Files.isReadable(folder)) {
            throw new OpenFailure(8, "E-HOME  " + folder + " may not be read by this user; look at its owner and mode",
                    null);
        }
    }

    private static String url(Path home) throws OpenFailure {
        String path = file(home).toAbsolutePath().toString();
        if (!SAFE_PATH.matcher(path).matches() || path.contains("..")) {
            throw new OpenFailure(2,
                    "E-CFG-PATH  the data folder's path holds a character that a database URL must not: "
                            + path + "; choose another --home",
                    null);
        }
        return "jdbc:h2:async:" + path;
    }

    private static HikariDataSource pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("alvh_app");
        config.setPassword("");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("readers");
        return new HikariDataSource(config);
    }

    private static void migrate(String url, Path home) throws OpenFailure {
        try {
            Flyway.configure().dataSource(url, OWNER, "").locations("classpath:db/h2").load().migrate();
        } catch (FlywayException e) {
            int code = e.getMessage() != null && e.getMessage().contains("Validate failed") ? 13 : 7;
            throw new OpenFailure(code,
                    "the database in " + home + " does not fit this build (schema newer or changed): "
                            + firstLine(e.getMessage()) + "; use the build that wrote it, or another --home",
                    e);
        }
    }

    private static OpenFailure explained(Path home, SQLException e) {
        return switch (e.getErrorCode()) {
            case 90020 -> new OpenFailure(4, "E-LOCKED  the database in " + home
                    + " is in use by another process; stop the other daemon, or use another --home", e);
            case 90097 -> new OpenFailure(7,
                    "E-JOURNAL  the database file in " + home
                            + " is incomplete or damaged: it cannot be opened for looking;"
                            + " restore the last backup (HOME/backup), nothing was changed",
                    e);
            case 90146, 90013 ->
                new OpenFailure(9, "there is no database in " + home + " yet; run the daemon first", e);
            default ->
                new OpenFailure(7, "E-JOURNAL  the database in " + home + " cannot be opened (" + e.getErrorCode()
                        + ": " + firstLine(e.getMessage()) + "); restore the last backup, nothing was changed", e);
        };
    }

    private static String firstLine(String text) {
        return text == null ? "no reason given" : text.lines().findFirst().orElse("");
    }

    Connection owner() {
        return owner;
    }

    /** For readers; at most read rights. */
    public HikariDataSource pool() {
        return pool;
    }

    /** Closes and compacts; only the thread that writes may call it, after its last append. */
    void closeCompacted() throws SQLException {
        pool.close();
        try (var statement = owner.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
    }

    @Override
    public void close() {
        pool.close();
        try {
            owner.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not close: " + e.getMessage(), e);
        }
    }
}
