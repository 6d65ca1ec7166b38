package alvh.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The folder {@code target/interop} with our scripts and the third-party client that they drive, installed once as the
 * lock file says. {@code src} holds no package.
 */
final class NodeFolder {

    /** The scripts can run, or why not. */
    sealed interface State {

        record Ready(Path folder) implements State {}

        record Missing(String why) implements State {}
    }

    /** Tests run in {@code bot/proof}, the benchmark in the folder above both. */
    private static final Path HERE = Path.of(Files.exists(Path.of("bot", "proof")) ? "bot/proof" : "").toAbsolutePath();
    static final Path FOLDER = HERE.resolve("target").resolve("interop");
    private static final Path SCRIPTS = HERE.resolve("src").resolve("test").resolve("node");
    private static final Path LOCK = Path.of("package-lock.json");
    /** A copy of the lock file, made when an installation has succeeded. */
    private static final Path INSTALLED = FOLDER.resolve("installed.json");
    private static final Duration INSTALL = Duration.ofMinutes(3);

    private NodeFolder() {}

    static State ready() {
        for (String program : List.of("node", "npm")) {
            if (!onThePath(program)) {
                return new State.Missing(program + " is not on the path (Debian: apt-get install nodejs npm)");
            }
        }
        try {
            copyScripts();
            if (!installed()) {
                return install();
            }
            return new State.Ready(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean onThePath(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    private static void copyScripts() throws IOException {
        Files.walkFileTree(SCRIPTS, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path to = FOLDER.resolve(SCRIPTS.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean installed() throws IOException {
        return Files.exists(INSTALLED) && Files.mismatch(INSTALLED, SCRIPTS.resolve(LOCK)) == -1;
    }

    private static State install() throws IOException {
        Files.deleteIfExists(INSTALLED);
        List<String> command = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        try (RunningProcess npm = RunningProcess.start(FOLDER, "npm", command, Map.of("CI", "true"))) {
            if (npm.exit(INSTALL) != 0) {
                return new State.Missing("the package cannot be had: npm ci ended with an error\n" + npm.text());
            }
        }
        Files.copy(FOLDER.resolve(LOCK), INSTALLED);
        return new State.Ready(FOLDER);
    }
}
