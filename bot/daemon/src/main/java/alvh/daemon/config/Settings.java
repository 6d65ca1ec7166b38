package alvh.daemon.config;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.AccountKind;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;

/** The effective settings: every key has a checked value. Immutable. */
public final class Settings {

    private final Path file;
    private final EnumMap<Setting, Object> values;

    Settings(Path file, Map<Setting, Object> values) {
        this.file = file;
        this.values = new EnumMap<>(values);
    }

    /** The same settings with one value replaced by a legal text; an illegal one is IllegalArgumentException. */
    public Settings with(Setting setting, String text) {
        Object value = setting.type().parse(text);
        if (value == null) {
            throw new IllegalArgumentException(setting.key() + ": " + text);
        }
        Settings copy = new Settings(file, values);
        copy.values.put(setting, value);
        return copy;
    }

    /** The file they came from. */
    public Path file() {
        return file;
    }

    public String text(Setting setting) {
        return (String) values.get(setting);
    }

    /** The files that a file setting names, beside the settings file or by their whole paths; empty for none. */
    public List<Path> paths(Setting setting) {
        String names = text(setting);
        return names.equals("none")
                ? List.of()
                : Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                        .map(name -> file.toAbsolutePath().resolveSibling(name)).toList();
    }

    public int whole(Setting setting) {
        return (Integer) values.get(setting);
    }

    public boolean flag(Setting setting) {
        return (Boolean) values.get(setting);
    }

    /** Null where the setting reads none. */
    public Usd usd(Setting setting) {
        return values.get(setting) instanceof Usd usd ? usd : null;
    }

    public BigDecimal decimal(Setting setting) {
        return (BigDecimal) values.get(setting);
    }

    public AccountKind accountKind() {
        return AccountKind.valueOf(text(Setting.ACCOUNT_KIND).toUpperCase(Locale.ROOT));
    }

    public String accountId() {
        return text(Setting.ACCOUNT_ID);
    }

    /** What the planner needs of them. */
    public HedgeSettings hedge() {
        return new HedgeSettings(decimal(Setting.BUDGET_SHARE), usd(Setting.BUDGET_MAX),
                flag(Setting.BUDGET_NET_LOSSES),
                flag(Setting.BUDGET_INDEX_STRUCTURES),
                HedgeSettings.Preset.valueOf(text(Setting.LAYERS_PRESET).toUpperCase(Locale.ROOT)),
                flag(Setting.LAYERS_KEEP_CORE), flag(Setting.LAYERS_HOLD_INTO_SOQ), flag(Setting.LAYERS_EDR_VOTE),
                flag(Setting.LOTS_LIFO), usd(Setting.APPROVAL_HUMAN_ABOVE), flag(Setting.DATA_ALLOW_DELAYED),
                decimal(Setting.DATA_RATE).doubleValue(),
                new HedgeSettings.Fees(usd(Setting.FEES_MINIMUM), usd(Setting.FEES_PER_CONTRACT), usd(Setting.FEES_VIX),
                        usd(Setting.FEES_SPX), usd(Setting.FEES_XSP), usd(Setting.FEES_STOCK)),
                futures(), flag(Setting.DRIP_FUNDS_BUDGET), List.of());
    }

    private HedgeSettings.Futures futures() {
        return HedgeSettings.Futures.valueOf(text(Setting.LAYERS_FUTURES).toUpperCase(Locale.ROOT));
    }

    /** Every key and its effective value, in order; there are no secrets among them. */
    public SortedMap<String, String> effective() {
        SortedMap<String, String> all = new TreeMap<>();
        values.forEach((setting, value) -> all.put(setting.key(),
                value instanceof Usd usd
                        ? usd.toDecimal().stripTrailingZeros().toPlainString()
                        : String.valueOf(value)));
        return all;
    }

    /** SHA-256 over the effective settings; stored with every plan. */
    public String hash() {
        StringBuilder text = new StringBuilder();
        effective().forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
