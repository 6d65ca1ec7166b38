package alvh.daemon.ops;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Operating-system signals, bound by reflection: the JDK's class for them is internal, and a program that names it does
 * not compile with every lint on. Where there is none the daemon runs without.
 */
public final class Signals {

    private Signals() {}

    /** Runs {@code action} on the JVM's signal thread at each signal; false when this JVM cannot. */
    public static boolean on(String signal, Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls = (proxy, method, args) -> switch (method.getName()) {
                case "handle" -> {
                    action.run();
                    yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == args[0];
                default -> "signal handler for " + signal;
            };
            Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[]{handler}, calls);
            type.getMethod("handle", type, handler).invoke(null, type.getConstructor(String.class).newInstance(signal),
                    proxy);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
