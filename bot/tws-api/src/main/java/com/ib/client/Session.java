package com.ib.client;

import java.io.IOException;
import java.net.Socket;

import alvh.wire.FrameReader;
import alvh.wire.FrameWriter;

/** One connection: its socket, and what the server's hello said. */
final class Session {

    private final Socket socket;
    private final String host;
    private final int clientId;
    private final FrameReader reader;
    private final FrameWriter writer;
    private volatile int version;
    private volatile boolean peerGone;

    Session(Socket socket, String host, int clientId) throws IOException {
        this.socket = socket;
        this.host = host;
        this.clientId = clientId;
        this.reader = new FrameReader(socket.getInputStream());
        this.writer = new FrameWriter(socket.getOutputStream());
    }

    FrameReader reader() {
        return reader;
    }

    FrameWriter writer() {
        return writer;
    }

    String host() {
        return host;
    }

    int clientId() {
        return clientId;
    }

    /** 0 until the server has said hello. */
    int version() {
        return version;
    }

    void accept(int serverVersion) {
        version = serverVersion;
    }

    /** The reader has seen the end of the stream: nothing more is to be written. */
    void peerGone() {
        peerGone = true;
    }

    boolean writable() {
        return version > 0 && !peerGone;
    }

    void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            peerGone = true;
        }
    }
}
