package alvh.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Row P8: the same bytes of the same server, to a program on our client and to one on a third party's, by turns. */
final class LoopbackRows implements Benchmark.Source {

    /** The third party's newest; ours knows it too. */
    private static final int VERSION = 193;
    private static final int MESSAGES = 100_000;
    private static final double GOAL = 5;
    private static final String WHAT = "callbacks over loopback, times @stoqey/ib";

    @Override
    public Set<String> ids() {
        return Set.of("P8");
    }

    @Override
    public List<Benchmark.Row> measure(boolean quick) throws IOException {
        return List.of(switch (NodeFolder.ready()) {
            case NodeFolder.State.Ready ready -> measure(ready.folder().resolve("speed.mjs"), quick);
            case NodeFolder.State.Missing missing -> new Benchmark.Row("P8", WHAT, Double.NaN, "x", GOAL, true,
                    missing.why().lines().findFirst().orElseThrow());
        });
    }

    private static Benchmark.Row measure(Path script, boolean quick) throws IOException {
        byte[] mix = TwsMix.stream(TwsMix.bodies(MESSAGES, VERSION));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (LoopbackServer server = new LoopbackServer(VERSION)) {
            LoopbackServer.Client ours = server.start(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                    LoopbackClient.class.getName());
            LoopbackServer.Client theirs = server.start("node", script.toString());
            TwsTimes.Times times = TwsTimes.compare(() -> ours.round(mix), () -> theirs.round(mix), quick ? 12 : 20,
                    quick ? 5 : 15, System::nanoTime);
            double own = times.perSecond(times.ours(), 0.5, MESSAGES) / 1e3;
            double other = times.perSecond(times.anchor(), 0.5, MESSAGES) / 1e3;
            return new Benchmark.Row("P8", WHAT, own / other, "x", GOAL, true,
                    String.format(Locale.ROOT,
                            "%.0f against %.0f k messages/s, best %.0f against %.0f; server version %d",
                            own, other, times.perSecond(times.ours(), 0, MESSAGES) / 1e3,
                            times.perSecond(times.anchor(), 0, MESSAGES) / 1e3, VERSION));
        }
    }
}
