package com.ib.client;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server on the loopback address that plays a script on the first connection, with byte code of its own. */
final class PretendServer implements AutoCloseable {

    /** What the server does with its connection. */
    interface Script {

        void play(Peer peer) throws IOException;
    }

    private final ServerSocket server;
    private final CompletableFuture<Peer> end = new CompletableFuture<>();

    PretendServer(Script script) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("pretend-server").start(() -> run(script));
    }

    private void run(Script script) {
        try (Socket socket = server.accept()) {
            Peer peer = new Peer(socket);
            script.play(peer);
            end.complete(peer);
        } catch (IOException | RuntimeException broken) {
            end.completeExceptionally(broken);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits for the script's end and gives what was received. */
    Peer finished() throws Exception {
        return end.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** The server's side of the connection. */
    static final class Peer {

        private final Socket socket;
        private final DataInputStream in;
        private final List<String> frames = new ArrayList<>();
        private String hello = "";

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
        }

        /** Reads the client's first bytes and answers with a version. */
        void greet(int version) throws IOException {
            readHello();
            send(version + "|20261005 10:00:00 EST|");
        }

        void readHello() throws IOException {
            byte[] prefix = in.readNBytes(8);
            byte[] text = in.readNBytes(prefix[7]);
            hello = bars(prefix) + bars(text);
        }

        void readFrame() throws IOException {
            frames.add(bars(in.readNBytes(in.readInt())));
        }

        void readToEnd() throws IOException {
            try {
                while (true) {
                    readFrame();
                }
            } catch (EOFException | SocketException gone) {
                // the client has closed
            }
        }

        void send(String payload) throws IOException {
            sendRaw(framed(Vectors.unprint(payload)));
        }

        void sendRaw(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Closes so that the other side sees a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        String hello() {
            return hello;
        }

        List<String> frames() {
            return frames;
        }
    }

    static byte[] framed(byte[] body) {
        return java.nio.ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
    }

    private static String bars(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', '|');
    }
}
