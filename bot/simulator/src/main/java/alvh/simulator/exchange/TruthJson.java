package alvh.simulator.exchange;

import java.util.function.Function;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.MarketLine;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * Facts as JSON: one object a fact, {@code kind} names it, the fields are the record's. Instruments are their keys;
 * prices and money are decimal text, so that nobody's floating point touches them.
 */
final class TruthJson {

    private static final JsonMapper MAPPER = mapper();

    private TruthJson() {}

    /** Tells sealed kinds apart by the record's own name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinded {}

    private static final class Text<T> extends ValueSerializer<T> {

        @Override
        public void serialize(T value, JsonGenerator to, SerializationContext context) {
            to.writeString(value.toString());
        }
    }

    private static final class FromText<T> extends ValueDeserializer<T> {

        private final Function<String, T> reader;

        private FromText(Function<String, T> reader) {
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser from, DeserializationContext context) {
            return reader.apply(from.getString());
        }
    }

    private static JsonMapper mapper() {
        SimpleModule values = new SimpleModule();
        values.addSerializer(InstrumentKey.class, new Text<>());
        values.addDeserializer(InstrumentKey.class, new FromText<>(InstrumentKey::of));
        values.addSerializer(Price.class, new Text<>());
        values.addDeserializer(Price.class, new FromText<>(Price::of));
        values.addSerializer(Usd.class, new Text<>());
        values.addDeserializer(Usd.class, new FromText<>(Usd::of));
        JsonMapper.Builder builder = JsonMapper.builder().addModule(values)
                .changeDefaultVisibility(v -> v.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY))
                .addMixIn(ExchangeOutput.class, Kinded.class).addMixIn(MarketLine.class, Kinded.class)
                .addMixIn(Condition.class, Kinded.class);
        for (Class<?> root : new Class<?>[]{ExchangeOutput.class, MarketLine.class, Condition.class}) {
            for (Class<?> kind : root.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
            }
        }
        return builder.build();
    }

    static String write(ExchangeOutput fact) {
        return MAPPER.writerFor(ExchangeOutput.class).writeValueAsString(fact);
    }

    /** A line that is no fact is a JacksonException. */
    static ExchangeOutput read(String line) throws JacksonException {
        return MAPPER.readValue(line, ExchangeOutput.class);
    }
}
