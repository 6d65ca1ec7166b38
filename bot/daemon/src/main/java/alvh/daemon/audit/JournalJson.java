package alvh.daemon.audit;

import java.util.function.Function;

import alvh.planner.ledger.BookedEvent;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Canonical JSON of records, inputs and plans: properties and map entries in one order, money and prices as decimal
 * text, instruments as their key. Reading refuses what it does not know.
 */
public final class JournalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().addModule(words())
            .addMixIn(BookedEvent.class, BookedEventNames.class).enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    /** What people and scripts read has no NaN: what is unknown is null. */
    private static final JsonMapper PRETTY = MAPPER.rebuild().addModule(unknownAsNull()).build();

    private JournalJson() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Indented, for people and scripts; a number that is not finite is null. Not for reading back. */
    public static String pretty(Object value) {
        return PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** Not this type's JSON: JacksonException with the place. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** For callers that edit a document before they read or write it. */
    static JsonMapper mapper() {
        return MAPPER;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = BookedEvent.HoldingSeeded.class, name = "HoldingSeeded"),
            @JsonSubTypes.Type(value = BookedEvent.IntentReserved.class, name = "IntentReserved"),
            @JsonSubTypes.Type(value = BookedEvent.IntentClosed.class, name = "IntentClosed"),
            @JsonSubTypes.Type(value = BookedEvent.Executed.class, name = "Executed"),
            @JsonSubTypes.Type(value = BookedEvent.Commission.class, name = "Commission"),
            @JsonSubTypes.Type(value = BookedEvent.Settled.class, name = "Settled"),
            @JsonSubTypes.Type(value = BookedEvent.Marked.class, name = "Marked")})
    private interface BookedEventNames {}

    private static SimpleModule unknownAsNull() {
        ValueSerializer<Double> finite = new ValueSerializer<>() {
            @Override
            public void serialize(Double value, JsonGenerator out, SerializationContext context) {
                if (Double.isFinite(value)) {
                    out.writeNumber(value);
                } else {
                    out.writeNull();
                }
            }
        };
        SimpleModule module = new SimpleModule("unknown as null");
        module.addSerializer(Double.class, finite);
        module.addSerializer(Double.TYPE, finite);
        return module;
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("alvh");
        text(module, Usd.class, Usd::toString, Usd::of);
        text(module, Price.class, Price::toString, Price::of);
        text(module, InstrumentKey.class, InstrumentKey::text, InstrumentKey::of);
        module.addKeySerializer(InstrumentKey.class, new ValueSerializer<>() {
            @Override
            public void serialize(InstrumentKey value, JsonGenerator out, SerializationContext context) {
                out.writeName(value.text());
            }
        });
        module.addKeyDeserializer(InstrumentKey.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return InstrumentKey.of(key);
            }
        });
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> write,
            Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) throws JacksonException {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
                return read.apply(in.getString());
            }
        });
    }
}
