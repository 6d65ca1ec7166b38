package com.ib.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The application's loop: waits, processes, until a callback says that it is enough. */
final class Pump {

    private final Recorder recorder = new Recorder();
    private final EJavaSignal signal = new EJavaSignal();
    private final EClientSocket client = new EClientSocket(recorder.wrapper(), signal);
    private final List<String> thrown = new ArrayList<>();
    private EReader reader;

    EClientSocket client() {
        return client;
    }

    Recorder recorder() {
        return recorder;
    }

    EReader reader() {
        return reader;
    }

    /** What processMsgs threw. */
    List<String> thrown() {
        return thrown;
    }

    void connect(int port) {
        client.eConnect("127.0.0.1", port, 7);
        startReader();
    }

    void startReader() {
        reader = new EReader(client, signal);
        reader.start();
    }

    /** Processes until a callback was made. */
    void until(String call) {
        while (!recorder.has(call)) {
            signal.waitForSignal();
            try {
                reader.processMsgs();
            } catch (IOException | RuntimeException broken) {
                thrown.add(broken.getClass().getName());
            }
        }
    }
}
