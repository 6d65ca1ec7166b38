package alvh.simulator.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import alvh.wire.Handshake;
import alvh.wire.ServerVersions;
import alvh.wire.WireException;

/**
 * One recorded link, ready to be played: what was asked and answered, in order, and the gateway's clock beside it.
 * Questions for the time are not among the steps: a client asks them by its own timer.
 *
 * @param times what the gateway said the time was (UTC milliseconds), by the recording's stamp
 * @param remarks what the recording lacks
 */
record ReplayTape(int link, Handshake.ServerHello hello, long start, List<Step> steps,
        NavigableMap<Long, Long> times, List<String> remarks) {

    private static final Set<String> TIME_QUESTIONS = Set.of("reqCurrentTime", "reqCurrentTimeInMillis");

    /** One frame of the session. */
    sealed interface Step {

        long millis();

        /** Sent by the recorded client. */
        record Ask(long millis, Decoded decoded) implements Step {}

        /** Sent by the gateway. */
        record Answer(long millis, byte[] body) implements Step {}
    }

    static boolean asksTime(Decoded decoded) {
        return TIME_QUESTIONS.contains(decoded.name());
    }

    /**
     * @param wanted a link's number, or null for the first that greeted
     * @throws BadCapture when the link is not there, not from its beginning, or of a version without tables
     */
    static ReplayTape of(Recording recording, Integer wanted) throws BadCapture, IOException {
        Builder builder = new Builder(wanted);
        recording.walk(builder::take);
        return builder.build();
    }

    private static final class Builder {
        private final Integer wanted;
        private final List<Step> steps = new ArrayList<>();
        private final NavigableMap<Long, Long> times = new TreeMap<>();
        private final List<String> remarks = new ArrayList<>();
        private int link;
        private Handshake.ServerHello hello;
        private long start;
        private boolean midway;

        Builder(Integer wanted) {
            this.wanted = wanted;
        }

        private void take(Item item) {
            boolean other = wanted != null ? item.link() != wanted : link != 0 && item.link() != link;
            if (item.event() instanceof Item.Event.Note note) {
                remarks.add(note.text());
            }
            if (other || item.link() == 0) {
                return;
            }
            switch (item.event()) {
                case Item.Event.ServerHello said -> {
                    link = item.link();
                    hello = said.hello();
                    start = item.millis();
                    midway = said.repeated();
                }
                case Item.Event.Frame frame -> frame(item.millis(), frame);
                case Item.Event.Lost lost -> remarks.add(lost.bytes() + " bytes " + word(lost.direction())
                        + " were not recorded: they are missing in the replay too");
                case Item.Event.NotFrames odd -> remarks.add("the recording is unreadable from some point on: "
                        + odd.why());
                case Item.Event.Opened opened -> {
                }
                case Item.Event.Closed closed -> {
                }
                case Item.Event.ClientHello greeting -> {
                }
                case Item.Event.Unfinished cut -> {
                }
                case Item.Event.Note note -> {
                }
            }
        }

        private static String word(Direction direction) {
            return direction == Direction.SENT ? "sent" : "received";
        }

        private void frame(long millis, Item.Event.Frame frame) {
            if (hello == null) {
                return;
            }
            Decoded decoded = Decoded.of(frame.direction(), frame.version(), frame.body());
            if (frame.direction() == Direction.SENT) {
                if (!asksTime(decoded)) {
                    steps.add(new Step.Ask(millis, decoded));
                }
            } else if (!saidTime(millis, decoded)) {
                steps.add(new Step.Answer(millis, frame.body()));
            }
        }

        /** False also for a time that is no number: it is played as any other answer. */
        private boolean saidTime(long millis, Decoded decoded) {
            if (!(decoded instanceof Decoded.Message said)) {
                return false;
            }
            try {
                switch (said.name()) {
                    case "currentTime" -> times.put(millis, said.message().longValue("seconds") * 1000);
                    case "currentTimeInMillis" -> times.put(millis, said.message().longValue("milliseconds"));
                    default -> {
                        return false;
                    }
                }
                return true;
            } catch (WireException noNumber) {
                return false;
            }
        }

        private ReplayTape build() throws BadCapture {
            if (hello == null) {
                throw new BadCapture(wanted == null
                        ? "no link of this recording got as far as the gateway's hello: there is nothing to replay"
                        : "there is no link " + wanted
                                + " with a hello in this recording; scripts/alvh frames shows the"
                                + " links");
            }
            if (midway) {
                throw new BadCapture(
                        "link " + link + " begins in a file that is not here: a replay needs a session from"
                                + " its hello on. Name the folder, or a link that begins in this file");
            }
            if (hello.version() > ServerVersions.MAX) {
                throw new BadCapture("link " + link + " was recorded at server version " + hello.version()
                        + ", whose messages are binary; only text sessions up to " + ServerVersions.MAX
                        + " can be replayed");
            }
            return new ReplayTape(link, hello, start, List.copyOf(steps), times, List.copyOf(remarks));
        }
    }
}
