package alvh.planner.plan;

import java.math.BigDecimal;
import java.util.List;

import alvh.planner.money.Usd;
import alvh.planner.scenario.Shock;

/**
 * What a user may turn of the planning, checked by the settings file's reader; defaults in {@link #DEFAULTS}.
 *
 * @param shareOfPremium f of methodology 3.4, 0.15 to 0.25
 * @param maxUsd an absolute ceiling on the budget, or null
 * @param netLosses R nets losers against winners (stricter)
 * @param indexStructures SPX and XSP structures count as book
 * @param preset default, alvh442, vxth or off
 * @param keepCore hold L3 when the book is gone
 * @param holdIntoSoq hold in-the-money VIX calls into the settlement
 * @param humanAboveUsd plans above this need a person even in auto mode, or null
 * @param ratePerYear risk-free rate, continuous
 * @param fees reserved fees by class
 * @param dripFundsBudget dividends received count as premium kept
 * @param ownScenarios the user's own shocks, shown with weight 0
 */
public record HedgeSettings(BigDecimal shareOfPremium, Usd maxUsd, boolean netLosses, boolean indexStructures,
        Preset preset, boolean keepCore, boolean holdIntoSoq, boolean edrVote, boolean lifo, Usd humanAboveUsd,
        boolean delayedAllowed, double ratePerYear, Fees fees, Futures futures, boolean dripFundsBudget,
        List<Shock> ownScenarios) {

    public HedgeSettings {
        futures = futures == null ? Futures.NONE : futures;
        ownScenarios = ownScenarios == null ? List.of() : List.copyOf(ownScenarios);
    }

    public HedgeSettings withPreset(Preset other) {
        return new HedgeSettings(shareOfPremium, maxUsd, netLosses, indexStructures, other, keepCore, holdIntoSoq,
                edrVote, lifo, humanAboveUsd, delayedAllowed, ratePerYear, fees, futures, dripFundsBudget,
                ownScenarios);
    }

    public HedgeSettings withShare(BigDecimal other) {
        return new HedgeSettings(other, maxUsd, netLosses, indexStructures, preset, keepCore, holdIntoSoq, edrVote,
                lifo, humanAboveUsd, delayedAllowed, ratePerYear, fees, futures, dripFundsBudget, ownScenarios);
    }

    public HedgeSettings withFutures(Futures other) {
        return new HedgeSettings(shareOfPremium, maxUsd, netLosses, indexStructures, preset, keepCore, holdIntoSoq,
                edrVote, lifo, humanAboveUsd, delayedAllowed, ratePerYear, fees, other, dripFundsBudget, ownScenarios);
    }

    public HedgeSettings withOwnScenarios(List<Shock> other) {
        return new HedgeSettings(shareOfPremium, maxUsd, netLosses, indexStructures, preset, keepCore, holdIntoSoq,
                edrVote, lifo, humanAboveUsd, delayedAllowed, ratePerYear, fees, futures, dripFundsBudget, other);
    }

    /** VIX futures (methodology S16, 2.3, Q10, Q11): none, or what a user asks for and why it is refused. */
    public enum Futures {
        NONE(null), VXM(
                "long VXM futures are not traded by this version. They would need a daily charge of their expected "
                        + "roll-down to the budget, margin in the limits (G5), a stop for their open downside, and permission and "
                        + "market data for CFE: set layers.futures: none"), FLATTENER(
                                "a curve flattener (long near, short far VXM) is not traded by this version. It would need orders "
                                        + "that sell to open, margin in the limits (G5), a daily charge of its roll-down to the "
                                        + "budget, and permission and market data for CFE: set layers.futures: none"), STEEPENER(
                                                "a volatility steepener (short near, long far VIX futures) is a trap of sign: "
                                                        + "stress lifts the near future above the far one, so it is short "
                                                        + "volatility and loses in just the crash that a hedge is bought for. What "
                                                        + "protects is its opposite, a flattener. It is forbidden: set "
                                                        + "layers.futures: none");

        private final String refused;

        Futures(String refused) {
            this.refused = refused;
        }

        /** Why it is not traded, for people; null for NONE. */
        public String refused() {
            return refused;
        }
    }

    /** Ready-made ways to hedge (issue texts call them presets). */
    public enum Preset {
        DEFAULT, ALVH442, VXTH, OFF
    }

    /**
     * Fees to reserve before commission reports arrive (methodology 3.5): per order max(minimum, perContract x n), plus a
     * surcharge per contract by class; n counts contracts over all legs.
     */
    public record Fees(Usd minimumPerOrder, Usd perContract, Usd vix, Usd spx, Usd xsp, Usd stockOption) {

        public Usd reserve(String tradingClass, long contracts) {
            Usd surcharge = switch (tradingClass) {
                case "VIX", "VIXW" -> vix;
                case "SPX", "SPXW" -> spx;
                case "XSP" -> xsp;
                default -> stockOption;
            };
            return minimumPerOrder.max(perContract.times(contracts)).plus(surcharge.times(contracts));
        }
    }

    public static final HedgeSettings DEFAULTS = new HedgeSettings(new BigDecimal("0.20"), null, false, true,
            Preset.DEFAULT,
            false, false, false, false, Usd.ofDollars(500), false, 0.043, new Fees(Usd.ofDollars(1), Usd.of("0.65"),
                    Usd.of("0.60"), Usd.of("0.75"), Usd.of("0.15"), Usd.of("0.15")),
            Futures.NONE, false, List.of());
}
