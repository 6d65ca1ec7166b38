package alvh.daemon.execution;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changed copies of immutable sorted maps. */
final class Sorted {

    private Sorted() {}

    static <K extends Comparable<K>, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, V value) {
        SortedMap<K, V> copy = new TreeMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableSortedMap(copy);
    }

    static <K extends Comparable<K>, V> SortedMap<K, V> without(SortedMap<K, V> map, K key) {
        if (!map.containsKey(key)) {
            return map;
        }
        SortedMap<K, V> copy = new TreeMap<>(map);
        copy.remove(key);
        return Collections.unmodifiableSortedMap(copy);
    }
}
