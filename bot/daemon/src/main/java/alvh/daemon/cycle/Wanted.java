package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;

import alvh.daemon.desk.Event;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;

/**
 * What a picture was asked for.
 *
 * @param asOf the moment that the plan is valued at
 * @param again how many plans of the same run were overtaken by the market before
 * @param answer for whoever asked by hand
 */
record Wanted(Event.Job job, HedgePlan.Kind kind, Instant asOf, int again, CompletableFuture<PlanOutcome> answer) {

    static Wanted of(Event.Job job, HedgePlan.Kind kind, Instant asOf) {
        return new Wanted(job, kind, asOf, 0, new CompletableFuture<>());
    }

    Wanted oncemore() {
        return new Wanted(job, kind, asOf, again + 1, new CompletableFuture<>());
    }

    /** The name under which its outcome is recorded. */
    String name() {
        return switch (job) {
            case END_OF_DAY -> "END_OF_DAY";
            case DAILY, MARKS, WEEKLY, BREADTH, BREADTH_LATER, EXECUTIONS -> kind.name();
        };
    }

    LocalDate date() {
        return asOf.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }
}
