package com.ib.client;

/** A family code; kept for the signature of its callback. */
public class FamilyCode {

    FamilyCode() {}
}
