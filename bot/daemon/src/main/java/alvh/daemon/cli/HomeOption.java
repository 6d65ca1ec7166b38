package alvh.daemon.cli;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** Which data folder a verb works on. */
final class HomeOption {

    @Option(names = "--home", paramLabel = "DIR", description = "data folder; default $ALVH_HOME, else ~/.alvh")
    Path folder;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
    boolean help;
}
