package com.ib.client;

import java.util.Objects;

/** A named text. */
public final class TagValue {

    public String m_tag;
    public String m_value;

    public TagValue() {}

    public TagValue(String tag, String value) {
        m_tag = tag;
        m_value = value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagValue pair && Objects.equals(m_tag, pair.m_tag)
                && Objects.equals(m_value, pair.m_value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_tag, m_value);
    }
}
