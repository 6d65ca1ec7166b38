package alvh.proof;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import com.ib.client.DefaultEWrapper;
import com.ib.client.EClientSocket;
import com.ib.client.EWrapper;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * scripts/install-tws-api: what it takes, refuses and says, with a Maven that only writes down what it was asked and hands
 * over an empty protobuf jar; what it removes, with the real Maven and a repository of the test's own.
 */
@Timeout(120)
class InstallTwsApiTest {

    private static final Path SCRIPT = Path.of("").toAbsolutePath().getParent().getParent()
            .resolve("scripts/install-tws-api");
    private static final List<String> TEN_37 = List.of("EClientSocket", "DefaultEWrapper", "EReader", "EJavaSignal",
            "Decimal", "OrderCancel", "CommissionAndFeesReport");

    @TempDir
    Path folder;

    @BeforeEach
    void aMavenThatOnlyListens() throws IOException {
        Path maven = Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("mvn"),
                """
                        #!/bin/sh
                        case "$*" in
                        *dependency:copy*)
                          for a in "$@"; do case $a in -DoutputDirectory=*) out=${a#*=} ;; esac; done
                          mkdir -p "$out" && cp '%s' "$out/protobuf-java-0.jar" ;;
                        *) printf '%%s\\n' "$*" >>'%s' ;;
                        esac
                        """.formatted(jar("empty.jar", List.of()), folder.resolve("asked")));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private Path jar(String name, List<String> classes, String... more) throws IOException {
        Path jar = folder.resolve(name);
        List<String> entries = new ArrayList<>(classes.stream().map(c -> "com/ib/client/" + c + ".class").toList());
        entries.addAll(List.of(more));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.closeEntry();
            }
        }
        return jar;
    }

    /** What compiles as the client does: the classes of the client on the class path, without its notice. */
    private Path whole(String name) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        Path place = clientPlace();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    classes.put(place.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        } else {
            try (JarFile from = new JarFile(place.toFile())) {
                for (JarEntry entry : from.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                    classes.put(entry.getName(), from.getInputStream(entry).readAllBytes());
                }
            }
        }
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var entry : classes.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private static Path clientPlace() {
        try {
            return Path.of(EClientSocket.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private DaemonProcess.Ended install(String... args) {
        return install(SCRIPT, Map.of("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH")),
                args);
    }

    private DaemonProcess.Ended install(Path script, Map<String, String> more, String... args) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        Map<String, String> environment = new TreeMap<>(more);
        environment.put("ALVH_JAVA_HOME", System.getProperty("java.home"));
        try (RunningProcess running = RunningProcess.start(folder, "install", command, environment)) {
            return new DaemonProcess.Ended(running.exit(), running.out(), running.err());
        }
    }

    private void refused(DaemonProcess.Ended ended, String... because) {
        assertThat(ended.exit()).as(ended.text()).isEqualTo(64);
        assertThat(ended.err()).contains(because);
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void anOfficialJarIsInstalledUnderFixedCoordinatesTwiceIfAskedTwice() throws IOException {
        Path jar = whole("TwsApi_10.37.02.jar");
        for (int time = 1; time <= 2; time++) {
            DaemonProcess.Ended ended = install(jar.toString());
            assertThat(ended.exit()).as(ended.text()).isZero();
            assertThat(ended.out()).contains("release: 10.37.02", "sha256 ", "licence", "give it to nobody",
                    "ALVH_TWS_API=official", "--remove");
        }
        assertThat(Files.readAllLines(folder.resolve("asked"))).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("install:install-file", "-Dfile=" + jar, "-DgroupId=alvh.local", "-DartifactId=TwsApi",
                        "-Dversion=official"));
    }

    @Test
    void whatIsNoOfficialJarOfTen37IsRefused() throws IOException {
        refused(install(folder.resolve("none.jar").toString()), "no file", "none.jar");
        refused(install(Files.writeString(folder.resolve("text.jar"), "no jar at all").toString()), "is not a jar");
        refused(install(jar("other.jar", List.of("Other")).toString()), "no com/ib/client/EClientSocket.class");
        refused(install(jar("old.jar", TEN_37.subList(0, 6)).toString()), "CommissionAndFeesReport",
                "older than API 10.37");
        refused(install(jar("ours.jar", TEN_37, "META-INF/STAND-IN-NOT-IBKR.txt").toString()), "stand-in",
                "not IBKR's");
    }

    @Test
    void helpTellsTheWaysAndUnknownOptionsAreRefused() {
        DaemonProcess.Ended help = install("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("TwsApi.jar", "--stand-in", "NOT IBKR's", "--remove");
        refused(install("--stnad-in"), "--stnad-in", "--help");
        refused(install(), "TwsApi.jar");
        refused(install("--remove", "extra"), "--remove", "extra", "Nothing was done");
        refused(install("--stand-in", "extra"), "--stand-in", "extra", "Nothing was done");
        refused(install("one.jar", "two.jar"), "One jar at a time", "two.jar");
    }

    @Test
    void aJarWithTheRightNamesButNoUsableClassesIsRefused() throws IOException {
        refused(install(jar("names.jar", TEN_37).toString()), "names.jar is not usable", "TwsApiProbe.java", "error:",
                "Nothing was installed");
        Path broken = whole("broken.jar");
        try (FileSystem jar = FileSystems.newFileSystem(broken)) {
            Files.writeString(jar.getPath("com/ib/client/Decimal.class"), "garbage");
        }
        refused(install(broken.toString()), "broken.jar is not usable", "Decimal", "Nothing was installed");
    }

    /** Whatever the daemon calls of the client, the probe calls too; so a jar that lacks it is refused at once. */
    @Test
    void theProbeUsesWhatTheDaemonUses() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String path = System.getProperty("java.class.path");
        assertThat(compiler.run(null, null, null, "-proc:none", "-nowarn", "-cp", path, "-d", classes.toString(),
                SCRIPT.resolveSibling("lib/TwsApiProbe.java").toString())).isZero();
        Set<String> needed = used(new ClassFileImporter().importPackages("alvh.daemon.broker"));
        assertThat(needed).hasSizeGreaterThan(100);
        assertThat(used(new ClassFileImporter().importPath(classes))).containsAll(needed);
    }

    private static Set<String> used(JavaClasses classes) {
        Set<String> used = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.getSource().isPresent() && !type.getName().startsWith("com.ib.")) {
                type.getAccessesFromSelf().stream().map(JavaAccess::getTarget)
                        .filter(target -> target.getOwner().getName().startsWith("com.ib."))
                        .forEach(target -> used.add(target.getFullName()));
                type.getMethods().stream().filter(method -> type.isAssignableTo(DefaultEWrapper.class))
                        .filter(method -> inClient(method)).forEach(method -> used.add(signature(method)));
            }
        }
        return used;
    }

    private static boolean inClient(JavaMethod method) {
        return Arrays.stream(EWrapper.class.getMethods()).anyMatch(of -> of.getName().equals(method.getName()));
    }

    private static String signature(JavaMethod method) {
        return "EWrapper " + method.getName() + method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    }

    /** The real Maven says where its repository is: moved by MAVEN_OPTS, then by the settings file of another home. */
    @Test
    void removeTakesTheJarsAndTheirBuildsWhereverTheRepositoryIs() throws IOException {
        Path house = folder.resolve("house with a blank");
        for (String file : List.of("install-tws-api", "lib/house.sh")) {
            Path to = house.resolve("scripts").resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(SCRIPT.resolveSibling(file), to, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path script = house.resolve("scripts/install-tws-api");
        Path user = Files.createDirectories(folder.resolve("user/.m2"));
        Path moved = folder.resolve("moved");
        Files.writeString(user.resolve("settings.xml"),
                "<settings><localRepository>" + moved + "</localRepository></settings>");
        Map<Path, String> ways = Map.of(folder.resolve("by-options"),
                "-Dmaven.repo.local=" + folder.resolve("by-options"), moved, "-Duser.home=" + user.getParent());
        for (var way : ways.entrySet()) {
            List<Path> gone = new ArrayList<>();
            for (String client : List.of("official", "stand-in")) {
                gone.add(file(way.getKey().resolve("alvh/local/TwsApi/" + client + "/TwsApi-" + client + ".jar")));
                gone.add(file(house.resolve("bot/daemon/target-" + client + "/daemon-0.1.0.jar")).getParent());
                gone.add(file(house.resolve("target-" + client + "/any")).getParent());
            }
            List<Path> kept = List.of(file(way.getKey().resolve("alvh/local/Other/1/Other-1.jar")),
                    file(house.resolve("bot/daemon/target/daemon-0.1.0.jar")));
            Map<String, String> options = Map.of("MAVEN_OPTS", way.getValue());
            DaemonProcess.Ended ended = install(script, options, "--remove");
            assertThat(ended.exit()).as(ended.text()).isZero();
            assertThat(ended.out()).contains("Removed " + way.getKey().resolve("alvh/local/TwsApi") + ";");
            assertThat(gone).allSatisfy(path -> assertThat(path).doesNotExist());
            assertThat(kept).allSatisfy(path -> assertThat(path).exists());
            assertThat(install(script, options, "--remove").out()).contains("There was no ");
        }
    }

    private static Path file(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "any");
    }
}
