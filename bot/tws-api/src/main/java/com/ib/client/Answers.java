package com.ib.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import alvh.wire.Fields;

/** Values of an answer as the wrapper wants them. */
final class Answers {

    private Answers() {}

    /** The text, null when empty. */
    static String text(Fields<?> m, String name) {
        String text = m.text(name);
        return text.isEmpty() ? null : text;
    }

    /** The number; INVALID for every unset form. */
    static Decimal decimal(Fields<?> m, String name) {
        BigDecimal number = m.decimal(name);
        if (number == null) {
            return m.text(name).equals("NaN") ? Decimal.NaN : Decimal.INVALID;
        }
        return Decimal.get(number);
    }

    /** The elements of a list, each converted. */
    static <T> List<T> list(Fields<?> m, String name, Function<Fields<?>, T> convert) {
        List<T> all = new ArrayList<>();
        m.list(name).forEach(element -> all.add(convert.apply(element)));
        return all;
    }

    static TagValue pair(Fields<?> m) {
        return new TagValue(text(m, "tag"), text(m, "value"));
    }

    /** The nine members that position, portfolio, execution and order messages share, as far as the table has them. */
    static Contract contract(Fields<?> m) {
        Contract contract = new Contract();
        contract.conid(m.intValue(m.knows("conId") ? "conId" : "contract.conId"));
        contract.symbol(text(m, "symbol"));
        contract.secType(text(m, "secType"));
        contract.lastTradeDateOrContractMonth(text(m, "lastTradeDateOrContractMonth"));
        contract.strike(m.doubleValue("strike"));
        contract.right(text(m, "right"));
        contract.multiplier(text(m, "multiplier"));
        if (m.knows("exchange")) {
            contract.exchange(text(m, "exchange"));
        }
        if (m.knows("primaryExch")) {
            contract.primaryExch(text(m, "primaryExch"));
        }
        contract.currency(text(m, "currency"));
        contract.localSymbol(text(m, "localSymbol"));
        contract.tradingClass(text(m, "tradingClass"));
        return contract;
    }
}
