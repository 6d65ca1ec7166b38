package com.ib.client;

/** Tells the thread that processes messages that there are some. */
public interface EReaderSignal {

    void issueSignal();

    void waitForSignal();
}
