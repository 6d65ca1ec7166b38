package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import alvh.planner.decide.Findings;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.CallLines;
import alvh.planner.line.Candidate;
import alvh.planner.line.LayerProfile;
import alvh.planner.line.LinePricer;
import alvh.planner.line.PackageQuote;
import alvh.planner.line.Picture;
import alvh.planner.line.SpreadLines;
import alvh.planner.line.Valued;
import alvh.planner.line.Words;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.MarketReport;
import alvh.planner.pricing.Black76;
import alvh.planner.scenario.Surface;

/**
 * The same exposure in other dresses (methodology S50): VIX call against put and future, single call against vertical, SPX
 * against XSP; each by what it costs with slippage and fees. Shown beside the plan, never traded by it.
 */
final class Alternatives {
    /** Scenario I of the base set, in which the exposures are made equal: SPX -12 %. */
    private static final int CRASH = 8;
    private static final double SHORT_CALL = 0.10;
    private final Picture picture;
    private final LinePricer pricer;
    private final List<MarketReport.Alternative> found = new ArrayList<>();

    private Alternatives(Picture picture) {
        this.picture = picture;
        this.pricer = new LinePricer(picture, new ArrayList<>());
    }

    /** For the first line of each layer; empty in runs that only sell, or where the model knows too little. */
    static List<MarketReport.Alternative> of(Findings all) {
        boolean buys = switch (all.input().kind()) {
            case DAILY, WEEKLY, BY_HAND -> true;
            case MARKS -> false;
        };
        if (!buys || !all.picture().vixKnown() || !(all.picture().state().spx() > 0)) {
            return List.of();
        }
        var alternatives = new Alternatives(all.picture());
        alternatives.calls(LayerId.BASE);
        boolean spreads = all.picture().settings().preset() == HedgeSettings.Preset.DEFAULT;
        if (!spreads || !alternatives.sizes(all.assessment().budget().capTotal())) {
            alternatives.calls(LayerId.ACCELERATION);
        }
        alternatives.calls(LayerId.CONTINGENCY);
        return alternatives.found;
    }

    private void calls(LayerId layer) {
        CallLines.of(pricer, LayerProfile.calls(layer, picture.settings().preset())).buys().stream().findFirst()
                .ifPresent(line -> {
                    putAndFuture(line);
                    vertical(line);
                });
    }

    /** The narrowest spread of SPX and of XSP, the smaller as often as it takes; false when there is neither. */
    private boolean sizes(Usd capTotal) {
        Optional<Candidate> large = SpreadLines.narrowest(pricer, "SPXW");
        Optional<Candidate> small = SpreadLines.narrowest(pricer, "XSP");
        if (large.isPresent() && small.isPresent()) {
            if (new SpreadLines(pricer, capTotal).fits(large.get())) {
                equalGain(large.get(), small.get().words(), small.get().line().valueByScenario()[CRASH],
                        small.get().line().expectedFill(),
                        "XSP is taken where one of SPX costs more than half of the layer's share");
            } else {
                equalGain(small.get(), large.get().words(), large.get().line().valueByScenario()[CRASH],
                        large.get().line().expectedFill(), "one of SPX is as large as ten of XSP and costs more than "
                                + "half of the layer's share");
            }
        }
        return large.isPresent() || small.isPresent();
    }

    /** Parity: a call is its put and e^{-rT} futures, less the strike; one VXM, or a tenth of a VX, to a contract. */
    private void putAndFuture(Candidate line) {
        InstrumentKey call = line.buys().get(0).key();
        Surface surface = picture.state().surface(call);
        var put = List.of(new LotLeg(
                InstrumentKey.option(call.root(), call.settlementDate(), Right.PUT, call.strikeMilli()), 1, Side.BUY));
        PackageQuote putQuote = PackageQuote.of(put, picture);
        Quote future = picture.market().quote(InstrumentKey.future("VX", call.settlementDate()));
        boolean live = future.fault(picture.market().takenAt(), Picture.OLDEST_QUOTE,
                picture.delayedAllowed()) == null;
        if (!putQuote.usable() || !live) {
            return;
        }
        double discount = StrictMath.exp(-picture.state().rate() * surface.years());
        double futureFill = future.mid() + pricer.slippage(put) * future.spread() / 2;
        double fee = picture.settings().fees().reserve(call.root(), 1).toDouble();
        double cost = pricer.fill(putQuote, put) + discount * (futureFill - call.strike()) * LinePricer.MULTIPLIER
                + 2 * fee;
        double mine = line.line().expectedFill();
        add(line, String.format(Locale.ROOT, "put %s + future", Words.strike(call)), mine, cost, "one call",
                "the future's fee is taken as an option's; it brings margin and losses below its price, so it is shown "
                        + "and not bought");
    }

    /** The call less one at 0.10 delta, as many as gain in the crash what the single call gains. */
    private void vertical(Candidate line) {
        InstrumentKey call = line.buys().get(0).key();
        Surface surface = picture.state().surface(call);
        InstrumentKey above = InstrumentKey.option(call.root(), call.settlementDate(), Right.CALL,
                call.strikeMilli() + 1);
        InstrumentKey last = InstrumentKey.option(call.root(), call.settlementDate(), Right.CALL, 99_999_999);
        InstrumentKey sold = null;
        double least = Double.POSITIVE_INFINITY;
        for (InstrumentKey key : picture.market().quotes().subMap(above, last).keySet()) {
            double away = Math.rint(1e9 * Math.abs(Black76.deltaForward(surface.forward(), key.strike(),
                    surface.years(), surface.vol(key.strike()), Right.CALL) - SHORT_CALL));
            if (away < least) {
                least = away;
                sold = key;
            }
        }
        Optional.ofNullable(sold).ifPresent(key -> {
            List<LotLeg> legs = List.of(line.buys().get(0), new LotLeg(key, 1, Side.SELL));
            PackageQuote quote = PackageQuote.of(legs, picture);
            Valued valued = Valued.of(legs, picture);
            if (quote.usable() && valued.usable()) {
                double fill = pricer.fill(quote, legs)
                        + picture.settings().fees().reserve(call.root(), 2).toDouble();
                equalGain(line, Words.strike(call) + "/" + Words.strike(key) + " call spread", valued.base()[CRASH],
                        fill, "its gain ends at " + Words.strike(key));
            }
        });
    }

    private void equalGain(Candidate line, String other, double value, double fill, String remark) {
        double mine = line.line().expectedFill();
        double gain = line.line().valueByScenario()[CRASH] - mine;
        double otherGain = value - fill;
        if (gain > 0 && otherGain > 0) {
            add(line, other, mine, fill * gain / otherGain, String.format(Locale.ROOT,
                    "a gain of $%.0f if SPX falls 12 %%, %.2f of it for each of ours", gain, gain / otherGain),
                    remark);
        }
    }

    private void add(Candidate line, String other, double mine, double cost, String measure, String remark) {
        double apart = Math.rint((cost - mine) * 100) / 100;
        String verdict = apart >= 0
                ? String.format(Locale.ROOT, "ours is cheaper by $%.2f", apart)
                : String.format(Locale.ROOT, "the other is cheaper by $%.2f", -apart);
        found.add(new MarketReport.Alternative(line.layer().word(), line.words(), mine, other, cost, measure,
                String.format(Locale.ROOT, "%s: %s $%.2f against %s $%.2f for %s: %s; %s", line.layer().word(),
                        line.words(), mine, other, cost, measure, verdict, remark)));
    }
}
