package alvh.proof;

import java.io.IOException;

import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EReader;

/** A program on our client that counts callbacks: what row P8 measures. */
public final class LoopbackClient {

    private LoopbackClient() {}

    /** @param args the port */
    public static void main(String[] args) throws IOException {
        EJavaSignal signal = new EJavaSignal();
        EClientSocket client = new EClientSocket(new SummingWrapper() {

            @Override
            public void nextValidId(int orderId) {
                TwsTimes.Read read = take();
                System.out.println(read.count() + " " + read.sum());
            }
        }, signal);
        client.eConnect("127.0.0.1", Integer.parseInt(args[0]), 7);
        EReader reader = new EReader(client, signal);
        reader.start();
        while (client.isConnected()) {
            signal.waitForSignal();
            reader.processMsgs();
        }
    }
}
