package com.ib.client;

/** Codes and texts of the errors that the client reports itself. */
public class EClientErrors {

    public static final int NO_VALID_ID = -1;

    static final CodeMsgPair ALREADY_CONNECTED = new CodeMsgPair(501, "Already connected.");
    static final CodeMsgPair CONNECT_FAIL = new CodeMsgPair(502,
            "Couldn't connect to TWS. Confirm that the API is enabled there and that the port is right:"
                    + " TWS live 7496, TWS paper 7497, Gateway live 4001, Gateway paper 4002.");
    static final CodeMsgPair UPDATE_TWS = new CodeMsgPair(503, "The TWS is out of date and must be upgraded.");
    static final CodeMsgPair NOT_CONNECTED = new CodeMsgPair(504, "Not connected");
    static final CodeMsgPair UNKNOWN_ID = new CodeMsgPair(505, "Fatal Error: Unknown message id.");
    static final CodeMsgPair UNSUPPORTED_VERSION = new CodeMsgPair(506, "Unsupported Version");
    static final CodeMsgPair BAD_LENGTH = new CodeMsgPair(507, "Bad Message Length");
    static final CodeMsgPair SOCKET_EXCEPTION = new CodeMsgPair(509, "Exception caught while reading socket - ");
    static final CodeMsgPair NOT_ASCII = new CodeMsgPair(579, "Invalid symbol in string - ");

    private EClientErrors() {}

    /** A code with its text. */
    record CodeMsgPair(int code, String text) {}
}
