package com.ib.client.protobuf;

import com.google.protobuf.ByteString;

/** Holds the message as IBKR's jar does; the stand-in never receives one. */
public final class OpenOrdersEndProto {

    private OpenOrdersEndProto() {}

    /** The message's bytes. */
    public record OpenOrdersEnd(ByteString bytes) {}
}
