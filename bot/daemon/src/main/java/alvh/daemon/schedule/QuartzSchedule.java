package alvh.daemon.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.function.Consumer;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Event.Job;
import alvh.daemon.desk.Handler;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Quartz for real accounts: in memory, triggers made from the settings at each start, nothing made up for after a sleep.
 * Its threads only post to the desk.
 */
public final class QuartzSchedule implements Handler, AutoCloseable {

    private static final String POST = "post";

    private final Scheduler scheduler;
    private final Crons crons;
    private boolean begun;

    /** Not able to start the scheduler: IllegalStateException. */
    public QuartzSchedule(Crons crons, Consumer<Event> desk) {
        this.crons = crons;
        Properties properties = new Properties();
        properties.putAll(Map.of("org.quartz.scheduler.instanceName", "alvh", "org.quartz.threadPool.threadCount", "1",
                "org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore", "org.quartz.scheduler.skipUpdateCheck",
                "true"));
        try {
            scheduler = new StdSchedulerFactory(properties).getScheduler();
            scheduler.getContext().put(POST, desk);
            for (Map.Entry<Job, CronExpression> e : crons.expressions().entrySet()) {
                scheduler.scheduleJob(JobBuilder.newJob(Posting.class).withIdentity(e.getKey().name()).build(),
                        TriggerBuilder.newTrigger()
                                .withSchedule(CronScheduleBuilder.cronSchedule(e.getValue().getCronExpression())
                                        .inTimeZone(TimeZone.getTimeZone(Crons.NEW_YORK))
                                        .withMisfireHandlingInstructionDoNothing())
                                .build());
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be set up: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Command> on(Event event, Instant now) {
        if (begun || !(event instanceof Event.SessionUp)) {
            return List.of();
        }
        begun = true;
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be started: " + e.getMessage(), e);
        }
        return StartWindow.commands(crons, now);
    }

    /** Waits for running posts; no thread is interrupted. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule did not stop: " + e.getMessage(), e);
        }
    }

    /** Posts FIRE(job, scheduled time). */
    public static final class Posting implements org.quartz.Job {
        @Override
        @SuppressWarnings("unchecked") // the scheduler's context holds untyped values; this one is put there above
        public void execute(JobExecutionContext context) {
            try {
                Consumer<Event> desk = (Consumer<Event>) context.getScheduler().getContext().get(POST);
                desk.accept(new Event.Fire(Job.valueOf(context.getJobDetail().getKey().getName()),
                        context.getScheduledFireTime().toInstant()));
            } catch (SchedulerException e) {
                throw new IllegalStateException("the schedule's context is gone: " + e.getMessage(), e);
            }
        }
    }
}
