package com.ib.client;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

import alvh.wire.Fields;

/** Hands fields of an answer to setters; fields that the answer does not carry leave their member untouched. */
record FieldTaker(Fields<?> m) {

    FieldTaker text(String name, Consumer<String> setter) {
        if (m.has(name)) {
            setter.accept(Answers.text(m, name));
        }
        return this;
    }

    FieldTaker number(String name, IntConsumer setter) {
        if (m.has(name)) {
            setter.accept(m.intValue(name));
        }
        return this;
    }

    FieldTaker longNumber(String name, LongConsumer setter) {
        if (m.has(name)) {
            setter.accept(m.longValue(name));
        }
        return this;
    }

    FieldTaker real(String name, DoubleConsumer setter) {
        if (m.has(name)) {
            setter.accept(m.doubleValue(name));
        }
        return this;
    }

    FieldTaker flag(String name, Consumer<Boolean> setter) {
        if (m.has(name)) {
            setter.accept(m.bool(name));
        }
        return this;
    }

    FieldTaker decimal(String name, Consumer<Decimal> setter) {
        if (m.has(name)) {
            setter.accept(Answers.decimal(m, name));
        }
        return this;
    }
}
