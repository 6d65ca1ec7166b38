package alvh.simulator.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.script.Moment;
import alvh.simulator.script.Step;
import alvh.simulator.script.When;

/** Scenario lines that wait for their moment, or for fills; each plays once, in the order of the file. */
final class Playbook {

    /** @param due the earliest time; null while it depends on fills */
    private record Armed(Step step, Instant due) {}

    private final Exchange exchange;
    private final List<Armed> armed = new ArrayList<>();
    private Instant lastFill;

    Playbook(Exchange exchange) {
        this.exchange = exchange;
    }

    void arm(Step step, Moment moment, Instant now) {
        armed.add(new Armed(step, moment.from(now.atZone(ZoneOffset.UTC)).toInstant()));
    }

    void armAfterFills(Step step) {
        armed.add(new Armed(step, null));
    }

    void saw(List<ExchangeOutput> outputs) {
        for (ExchangeOutput output : outputs) {
            if (output instanceof ExchangeOutput.Executed) {
                lastFill = output.at();
            }
        }
    }

    /** Takes out the first line whose time has come, or null; a line it plays may make others due. */
    Step next(Instant now) {
        for (Iterator<Armed> each = armed.iterator(); each.hasNext();) {
            Armed waiting = each.next();
            if (isDue(waiting, now)) {
                each.remove();
                return waiting.step();
            }
        }
        return null;
    }

    private boolean isDue(Armed waiting, Instant now) {
        return switch (waiting.step().when()) {
            case When.InTurn t -> true;
            case When.At a -> !now.isBefore(waiting.due());
            case When.AfterFills fills -> lastFill != null && exchange.openOrders().isEmpty()
                    && !now.isBefore(lastFill.plus(fills.quiet()));
        };
    }
}
