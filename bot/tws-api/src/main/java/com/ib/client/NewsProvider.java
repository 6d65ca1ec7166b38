package com.ib.client;

/** A news provider; kept for the signature of its callback. */
public class NewsProvider {

    NewsProvider() {}
}
