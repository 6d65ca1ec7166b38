package alvh.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import alvh.wire.FrameCodec;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/**
 * Answers of a gateway on a busy day, seeded: 60 % ticks of options and stocks, 25 % option computations, 15 % objects
 * (openOrder with and without legs, contractDetails, position, execDetails). A third of the ticks' sizes are those of stocks.
 */
final class TwsMix {

    private static final long SEED = 20_261_005;
    private static final int CONTRACTS = 400;
    private static final double UNSET = Double.MAX_VALUE;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final int version;

    private TwsMix(int version) {
        this.version = version;
    }

    /** Bodies of the whole mix as a server of that version sends them. */
    static List<byte[]> bodies(int count, int version) {
        TwsMix mix = new TwsMix(version);
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int percent = mix.random.nextInt(100);
            bodies.add(mix.encode(percent < 60 ? mix.tick() : percent < 85 ? mix.computation() : mix.object(percent)));
        }
        return bodies;
    }

    /** Bodies of ticks alone, in the proportions of the mix. */
    static List<byte[]> ticks(int count, int version) {
        TwsMix mix = new TwsMix(version);
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bodies.add(mix.encode(mix.tick()));
        }
        return bodies;
    }

    /** The bodies one after the other, each behind its length. */
    static byte[] stream(List<byte[]> bodies) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try {
            for (byte[] body : bodies) {
                stream.write(ByteBuffer.allocate(Integer.BYTES).putInt(body.length).array());
                stream.write(body);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stream.toByteArray();
    }

    private byte[] encode(WireMessage message) {
        return FrameCodec.encode(message, version);
    }

    /** Prices are asks and trades: behind a bid, the third-party client of row P8 makes no callback of its size. */
    private WireMessage tick() {
        int percent = random.nextInt(100);
        int reqId = 1001 + random.nextInt(CONTRACTS);
        if (percent < 50) {
            return WireMessage.of(Incoming.TICK_PRICE).set("reqId", reqId).set("tickType", 2 + 2 * random.nextInt(2))
                    .set("price", price()).set("size", size()).set("attribMask", random.nextInt(2));
        }
        if (percent < 85) {
            return WireMessage.of(Incoming.TICK_SIZE).set("reqId", reqId).set("tickType", random.nextInt(2) * 3)
                    .set("size", size());
        }
        if (percent < 95) {
            return WireMessage.of(Incoming.TICK_STRING).set("reqId", reqId).set("tickType", 45).set("value",
                    Integer.toString(1_790_000_000 + random.nextInt(23_400)));
        }
        return WireMessage.of(Incoming.TICK_GENERIC).set("reqId", reqId).set("tickType", 49).set("value",
                random.nextInt(2) * 1.0);
    }

    /** Options trade in lots up to some hundred, stocks up to many thousand. */
    private String size() {
        return Integer.toString(random.nextInt(3) > 0 ? 1 + random.nextInt(600) : 100 * (1 + random.nextInt(900)));
    }

    private String price() {
        return String.format(Locale.ROOT, "%.2f", 0.01 * (1 + random.nextInt(60_000)));
    }

    /** Model values with as many digits as a double has; now and then a value that is not computed. */
    private WireMessage computation() {
        boolean known = random.nextInt(20) > 0;
        return WireMessage.of(Incoming.TICK_OPTION_COMPUTATION).set("reqId", 1001 + random.nextInt(CONTRACTS))
                .set("tickType", 10 + random.nextInt(4)).set("tickAttrib", 1)
                .set("impliedVol", known ? random.nextDouble(0.1, 1.5) : -1).set("delta", random.nextDouble())
                .set("optPrice", known ? random.nextDouble(0.01, 60) : -1).set("pvDividend", 0.0)
                .set("gamma", random.nextDouble(1e-5, 0.1)).set("vega", random.nextDouble(0.5))
                .set("theta", -random.nextDouble(0.3)).set("undPrice", price());
    }

    private WireMessage object(int percent) {
        return percent < 90 ? order() : percent < 94 ? details() : percent < 97 ? position() : execution();
    }

    private WireMessage order() {
        boolean legs = random.nextInt(4) == 0;
        WireMessage order = contract(WireMessage.of(Incoming.OPEN_ORDER), "contract.conId")
                .set("orderId", random.nextInt(1, 10_000)).set("secType", legs ? "BAG" : "OPT").set("action", "BUY")
                .set("totalQuantity", size()).set("orderType", "LMT").set("lmtPrice", price()).set("tif", "DAY")
                .set("account", "DU1234567").set("orderRef", "tail-2026-11").set("clientId", 7)
                .set("permId", 1_426_086_044L + random.nextInt(1_000_000))
                .set("commissionAndFees", UNSET).set("submitter", "papertrader");
        for (int leg = 0; legs && leg < 2; leg++) {
            order.add("comboLegs").set("conId", 710_000_001 + leg).set("ratio", 1)
                    .set("action", leg == 0 ? "SELL" : "BUY").set("exchange", "SMART");
        }
        return order;
    }

    private WireMessage details() {
        return contract(WireMessage.of(Incoming.CONTRACT_DETAILS), "conId").set("reqId", 2001)
                .set("lastTradeDate", "20261117").set("marketName", "VIX").set("multiplier", "100")
                .set("orderTypes", "ACTIVETIM,AD,ADJUST,ALERT,ALGO,ALLOC,AVGCOST,BASKET,COND,CONDORDER,DAY,DEACT,"
                        + "DEACTDIS,DEACTEOD,GAT,GTC,GTD,GTT,HID,ICE,IOC,LIT,LMT,MIT,MKT,MTL,NGCOMB,NONALGO,OCA,"
                        + "OPENCLOSE,SCALE,SCALERST,SNAPMID,SNAPMKT,SNAPREL,STP,STPLMT,TRAIL,TRAILLIT,TRAILLMT,"
                        + "TRAILMIT,WHATIF")
                .set("validExchanges", "SMART,CBOE").set("exchange", "SMART").set("underConId", 13_455_763)
                .set("longName", "CBOE Volatility Index").set("contractMonth", "202611")
                .set("timeZoneId", "US/Central")
                .set("tradingHours", "20261005:0215-20261005:1515;20261006:0215-20261006:1515;20261007:CLOSED")
                .set("liquidHours", "20261005:0830-20261005:1515;20261006:0830-20261006:1515;20261007:CLOSED")
                .set("aggGroup", 2).set("underSymbol", "VIX").set("underSecType", "IND").set("marketRuleIds", "110,110")
                .set("realExpirationDate", "20261118");
    }

    private WireMessage position() {
        return contract(WireMessage.of(Incoming.POSITION), "conId").set("account", "DU1234567")
                .set("multiplier", "100").set("position", Integer.toString(random.nextInt(40)))
                .set("avgCost", random.nextDouble(1, 500));
    }

    private WireMessage execution() {
        return contract(WireMessage.of(Incoming.EXEC_DETAILS), "conId").set("orderId", random.nextInt(1, 10_000))
                .set("multiplier", "100").set("exchange", "CBOE")
                .set("execId", String.format(Locale.ROOT, "0000e0d5.%08x.01.01", random.nextInt()))
                .set("time", "20261005 10:01:02 US/Eastern").set("acctNumber", "DU1234567")
                .set("execution.exchange", "CBOE").set("side", "BOT").set("shares", "1").set("price", price())
                .set("permId", 1_426_086_044L + random.nextInt(1_000_000)).set("clientId", 7).set("cumQty", "1")
                .set("avgPrice", random.nextDouble(0.05, 60)).set("orderRef", "tail-2026-11").set("lastLiquidity", 2)
                .set("submitter", "papertrader");
    }

    private WireMessage contract(WireMessage message, String id) {
        int strike = 10 + random.nextInt(80);
        return message.set(id, 700_000_001 + random.nextInt(CONTRACTS)).set("symbol", "VIX").set("secType", "OPT")
                .set("lastTradeDateOrContractMonth", "20261117").set("strike", strike + 0.0).set("right", "C")
                .set("currency", "USD").set("tradingClass", "VIX")
                .set("localSymbol", String.format(Locale.ROOT, "VIX   261117C%05d000", strike));
    }
}
