package com.ib.client;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Prints callbacks as the vector files do: an object shows only the members that differ from a fresh one. */
final class Printer {

    private Printer() {}

    static String call(String name, Object[] args) {
        List<String> texts = new ArrayList<>();
        for (Object arg : args == null ? new Object[0] : args) {
            texts.add(value(arg));
        }
        return name + "(" + String.join(", ", texts) + ")";
    }

    static String value(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + escaped(text) + '"';
            case Double number -> number == Double.MAX_VALUE ? "DBL_MAX" : number.toString();
            case Integer number -> number == Integer.MAX_VALUE ? "INT_MAX" : number.toString();
            case Long number -> number == Long.MAX_VALUE ? "LONG_MAX" : number.toString();
            case Boolean flag -> flag.toString();
            case Decimal decimal -> decimal.isValid()
                    ? "Dec(" + decimal + ")"
                    : decimal.equals(Decimal.NaN) ? "Dec.NaN" : "Dec.INVALID";
            case Enum<?> constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            case TagValue pair -> "TagValue(" + pair.m_tag + "=" + pair.m_value + ")";
            case Collection<?> all -> elements(all);
            default -> value.getClass().isArray() ? elements(list(value)) : object(value);
        };
    }

    private static String elements(Collection<?> all) {
        return "[" + String.join(", ", all.stream().map(Printer::value).toList()) + "]";
    }

    private static List<Object> list(Object array) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            all.add(Array.get(array, i));
        }
        return all;
    }

    private static String object(Object object) {
        Object fresh = fresh(object);
        List<String> members = new ArrayList<>();
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                Object value = get(field, object);
                if (fresh == null || field.getName().equals("type") || !same(value, get(field, fresh))) {
                    members.add(field.getName() + "=" + value(value));
                }
            }
        }
        return object.getClass().getSimpleName() + "{" + String.join(", ", members) + "}";
    }

    private static boolean same(Object value, Object fresh) {
        return Objects.equals(value, fresh) || value != null && fresh != null && value(value).equals(value(fresh));
    }

    private static Object fresh(Object object) {
        if (object instanceof OrderCondition condition) {
            return OrderCondition.create(condition.type());
        }
        try {
            Constructor<?> constructor = object.getClass().getDeclaredConstructor();
            return constructor.newInstance();
        } catch (NoSuchMethodException all) {
            return null;
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Object get(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(c > 126 ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
        }
        return out.toString();
    }

    /** The text with the members of every object sorted, so that their order does not matter. */
    static String canonical(String text) {
        return text.startsWith("error(") ? text : new Sorter(text).all();
    }

    /** Walks a printed callback and sorts members on the way. */
    private static final class Sorter {

        private final String text;
        private int at;

        Sorter(String text) {
            this.text = text;
        }

        String all() {
            StringBuilder out = new StringBuilder();
            while (at < text.length()) {
                step(out);
            }
            return out.toString();
        }

        private void step(StringBuilder out) {
            char c = text.charAt(at);
            boolean object = c == '{' && at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1));
            if (object) {
                at++;
                out.append('{').append(members()).append('}');
            } else if (c == '"') {
                int end = closingQuote();
                out.append(text, at, end + 1);
                at = end + 1;
            } else {
                out.append(c);
                at++;
            }
        }

        private String members() {
            List<String> members = new ArrayList<>();
            StringBuilder member = new StringBuilder();
            int depth = 0;
            while (depth > 0 || text.charAt(at) != '}') {
                char c = text.charAt(at);
                depth += c == '[' ? 1 : c == ']' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    members.add(member.toString().strip());
                    member.setLength(0);
                    at++;
                } else {
                    step(member);
                }
            }
            at++;
            members.add(member.toString().strip());
            members.sort(null);
            return String.join(", ", members);
        }

        private int closingQuote() {
            int end = at + 1;
            while (text.charAt(end) != '"' || end + 1 < text.length() && ",}])".indexOf(text.charAt(end + 1)) < 0) {
                end++;
            }
            return end;
        }
    }
}
