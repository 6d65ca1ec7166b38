package alvh.simulator.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import alvh.wire.FrameCodec;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/**
 * Plays one tape to one client, without sockets: frames heard and the time go in, frames to send come out.
 *
 * <p>A recorded answer goes out once everything that the recorded client had asked before it has been asked again. A
 * request stands for a recorded one of the same message whose subject (contract, action, what is wanted) is the same,
 * the one with the fewest other differences first, then the earliest. Request ids, order ids and order references are
 * the client's own: they are matched and put into the answers. Perm ids, execution ids and contract ids stay as recorded.
 * A recorded request that does not come within the patience is passed over; an order, or the cancel of one, ends the
 * replay, as no client must hear of fills of an order that it has not placed. Questions for the time are answered at once,
 * by the gateway's clock at this point of the recording, which never runs slower than ours. Streams that are not ended
 * before the client leaves, or are ended beside the recording, are noted and not counted.
 */
final class ReplayRun {

    private static final Set<String> ORDERS = Set.of("placeOrder", "cancelOrder", "reqGlobalCancel",
            "exerciseOptions");

    private final ReplayTape tape;
    private final boolean realSpeed;
    private final long patience;
    private final Consumer<String> say;
    private final Mask mask;
    private final OwnNames names;
    private final boolean[] asked;
    private final List<byte[]> urgent = new ArrayList<>();
    private int cursor;
    private long began;
    private long progress;
    private long position;
    private long lastTime;
    private long lastTimeAt;
    private int matched;
    private int differences;
    private int sent;
    private boolean ended;

    /** How a replay went. */
    record Result(int matched, int differences, int sent, int answers) {}

    /** @param mask has learned the recording's accounts */
    ReplayRun(ReplayTape tape, boolean realSpeed, long patienceMillis, Consumer<String> say, Mask mask) {
        this.tape = tape;
        this.realSpeed = realSpeed;
        this.patience = patienceMillis;
        this.say = say;
        this.mask = mask;
        this.names = new OwnNames(tape.hello().version());
        this.asked = new boolean[tape.steps().size()];
        this.position = tape.start();
    }

    /** The client has been greeted. */
    void begin(long now) {
        began = now;
        progress = now;
        lastTimeAt = now;
        lastTime = recordedTime();
    }

    /** A frame of the client. */
    void heard(byte[] body, long now) {
        Decoded got = Decoded.of(Direction.SENT, tape.hello().version(), body);
        if (ReplayTape.asksTime(got)) {
            urgent.add(time(got.name().equals("reqCurrentTimeInMillis"), now));
            return;
        }
        if (got instanceof Decoded.Message message) {
            mask.learn(message.parts());
        }
        int best = -1;
        List<SameRequest.Difference> fewest = List.of();
        for (int i = 0; i < asked.length; i++) {
            if (!asked[i] && tape.steps().get(i) instanceof ReplayTape.Step.Ask ask) {
                List<SameRequest.Difference> found = compare(ask.decoded(), got);
                if (found != null && (best < 0 || found.size() < fewest.size())) {
                    best = i;
                    fewest = found;
                }
            }
        }
        if (best < 0 && played() && endsStream(got)) {
            say.accept("note  at the end, beside the recording: " + got.name() + subject(got));
        } else if (best < 0) {
            differ("not in the recording: " + got.name() + subject(got));
        } else {
            match(best, got, fewest);
            progress = now;
        }
    }

    /** Null when it is another request. */
    private List<SameRequest.Difference> compare(Decoded recorded, Decoded got) {
        if (recorded instanceof Decoded.Message was && got instanceof Decoded.Message is) {
            if (!was.name().equals(is.name()) || !names.fit(was.message(), is.message())) {
                return null;
            }
            List<SameRequest.Difference> found = SameRequest.differences(was.parts(), is.parts());
            return found.stream().anyMatch(SameRequest.Difference::subject) ? null : found;
        }
        boolean both = recorded instanceof Decoded.Unreadable was && got instanceof Decoded.Unreadable is
                && was.fields().equals(is.fields());
        return both ? List.of() : null;
    }

