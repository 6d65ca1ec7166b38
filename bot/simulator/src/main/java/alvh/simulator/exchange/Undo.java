package alvh.simulator.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** The way back from changes of the account, last one first. */
final class Undo {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    void add(Runnable back) {
        steps.push(back);
    }

    /** Puts the value, and knows what stood there. */
    <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        steps.push(() -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        });
    }

    void clear() {
        steps.clear();
    }

    void run() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
