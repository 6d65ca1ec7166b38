package alvh.planner.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.Candidate;
import alvh.planner.line.Picture;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings.Preset;
import alvh.planner.scenario.Prepared;
import alvh.planner.scenario.PricedLine;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;

/**
 * What a preset sets, and what one set of it costs: now, and a year when it is replaced for ever in a market in which only
 * time passes (methodology N1 to N3). Spreads and fees of the replacements are not in it.
 */
final class PresetCost {
    private PresetCost() {}

    /** The sentence that leads the report; a part that cannot be bought now is named as unknown. */
    static String note(Preset preset, List<Candidate> lines, Picture picture, Usd netLiquidation) {
        return switch (preset) {
            case OFF -> "preset off: nothing is bought and nothing is spent; what is held is cared for";
            case DEFAULT ->
                "preset default: Base VIX calls of 0.30 delta near 42 days, Acceleration XSP or SPX put spreads "
                        + "of 0.25 to 0.10 delta near 75 days (or VIX calls near 110), Contingency VIX calls of 0.25 delta near "
                        + "220 days; one of each " + cost(lines, preset, picture, netLiquidation);
            case ALVH442 ->
                "preset alvh442: VIX calls of 0.50 delta near 30, 110 and 220 days, in whole bundles 4 to 4 to 2 "
                        + "(the smallest is 2 + 2 + 1); one bundle of 4 + 4 + 2 " + cost(lines, preset, picture,
                                netLiquidation);
            case VXTH ->
                "preset vxth: VIX calls of 0.30 delta of the next month, for 1 % of net liquidation on each roll day "
                        + "(0.5 % from forward 30, none up to 15 or from 50), within the hedge budget, held to settlement; one "
                        + "call " + cost(lines, preset, picture, netLiquidation);
        };
    }

    private static String cost(List<Candidate> lines, Preset preset, Picture picture, Usd netLiquidation) {
        double now = 0;
        double year = 0;
        var unknown = new ArrayList<String>();
        for (LayerId layer : LayerId.values()) {
            int count = count(preset, layer);
            Candidate line = lines.stream().filter(c -> c.layer() == layer && !c.isRoll() && c.fund() == null)
                    .findFirst()
                    .orElse(null);
            if (count > 0 && line == null) {
                unknown.add(layer.word());
            } else if (count > 0) {
                now += count * line.line().expectedFill();
                year += count * decayPerYear(line.buys(), line.line().dte(), rollAt(preset, layer), picture);
            }
        }
        if (!unknown.isEmpty()) {
            return "has no known cost now: nothing to buy for " + String.join(" and ", unknown);
        }
        double share = netLiquidation == null ? Double.NaN : year / netLiquidation.toDouble();
        return String.format(Locale.ROOT,
                "costs about $%,.0f now and decays by about $%,.0f a year in an unchanged curve%s",
                now, year, Double.isFinite(share)
                        ? String.format(Locale.ROOT, ", %.1f %% of net liquidation", 100 * share)
                        : "");
    }

    private static int count(Preset preset, LayerId layer) {
        return switch (preset) {
            case DEFAULT -> 1;
            case ALVH442 -> 2 * Bundle.contracts(layer);
            case VXTH -> layer == LayerId.BASE ? 1 : 0;
            case OFF -> 0;
        };
    }

    /** Days to expiry at which a line is replaced: the roll rules of 2.3 to 2.5; vxth holds to settlement. */
    private static int rollAt(Preset preset, LayerId layer) {
        return switch (layer) {
            case BASE -> preset == Preset.VXTH ? 0 : 21;
            case ACCELERATION -> 30;
            case CONTINGENCY -> 120;
        };
    }

    /**
     * Dollars a year that a package loses when it is bought at {@code dte} days, sold at {@code rollAt} and replaced for
     * ever, while the curve and every volatility stay. NaN when it cannot be valued.
     */
    static double decayPerYear(List<LotLeg> legs, int dte, int rollAt, Picture picture) {
        int days = dte - rollAt;
        if (days <= 0) {
            return Double.NaN;
        }
        ShockedMarket later = ShockedMarket.of(picture.state(), Shock.unchanged(days));
        double lost = 0;
        for (LotLeg leg : legs) {
            switch (picture.revaluation().prepare(leg.key())) {
                case Prepared.Unpriceable no -> {
                    return Double.NaN;
                }
                case Prepared.Ready ready -> {
                    PricedLine line = ready.line();
                    lost += leg.side().sign() * leg.ratio() * (picture.revaluation().valueToday(line)
                            - picture.revaluation().value(line, later));
                }
            }
        }
        return lost * 365 / days;
    }
}
