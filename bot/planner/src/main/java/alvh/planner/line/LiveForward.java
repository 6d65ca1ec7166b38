package alvh.planner.line;

import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.pricing.Forward;
import alvh.planner.pricing.Forwards;
import alvh.planner.pricing.OptionQuotes;
import alvh.planner.scenario.ExpiryId;

/** An expiry's forward from live quotes of its own alone: the future of the same date, else parity (methodology 5.1). */
final class LiveForward {
    private LiveForward() {}

    static Forward of(Picture picture, ExpiryId expiry, double years) {
        Quote future = expiry.tradingClass().startsWith("VIX")
                ? usable(picture, InstrumentKey.future("VX", expiry.settlement()))
                : Quote.NONE;
        return Forwards.vix(years, future.bid(), future.ask(), options(picture, expiry), picture.state().rate(), null);
    }

    private static OptionQuotes options(Picture picture, ExpiryId expiry) {
        SortedMap<Long, Quote[]> rows = new TreeMap<>();
        for (InstrumentKey key : picture.market().quotes().keySet()) {
            if (key.isOption() && ExpiryId.of(key).equals(expiry)) {
                Quote[] pair = rows.computeIfAbsent(key.strikeMilli(), k -> new Quote[]{Quote.NONE, Quote.NONE});
                pair[key.right() == Right.CALL ? 0 : 1] = usable(picture, key);
            }
        }
        double[][] columns = new double[5][rows.size()];
        int i = 0;
        for (var row : rows.entrySet()) {
            columns[0][i] = row.getKey() / 1000.0;
            columns[1][i] = row.getValue()[0].bid();
            columns[2][i] = row.getValue()[0].ask();
            columns[3][i] = row.getValue()[1].bid();
            columns[4][i] = row.getValue()[1].ask();
            i++;
        }
        return new OptionQuotes(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static Quote usable(Picture picture, InstrumentKey key) {
        Quote quote = picture.market().quote(key);
        return quote.fault(picture.market().takenAt(), Picture.OLDEST_QUOTE, picture.delayedAllowed()) == null
                ? quote
                : Quote.NONE;
    }
}
