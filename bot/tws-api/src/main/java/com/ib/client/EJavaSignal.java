package com.ib.client;

/** A latch: a signal that came since the last wait is not lost, and several of them count once. */
public class EJavaSignal implements EReaderSignal {

    private final Object monitor = new Object();
    private volatile boolean open;

    @Override
    public void issueSignal() {
        if (open) { // not yet waited for: whoever does comes after what this signal is about
            return;
        }
        synchronized (monitor) {
            open = true;
            monitor.notifyAll();
        }
    }

    /** Returns at once if a signal came since the last wait; on interruption too, with the interrupt flag set. */
    @Override
    public void waitForSignal() {
        synchronized (monitor) {
            while (!open) {
                try {
                    monitor.wait();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            open = false;
        }
    }
}
