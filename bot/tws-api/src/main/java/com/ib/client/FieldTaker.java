package com.ib.client;

import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;

import alvh.wire.Fields;

/** Hands fields of an answer to setters of an object; fields that the answer does not carry leave their member untouched. */
record FieldTaker<T>(Fields<?> m, T into) {

    FieldTaker<T> text(String name, BiConsumer<T, String> setter) {
        if (m.has(name)) {
            setter.accept(into, Answers.text(m, name));
        }
        return this;
    }

    FieldTaker<T> number(String name, ObjIntConsumer<T> setter) {
        if (m.has(name)) {
            setter.accept(into, m.intValue(name));
        }
        return this;
    }

    FieldTaker<T> longNumber(String name, ObjLongConsumer<T> setter) {
        if (m.has(name)) {
            setter.accept(into, m.longValue(name));
        }
        return this;
    }

    FieldTaker<T> real(String name, ObjDoubleConsumer<T> setter) {
        if (m.has(name)) {
            setter.accept(into, m.doubleValue(name));
        }
        return this;
    }

    FieldTaker<T> flag(String name, BiConsumer<T, Boolean> setter) {
        if (m.has(name)) {
            setter.accept(into, m.bool(name));
        }
        return this;
    }

    FieldTaker<T> decimal(String name, BiConsumer<T, Decimal> setter) {
        if (m.has(name)) {
            setter.accept(into, Answers.decimal(m, name));
        }
        return this;
    }
}
