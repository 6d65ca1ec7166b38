package alvh.proof;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves the same bytes to client programs, round by round. Behind each round goes a next valid id, on which the client
 * prints how many callbacks it had and the sum of their prices.
 */
final class LoopbackServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    private final List<Client> clients = new ArrayList<>();
    private final int version;

    LoopbackServer(int version) throws IOException {
        this.version = version;
        server.setSoTimeout(20_000);
    }

    /** Starts a program with the port as its last argument, and shakes hands with it. */
    Client start(String... program) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.add(Integer.toString(server.getLocalPort()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Client client = new Client(process, server.accept());
        clients.add(client);
        client.greet(version);
        return client;
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.socket.close();
            client.process.destroy();
        }
        server.close();
    }

    private static byte[] frame(String fields) {
        return TwsMix.stream(List.of(fields.replace('|', '\0').getBytes(StandardCharsets.US_ASCII)));
    }

    /** One program that is connected. */
    static final class Client {

        private final Process process;
        private final Socket socket;
        private final OutputStream out;
        private final BufferedReader answers;

        private Client(Process process, Socket socket) throws IOException {
            this.process = process;
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.out = socket.getOutputStream();
            this.answers = process.inputReader(StandardCharsets.US_ASCII);
        }

        private void greet(int version) throws IOException {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readInt(); // "API" and a zero byte
            in.readNBytes(in.readInt());
            out.write(frame(version + "|20261005 10:00:00 EST|"));
            in.readNBytes(in.readInt());
            out.write(frame("15|1|DU1234567|"));
            TwsTimes.Read before = round(new byte[0]);
            if (before.count() != 0) {
                throw new IOException("a new client has already read " + before);
            }
        }

        /** Sends the bytes and waits for what the client made of them. */
        TwsTimes.Read round(byte[] bytes) throws IOException {
            out.write(bytes);
            out.write(frame("9|1|51|"));
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("the client ended: " + process);
            }
            String[] words = line.split(" ");
            return new TwsTimes.Read(Long.parseLong(words[0]), Double.parseDouble(words[1]));
        }
    }
}
