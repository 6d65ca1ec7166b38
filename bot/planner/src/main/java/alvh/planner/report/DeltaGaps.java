package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import alvh.planner.line.Picture;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.MarketReport;
import alvh.planner.pricing.Black76;
import alvh.planner.scenario.Surface;

/**
 * The broker's option deltas against ours on the same-expiry forward (methodology 5.1): many packages take the VIX spot for
 * the underlying of VIX options, so more than 0.10 of difference is worth an alert; ours is used.
 */
final class DeltaGaps {
    static final double ALERT = 0.10;

    private DeltaGaps() {}

    static List<MarketReport.DeltaGap> of(Picture picture) {
        var gaps = new ArrayList<MarketReport.DeltaGap>();
        for (Map.Entry<InstrumentKey, Double> entry : picture.market().modelDeltas().entrySet()) {
            InstrumentKey key = entry.getKey();
            double broker = entry.getValue() == null ? Double.NaN : entry.getValue();
            Surface surface = key.isOption() && Double.isFinite(broker) ? picture.state().surface(key) : null;
            if (surface != null) {
                double ours = Black76.deltaForward(surface.forward(), key.strike(), surface.years(),
                        surface.vol(key.strike()), key.right());
                if (Math.rint(Math.abs(broker - ours) * 1e9) > ALERT * 1e9) {
                    gaps.add(new MarketReport.DeltaGap(key.text(), broker, ours));
                }
            }
        }
        return gaps;
    }

    static List<String> words(List<MarketReport.DeltaGap> gaps, Picture picture) {
        return gaps.stream().map(gap -> {
            InstrumentKey key = InstrumentKey.of(gap.key());
            return String.format(Locale.ROOT,
                    "alert: %s: the broker's delta is %.2f, ours on the forward %.2f is %.2f; ours is used", key,
                    gap.broker(), picture.state().surface(key).forward(), gap.ours());
        }).toList();
    }
}
