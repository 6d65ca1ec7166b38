package com.ib.client;

/** A depth exchange; kept for the signature of its callback. */
public class DepthMktDataDescription {

    DepthMktDataDescription() {}
}
