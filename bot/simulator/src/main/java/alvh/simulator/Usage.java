package alvh.simulator;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.ParseResult;

/** What the verbs about recordings refuse alike. */
final class Usage {

    private Usage() {}

    static void named(String option, Path place) throws Refusal {
        if (place.toString().isBlank()) {
            throw new Refusal(Refusal.USAGE,
                    option + ": got '" + place + "', expected a capture file or a folder of them such as HOME/capture");
        }
    }

    /** @param link null where none is asked for */
    static void link(Integer link) throws Refusal {
        if (link != null && link < 1) {
            throw new Refusal(Refusal.USAGE, "--link: got " + link + ", expected a link's number, from 1 on");
        }
    }

    /** An option that would change nothing is a mistake of whoever gave it. */
    static void without(List<String> options, ParseResult given, String why) throws Refusal {
        for (String option : options) {
            if (given.hasMatchedOption(option)) {
                throw new Refusal(Refusal.USAGE, option + ": " + why);
            }
        }
    }
}
