package com.ib.client;

/** A row of a histogram; kept for the signature of its callback. */
public class HistogramEntry {

    HistogramEntry() {}
}
