package com.ib.client;

import java.io.EOFException;
import java.io.IOException;

import alvh.wire.FrameException;
import alvh.wire.FrameReader;

/** Cuts frames as trustingly as the official client does. */
final class StockFrames {

    private StockFrames() {}

    /** A length that no frame may have. */
    static final class InvalidMessageLengthException extends IOException {

        private static final long serialVersionUID = 1L;

        InvalidMessageLengthException(String message) {
            super(message);
        }
    }

    /**
     * The next body, empty for a frame of length zero.
     *
     * @throws EOFException when the peer has closed
     * @throws RuntimeException for a negative length and for an end inside a frame
     */
    static byte[] next(Session session) throws IOException {
        int length = length(session);
        if (length > FrameReader.MAX_LENGTH) {
            throw new InvalidMessageLengthException("message is too long: " + length);
        }
        byte[] body = new byte[length];
        for (int done = 0; done < length;) {
            int some = session.reader().read(body, done, length - done);
            if (some < 0) {
                throw new IndexOutOfBoundsException("end of stream after " + done + " of " + length + " bytes");
            }
            done += some;
        }
        return body;
    }

    private static int length(Session session) throws IOException {
        try {
            return session.reader().readInt();
        } catch (FrameException cut) {
            EOFException end = new EOFException(cut.getMessage());
            end.initCause(cut);
            throw end;
        }
    }
}
