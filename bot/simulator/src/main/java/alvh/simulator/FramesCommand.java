package alvh.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import alvh.simulator.capture.BadCapture;
import alvh.simulator.capture.Direction;
import alvh.simulator.capture.FrameFilter;
import alvh.simulator.capture.FramePrinter;
import alvh.simulator.capture.Recording;
import alvh.wire.Incoming;
import alvh.wire.MessageKind;
import alvh.wire.Outgoing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a recorded session. */
@Command(name = "frames", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = Refusal.USAGE, sortOptions = false, description = {
        "Prints what the daemon recorded with gateway.capture: on, one frame a line: UTC time, link, -> sent or <- received,"
                + " the message, its fields by name. Accounts and user names are masked, an account by the same alias"
                + " everywhere.",
        "A file may still be growing; a folder is read as a whole, its links counted through; what is no capture in it is passed over with a note."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:printed, also when frames in it are not readable, or a file of a folder (a note says so)",
                "2:no capture, an empty file, or one of another format",
                "8:the file cannot be read, or the output not written", "64:wrong usage", "70:internal"})
final class FramesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "FILE", description = "A capture file or a folder of them, such as HOME/capture.")
    private Path place;
    @Option(names = "--link", paramLabel = "N", description = "Only this link.")
    private Integer link;
    @Option(names = "--direction", paramLabel = "sent|received", description = "Only this direction.")
    private String direction;
    @Option(names = "--message", paramLabel = "NAME,...", split = ",", description = "Only these messages, such as openOrder,orderStatus.")
    private List<String> messages = List.of();
    @Option(names = "--from", paramLabel = "TIME", description = "From this UTC time on: 2026-11-24T15:15 or 2026-11-24T15:15:00.5Z.")
    private String from;
    @Option(names = "--to", paramLabel = "TIME", description = "Before this UTC time.")
    private String to;
    @Option(names = "--all", description = "Also fields that have their ordinary value, of long messages.")
    private boolean all;
    @Option(names = "--raw", description = "Fields as they travelled, a bar behind each, without names.")
    private boolean raw;
    @Option(names = "--json", description = "One JSON object a line: every field, null for unset.")
    private boolean json;
    @Option(names = "--unmasked", description = "Account numbers and user names in clear. Do not post the output.")
    private boolean unmasked;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Usage.named("FILE", place);
            Usage.link(link);
            FrameFilter filter = new FrameFilter(link, way(), names(), time("--from", from), time("--to", to));
            inOrder(filter);
            PrintWriter out = new PrintWriter(spec.commandLine().getOut(), false);
            long lines = new FramePrinter(filter, new FramePrinter.Style(json, raw, all, unmasked))
                    .print(Recording.of(place), out);
            if (out.checkError() || System.out.checkError()) {
                err.println("the output cannot be written: its disk is full, or whoever reads it has gone; what was"
                        + " printed is not whole");
                return Refusal.DISK;
            }
            if (lines == 0) {
                err.println(filter.wantsAll()
                        ? "nothing has been recorded in " + place + " yet"
                        : "nothing in " + place + " passes the filter");
            }
            return 0;
        } catch (BadCapture bad) {
            err.println(bad.getMessage());
            return Refusal.CONFIG;
        } catch (Refusal refusal) {
            err.println(refusal.getMessage());
            return refusal.exitCode();
        } catch (IOException unreadable) {
            err.println(place + " cannot be read: " + unreadable.getMessage());
            return Refusal.DISK;
        }
    }

    private void inOrder(FrameFilter filter) throws Refusal {
        if (filter.from() != null && filter.to() != null && !filter.from().isBefore(filter.to())) {
            throw new Refusal(Refusal.USAGE,
                    "--from: got '" + from + "', expected a time before --to, which is '" + to + "'");
        }
    }

    private Direction way() throws Refusal {
        if (direction == null) {
            return null;
        }
        return switch (direction) {
            case "sent" -> Direction.SENT;
            case "received" -> Direction.RECEIVED;
            default -> throw new Refusal(Refusal.USAGE,
                    "--direction: got '" + direction + "', expected sent or received");
        };
    }

    private Set<String> names() throws Refusal {
        Set<String> known = Stream
                .<MessageKind>concat(Arrays.stream(Outgoing.values()), Arrays.stream(Incoming.values()))
                .map(MessageKind::title).collect(Collectors.toSet());
        known.addAll(Set.of("binary", "unknown"));
        List<String> wanted = messages.stream().map(String::strip).toList();
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new Refusal(Refusal.USAGE, "--message: got '" + name + "', expected names of messages such as"
                        + " openOrder, or binary, unknown; bot/tws-wire/README.md lists them");
            }
        }
        return new LinkedHashSet<>(wanted);
    }

    private static Instant time(String option, String text) throws Refusal {
        if (text == null) {
            return null;
        }
        try {
            String plain = text.strip().replace(' ', 'T');
            return plain.endsWith("Z")
                    ? Instant.parse(plain)
                    : LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException bad) {
            throw new Refusal(Refusal.USAGE, option + ": got '" + text + "', expected a UTC time such as"
                    + " 2026-11-24T15:15 or 2026-11-24T15:15:00.5Z");
        }
    }
}
