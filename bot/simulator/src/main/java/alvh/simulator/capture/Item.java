package alvh.simulator.capture;

import alvh.wire.Handshake;

/**
 * One thing that happened on a link.
 *
 * @param millis UTC; of a frame: when its last byte passed
 * @param link counted through all files that are read together
 */
public record Item(long millis, int link, Event event) {

    /** What happened. */
    public sealed interface Event {

        record Opened(String where) implements Event {}

        record Closed() implements Event {}

        /** @param repeated taken from an earlier file's end, not said again */
        record ClientHello(Handshake.ClientHello hello, boolean repeated) implements Event {}

        record ServerHello(Handshake.ServerHello hello, boolean repeated) implements Event {}

        /** A body without its length prefix. */
        record Frame(Direction direction, int version, byte[] body) implements Event {}

        /** Bytes the recorder had to drop. */
        record Lost(Direction direction, long bytes) implements Event {}

        /** Bytes that are no frames, from here to the end of the link. */
        record NotFrames(Direction direction, String why, byte[] bytes) implements Event {}

        /** The end came inside a frame. */
        record Unfinished(Direction direction, long have) implements Event {}

        /** About a file: it ends early, or is damaged from some byte on. The link is 0. */
        record Note(String text) implements Event {}
    }
}
