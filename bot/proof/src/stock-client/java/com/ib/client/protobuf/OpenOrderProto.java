package com.ib.client.protobuf;

import com.google.protobuf.ByteString;

/** Holds the message as IBKR's jar does; the stand-in never receives one. */
public final class OpenOrderProto {

    private OpenOrderProto() {}

    /** The message's bytes. */
    public record OpenOrder(ByteString bytes) {}
}
