package alvh.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Price;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What really happened, read from the simulator's own {@code truth.jsonl} as anybody would: line by line, by JSON. */
final class TruthFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ENDED = Set.of("CANCELLED", "FILLED", "INACTIVE");

    private final Path file;

    TruthFile(Path stateFolder) {
        this.file = stateFolder.resolve("truth.jsonl");
    }

    /** An order as it stands last. */
    record Order(long permId, int orderId, String ref, String status, int quantity, int filled, Price limit,
            Instant accepted) {

        boolean live() {
            return !ENDED.contains(status);
        }

        /** The intent's part of the reference: HB1.S.INTENT.epoch.attempt.check. */
        String intent() {
            return ref.split("\\.")[2];
        }
    }

    record Fill(long permId, String ref, boolean combo, int quantity, Price price, Instant at) {}

    private List<JsonNode> facts(String kind) {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(JSON::readTree)
                    .filter(n -> n.get("kind").asString().equals(kind)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every order that ever reached the exchange, in the order of their permIds. */
    List<Order> orders() {
        SortedMap<Long, Order> last = new TreeMap<>();
        for (JsonNode fact : facts("OrderChanged")) {
            JsonNode o = fact.get("order");
            JsonNode ticket = o.get("ticket");
            last.put(o.get("permId").asLong(), new Order(o.get("permId").asLong(), o.get("orderId").asInt(),
                    ticket.get("orderRef").asString(), o.get("status").asString(), ticket.get("quantity").asInt(),
                    o.get("filled").asInt(), Price.of(ticket.get("limit").asString()),
                    Instant.parse(o.get("accepted").asString())));
        }
        return List.copyOf(last.values());
    }

    /** The most orders of one intent that were ever working at the same time: promise 2 allows one. */
    int mostLiveOrdersOfOneIntent() {
        Map<Long, Order> now = new TreeMap<>();
        int most = 0;
        for (JsonNode fact : facts("OrderChanged")) {
            JsonNode o = fact.get("order");
            Order order = new Order(o.get("permId").asLong(), 0, o.get("ticket").get("orderRef").asString(),
                    o.get("status").asString(), 0, 0, null, null);
            now.put(order.permId(), order);
            long same = now.values().stream().filter(Order::live).filter(x -> x.intent().equals(order.intent()))
                    .count();
            most = Math.max(most, (int) same);
        }
        return most;
    }

    /** Contracts (packages for combos) filled, by intent. */
    SortedMap<String, Integer> filledByIntent() {
        return orders().stream()
                .collect(Collectors.toMap(Order::intent, Order::filled, Integer::sum, TreeMap::new));
    }

    List<Fill> fills() {
        List<Fill> fills = new ArrayList<>();
        for (JsonNode fact : facts("Executed")) {
            JsonNode e = fact.get("execution");
            fills.add(new Fill(e.get("permId").asLong(), e.get("orderRef").asString(), e.get("key").isNull(),
                    e.get("quantity").asInt(), Price.of(e.get("price").asString()),
                    Instant.parse(e.get("at").asString())));
        }
        return List.copyOf(fills);
    }

    /** Signed contracts or shares by instrument, without flat ones. */
    SortedMap<InstrumentKey, Long> positions() {
        SortedMap<InstrumentKey, Long> positions = new TreeMap<>();
        for (JsonNode fact : facts("PositionChanged")) {
            JsonNode p = fact.get("position");
            positions.put(InstrumentKey.of(p.get("key").asString()), p.get("quantity").asLong());
        }
        positions.values().removeIf(q -> q == 0);
        return positions;
    }

    /** Exchange time of the newest fact. */
    Instant now() {
        try (var lines = Files.lines(file)) {
            return lines.map(JSON::readTree).map(n -> Instant.parse(n.get("at").asString()))
                    .reduce((a, b) -> b).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
