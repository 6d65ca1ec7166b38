package com.ib.client;

import java.util.concurrent.atomic.AtomicReference;

import alvh.wire.FrameReader;

/**
 * Frames on their way from the thread that reads to the thread that processes, one of each. Bodies are copied one behind the
 * other into slabs; a slab that was processed is used again, so a steady stream makes no garbage.
 */
final class FrameQueue {

    private static final int BYTES = 65_536;
    private static final int FRAMES = 4_096;

    /** Room for many bodies. {@code ready} and {@code next} hand over what was written before them. */
    private static final class Slab {

        private final byte[] bytes;
        private final int[] ends = new int[FRAMES];
        private volatile int ready;
        private volatile Slab next;

        Slab(int size) {
            bytes = new byte[Math.max(size, BYTES)];
        }

        int end(int frames) {
            return frames == 0 ? 0 : ends[frames - 1];
        }
    }

    private final AtomicReference<Slab> spare = new AtomicReference<>();
    private Slab tail = new Slab(BYTES); // of the reading thread
    private int written; // frames in tail, as ready says
    private Slab head = tail; // of the processing thread
    private int taken; // frames of head that were polled

    /** Appends the frame where the reader stands. */
    void add(FrameReader frame) {
        int length = frame.to() - frame.from();
        int start = tail.end(written);
        if (written == FRAMES || length > tail.bytes.length - start) {
            Slab fresh = fresh(length);
            tail.next = fresh;
            tail = fresh;
            written = 0;
            start = 0;
        }
        System.arraycopy(frame.bytes(), frame.from(), tail.bytes, start, length);
        tail.ends[written] = start + length;
        written++;
        tail.ready = written;
    }

    private Slab fresh(int length) {
        Slab used = length <= BYTES ? spare.getAndSet(null) : null;
        return used == null ? new Slab(length) : used;
    }

    /** Whether a frame waits. */
    boolean isEmpty() { return taken == head.ready && head.next == null; }

    /** Moves to the next frame, which is then in {@link #bytes} until the next move; false when none waits. */
    boolean poll() {
        while (taken == head.ready) {
            Slab next = head.next;
            if (next == null) {
                return false;
            }
            if (taken == head.ready) { // nothing was added between the two looks
                recycle(head);
                head = next;
                taken = 0;
            }
        }
        taken++;
        return true;
    }

    private void recycle(Slab done) {
        if (done.bytes.length == BYTES) {
            done.ready = 0;
            done.next = null;
            spare.set(done);
        }
    }

    byte[] bytes() {
        return head.bytes;
    }

    int from() {
        return head.end(taken - 1);
    }

    int to() {
        return head.ends[taken - 1];
    }
}