    private void match(int step, Decoded got, List<SameRequest.Difference> found) {
        asked[step] = true;
        matched++;
        Decoded recorded = ((ReplayTape.Step.Ask) tape.steps().get(step)).decoded();
        if (recorded instanceof Decoded.Message was && got instanceof Decoded.Message is) {
            names.learn(was.message(), is.message());
        }
        for (SameRequest.Difference one : found) {
            differ(got.name() + subject(got) + ": " + one.field() + " · recorded "
                    + Words.value(mask.text(one.recorded())) + " · got " + Words.value(mask.text(one.got())));
        }
    }

    /** Leaving ends every stream: how many of them a client ends itself before is a matter of its haste. */
    private static boolean endsStream(Decoded decoded) {
        return decoded.name().startsWith("cancel") && !decoded.name().equals("cancelOrder");
    }

    private String subject(Decoded decoded) {
        return decoded instanceof Decoded.Message message
                ? " " + new TextLines(mask, false, false).summary(message.parts())
                : "";
    }

    private void differ(String text) {
        differences++;
        say.accept("differs  " + text);
    }

    /** Frames to send now, in order. */
    List<byte[]> due(long now) {
        List<byte[]> out = new ArrayList<>(urgent);
        urgent.clear();
        while (cursor < asked.length && !ended) {
            ReplayTape.Step step = tape.steps().get(cursor);
            boolean go = switch (step) {
                case ReplayTape.Step.Ask ask -> asked[cursor] || overdue(ask, now);
                case ReplayTape.Step.Answer answer -> wait(answer, now) <= 0;
            };
            if (!go) {
                break;
            }
            if (step instanceof ReplayTape.Step.Answer answer) {
                out.add(names.translated(answer.body()));
                sent++;
                progress = now;
            }
            position = Math.max(position, step.millis());
            cursor++;
        }
        return out;
    }

    private boolean overdue(ReplayTape.Step.Ask ask, long now) {
        if (now - progress < patience || wait(ask, now) > 0) {
            return false;
        }
        ended = ORDERS.contains(ask.decoded().name());
        differ("not asked within " + patience / 1000 + " s: " + ask.decoded().name() + subject(ask.decoded())
                + (ended ? "; the replay ends here, as what follows is about orders that were not asked for" : ""));
        if (ended) {
            return false;
        }
        asked[cursor] = true;
        progress = now;
        return true;
    }

    private long wait(ReplayTape.Step step, long now) {
        return realSpeed ? step.millis() - tape.start() - (now - began) : 0;
    }

    /** When to look again at the latest, in milliseconds from now. */
    long patienceLeft(long now) {
        if (played()) {
            return patience;
        }
        return switch (tape.steps().get(cursor)) {
            case ReplayTape.Step.Ask ask -> Math.max(1, Math.max(wait(ask, now), patience - (now - progress)));
            case ReplayTape.Step.Answer answer -> Math.max(1, wait(answer, now));
        };
    }

    boolean played() {
        return cursor == asked.length;
    }

    /** Whether an order of the recording did not come: nothing more is played. */
    boolean ended() {
        return ended;
    }

    /** The client has left: what it did not ask is a difference. */
    void gone() {
        for (int i = cursor; i < asked.length && !ended; i++) {
            if (!asked[i] && tape.steps().get(i) instanceof ReplayTape.Step.Ask ask) {
                String what = "the client left without asking: " + ask.decoded().name() + subject(ask.decoded());
                asked[i] = true;
                if (endsStream(ask.decoded())) {
                    say.accept("note  " + what);
                } else {
                    differ(what);
                }
            }
        }
    }

    Result result() {
        long answers = tape.steps().stream().filter(ReplayTape.Step.Answer.class::isInstance).count();
        return new Result(matched, differences, sent, (int) answers);
    }

    private long recordedTime() {
        Map.Entry<Long, Long> known = tape.times().floorEntry(position);
        if (known == null) {
            known = tape.times().firstEntry();
        }
        return known == null ? position : known.getValue() + position - known.getKey();
    }

    private byte[] time(boolean millis, long now) {
        lastTime = Math.max(recordedTime(), lastTime + Math.max(0, now - lastTimeAt));
        lastTimeAt = now;
        WireMessage answer = millis
                ? WireMessage.of(Incoming.CURRENT_TIME_IN_MILLIS).set("milliseconds", lastTime)
                : WireMessage.of(Incoming.CURRENT_TIME).set("seconds", lastTime / 1000);
        return FrameCodec.encode(answer, tape.hello().version());
    }
}
