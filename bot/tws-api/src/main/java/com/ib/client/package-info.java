/**
 * A clean-room, API-compatible subset of IBKR's Java client on top of the wire tables, written from a protocol
 * description only. IBKR's own jar can take its place. EReader frames on its own thread; callbacks run on the
 * thread that calls processMsgs; local refusals run on the caller's.
 */
package com.ib.client;
