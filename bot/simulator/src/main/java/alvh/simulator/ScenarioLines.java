package alvh.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.gateway.GatewayInput;
import alvh.simulator.script.Line;
import alvh.simulator.script.Moment;
import alvh.simulator.script.Scenario;
import alvh.simulator.script.Step;
import alvh.simulator.script.When;

/**
 * What of a scenario the process itself plays. Lines in their turn play at the start, up to the first person or expect
 * line: from there on the order is the play's, which {@code proof} performs. Lines with {@code at} or {@code after}
 * always wait for their moment. A resumed account plays only switches again, since market and orders are already as the
 * lines left them; what waits for fills only if there was none, and what waits for a moment of the scenario's first day
 * only if that is still ahead.
 */
final class ScenarioLines {

    private ScenarioLines() {}

    /**
     * @param start exchange time at which the scenario begins
     * @param now exchange time, later than that when resumed
     */
    static List<GatewayInput> first(Scenario scenario, List<ExchangeOutput> past, boolean readOnly, Instant start,
            Instant now) {
        boolean resumed = !past.isEmpty();
        boolean filled = past.stream().anyMatch(ExchangeOutput.Executed.class::isInstance);
        boolean playing = false;
        List<GatewayInput> first = new ArrayList<>();
        for (Step step : scenario.steps()) {
            boolean ours = switch (step.when()) {
                case When.InTurn turn -> !playing && (!resumed || step.line() instanceof Line.Switch);
                case When.At at ->
                    !(step.line() instanceof Line.Play) && (!resumed || isAhead(at.moment(), start, now));
                case When.AfterFills fills -> !(step.line() instanceof Line.Play) && !filled;
            };
            playing |= step.line() instanceof Line.Play;
            if (ours && !(step.line() instanceof Line.Play)) {
                first.add(new GatewayInput.Script(step));
            }
        }
        if (readOnly) {
            first.add(new GatewayInput.Script(new Step(0, "--readonly", new When.InTurn(), new Line.ReadOnly(true))));
        }
        return first;
    }

    private static boolean isAhead(Moment moment, Instant start, Instant now) {
        return moment.from(start.atZone(ZoneOffset.UTC)).toInstant().isAfter(now);
    }
}
