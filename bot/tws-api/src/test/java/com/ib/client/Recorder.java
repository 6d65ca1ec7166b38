package com.ib.client;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A wrapper that writes down every callback as text. Local errors show {@code <now ms>} as their time. */
final class Recorder {

    private static final long FIXED_TIMES_END = 1_790_000_001_000L;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final EWrapper wrapper;
    private volatile Consumer<String> listener = call -> {};

    Recorder() {
        wrapper = (EWrapper) Proxy.newProxyInstance(EWrapper.class.getClassLoader(), new Class<?>[]{EWrapper.class},
                (proxy, method, args) -> {
                    String call = method.getName().equals("error") && args.length == 5
                            ? error(args)
                            : Printer.call(method.getName(), args);
                    calls.add(call);
                    listener.accept(call);
                    return null;
                });
    }

    private static String error(Object[] args) {
        String call = Printer.call("error", args);
        boolean local = (long) args[1] > FIXED_TIMES_END;
        return local ? call.replaceFirst(", " + args[1] + ", ", ", <now ms>, ") : call;
    }

    EWrapper wrapper() {
        return wrapper;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    boolean has(String call) {
        return calls.contains(call);
    }

    /** Called after each callback, with its text. */
    void listen(Consumer<String> consumer) {
        listener = consumer;
    }
}
