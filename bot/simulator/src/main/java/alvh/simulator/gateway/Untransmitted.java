package alvh.simulator.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.simulator.exchange.Ticket;

/** Orders with transmit false: they stay in the gateway, and end with it. */
final class Untransmitted {

    private final Map<Integer, TreeMap<Integer, Ticket>> byClient = new TreeMap<>();

    private TreeMap<Integer, Ticket> of(int client) {
        return byClient.computeIfAbsent(client, c -> new TreeMap<>());
    }

    void keep(int client, int orderId, Ticket ticket) {
        of(client).put(orderId, ticket);
    }

    boolean has(int client, int orderId) {
        return of(client).containsKey(orderId);
    }

    /** The greatest id, 0 for none. */
    int last(int client) {
        return of(client).isEmpty() ? 0 : Math.max(0, of(client).lastKey());
    }

    /** This order, and before it the parent and the earlier children that waited for it, in the order to send them. */
    Map<Integer, Ticket> release(int client, int orderId, Ticket ticket) {
        TreeMap<Integer, Ticket> own = of(client);
        own.remove(orderId);
        Map<Integer, Ticket> family = new LinkedHashMap<>();
        int parent = ticket.terms().parentId();
        if (parent != 0) {
            if (own.containsKey(parent)) {
                family.putAll(release(client, parent, own.get(parent)));
            }
            for (int sibling : List.copyOf(own.headMap(orderId).keySet())) {
                if (own.get(sibling).terms().parentId() == parent) {
                    family.put(sibling, own.remove(sibling));
                }
            }
        }
        family.put(orderId, ticket);
        return family;
    }

    /** @return the ids that went: the order's and its children's; empty for an id that is not kept */
    List<Integer> drop(int client, int orderId) {
        TreeMap<Integer, Ticket> own = of(client);
        List<Integer> dropped = new ArrayList<>();
        if (own.remove(orderId) != null) {
            dropped.add(orderId);
            own.entrySet().stream().filter(e -> e.getValue().terms().parentId() == orderId).map(Map.Entry::getKey)
                    .forEach(dropped::add);
            dropped.forEach(own::remove);
        }
        return dropped;
    }

    /** @return the ids that went, by client */
    Map<Integer, List<Integer>> dropAll() {
        Map<Integer, List<Integer>> all = new TreeMap<>();
        byClient.forEach((client, own) -> all.put(client, List.copyOf(own.keySet())));
        byClient.clear();
        return all;
    }
}
