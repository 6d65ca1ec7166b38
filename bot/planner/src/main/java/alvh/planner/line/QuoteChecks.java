package alvh.planner.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.plan.Refusal;
import alvh.planner.scenario.ExpiryId;
import alvh.planner.scenario.ParityReading;

/**
 * Whether a package's quote may be bought from (reliability C15, methodology 4.7, F20): two-sided, live, narrow, possible
 * by the model and by parity.
 */
final class QuoteChecks {
    private QuoteChecks() {}

    /** The first thing wrong, or empty. */
    static Optional<Refusal> of(List<LotLeg> legs, PackageQuote quote, Valued valued, String words, Picture picture) {
        if (!quote.usable()) {
            return refusal(quote.fault(), words, quote.detail());
        }
        if (!valued.usable()) {
            return refusal(Refusal.Code.DATA_MISSING, words, valued.fault());
        }
        for (LotLeg leg : legs) {
            ParityReading.Pair wrong = picture.state().parity().rejected(ExpiryId.of(leg.key()),
                    leg.key().strikeMilli());
            if (wrong != null) {
                return refusal(Refusal.Code.Q_ARB, words, wrong.because());
            }
        }
        double widest = widest(legs, quote);
        if (quote.ask() - quote.bid() > widest + 1e-9) {
            return refusal(Refusal.Code.Q_WIDE, words, String.format(Locale.ROOT,
                    "spread %.2f on a mid of %.3f, at most %.2f", quote.ask() - quote.bid(), quote.mid(), widest));
        }
        if (legs.size() == 2 && !(quote.mid() > 0 && quote.ask() < LinePricer.width(legs))) {
            return refusal(Refusal.Code.Q_ARB, words, String.format(Locale.ROOT, "a debit of %.2f for a width of %.0f",
                    quote.ask(), LinePricer.width(legs)));
        }
        return plausibleStrike(legs, words, picture);
    }

    private static Optional<Refusal> plausibleStrike(List<LotLeg> legs, String words, Picture picture) {
        double vix = picture.state().vix();
        double strike = legs.get(0).key().strike();
        boolean call = legs.get(0).key().underlying().equals("VIX");
        boolean plausible = !call || strike >= 0.5 * vix && strike <= 10 * vix;
        return plausible
                ? Optional.empty()
                : refusal(Refusal.Code.Q_SPOT, words,
                        String.format(Locale.ROOT, "strike %.1f is not within 0.5 to 10 times VIX %.2f", strike, vix));
    }

    private static double widest(List<LotLeg> legs, PackageQuote quote) {
        return switch (legs.get(0).key().root()) {
            case "VIX", "VIXW" -> Math.max(0.25 * quote.mid(), 0.10);
            case "XSP" -> Math.max(0.15 * quote.mid(), 0.10);
            default -> Math.max(0.15 * quote.mid(), 1.00);
        };
    }

    private static Optional<Refusal> refusal(Refusal.Code code, String subject, String because) {
        return Optional.of(new Refusal(code, subject, because));
    }
}
