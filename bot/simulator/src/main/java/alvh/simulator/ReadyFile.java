package alvh.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * What a launcher waits for. Written whole beside its place, then renamed, so that a reader sees all of it or nothing.
 *
 * @param pid of this process
 * @param scenario its name, without folder
 * @param plans how many plans its story holds
 */
record ReadyFile(String host, int port, String account, long pid, long seed, String scenario, int plans) {

    String json() {
        return String.format(Locale.ROOT,
                "{\"host\":%s,\"port\":%d,\"account\":%s,\"pid\":%d,\"seed\":%d,\"scenario\":%s,\"plans\":%d}%n",
                text(host), port, text(account), pid, seed, text(scenario), plans);
    }

    void write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path whole = target.resolveSibling(target.getFileName() + ".part");
        Files.write(whole, json().getBytes(StandardCharsets.UTF_8));
        try {
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException poorFileSystem) {
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
