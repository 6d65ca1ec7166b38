package alvh.planner.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what the planner plans today into the {@code [expect]} (and {@code [explanation]}) of the named situations. No
 * test calls it: it is for a person who has looked at the difference and found the new plan right by the methodology.
 */
public final class GoldenBook {
    private GoldenBook() {}

    /** @param args names of situations without their ending, or {@code --all} */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(System.getProperty("situations", Situation.FOLDER.toString()));
        List<Path> files = new ArrayList<>();
        for (Path file : Situation.all(folder)) {
            String name = file.getFileName().toString().replace(".situation", "");
            if (List.of(args).contains(name) || List.of(args).contains("--all")) {
                files.add(file);
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no situation of " + folder + " is named " + List.of(args)
                    + "; expected names without their ending, or --all");
        }
        for (Path file : files) {
            Situation situation = Situation.read(file);
            String text = situation.withExpected(situation.world().plan());
            if (!text.equals(Files.readString(file))) {
                Files.writeString(file, text);
            }
        }
    }
}
