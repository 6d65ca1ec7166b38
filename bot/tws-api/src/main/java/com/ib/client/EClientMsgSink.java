package com.ib.client;

/** Takes what the server's hello says. */
public interface EClientMsgSink {

    void serverVersion(int version, String time);
}
