package alvh.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows P7: the protocol from memory, wire and client each in a fresh JVM. */
final class TwsRows implements Benchmark.Source {

    @Override
    public Set<String> ids() {
        return Set.of("P7-wire", "P7-wire-bytes", "P7-api", "P7-api-bytes");
    }

    @Override
    public List<Benchmark.Row> measure(boolean quick) throws IOException, InterruptedException {
        List<Benchmark.Row> rows = new ArrayList<>();
        for (Class<?> main : List.of(DecodeTimes.class, CallbackTimes.class)) {
            rows.addAll(PlannerRows.run(System.getProperty("java.class.path"), main.getName(), quick));
        }
        return rows;
    }
}
