package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import alvh.planner.decide.Findings;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Candidate;
import alvh.planner.line.HeldLots;
import alvh.planner.line.HeldPool;
import alvh.planner.line.Picture;
import alvh.planner.line.Valued;
import alvh.planner.plan.MarketReport;
import alvh.planner.scenario.Scenarios;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;
import alvh.planner.scenario.VixResponse;

/**
 * Book, held hedge and plan in the replays R1-R4 and in the user's own scenarios (methodology 4.3, 6.4): weight 0, for the
 * report only, never in sizing.
 */
final class EpisodeLines {
    private EpisodeLines() {}

    /** Empty where the market is not known well enough to be shocked. */
    static List<MarketReport.Episode> of(Findings found) {
        if (!found.picture().vixKnown() || !(found.picture().state().spx() > 0)) {
            return List.of();
        }
        var shocks = new ArrayList<Shock>(Scenarios.replays());
        shocks.addAll(found.input().settings().ownScenarios());
        Picture shown = found.picture().withMarkets(shocks);
        double[] book = BookRisk.of(found.assessment().structures(), shown).base();
        double[] held = held(found.held(), shown);
        double[] planned = planned(found.valued(), shown);
        var episodes = new ArrayList<MarketReport.Episode>();
        for (int s = 0; s < shocks.size(); s++) {
            ShockedMarket market = shown.markets().get(s);
            Shock shock = market.shock();
            episodes.add(new MarketReport.Episode(shock.id(), note(s, market), shock.spxReturn(), market.vix(),
                    shock.horizonDays(), cents(book[s]), cents(held[s]), cents(planned[s])));
        }
        return episodes;
    }

    /** The points of a user's file are for a start at 17 and scaled to today's level: its reader must be told. */
    private static String note(int at, ShockedMarket market) {
        Shock shock = market.shock();
        return at < Scenarios.replays().size() || shock.vixPoints() == 0
                ? shock.note()
                : String.format(Locale.ROOT, "%s; VIX %+.1f for a start at %.0f, %+.1f at today's level%s",
                        shock.note(),
                        shock.vixPoints(), VixResponse.START, market.vixMove(),
                        market.vix() >= VixResponse.CAP ? ", where the most that is assumed is reached" : "");
    }

    private static double[] held(HeldLots held, Picture shown) {
        double[] change = new double[shown.markets().size()];
        for (HeldPool pool : held.pools().values()) {
            Valued valued = Valued.of(pool.legs(), shown);
            for (int s = 0; valued.usable() && s < change.length; s++) {
                change[s] += pool.held() * (valued.base()[s] - valued.today());
            }
        }
        return change;
    }

    /** What is bought, less its cost and, in a roll, less what is given up for it. */
    private static double[] planned(Map<Candidate, Integer> taken, Picture shown) {
        double[] change = new double[shown.markets().size()];
        taken.forEach((candidate, units) -> {
            double[] bought = Valued.of(candidate.buys(), shown).base();
            double[] sold = candidate.isRoll() ? Valued.of(candidate.rolled().legs(), shown).base() : null;
            for (int s = 0; s < change.length; s++) {
                change[s] += units
                        * (bought[s] - candidate.line().expectedFill() - (sold == null ? 0 : sold[s]));
            }
        });
        return change;
    }

    static List<String> words(List<MarketReport.Episode> episodes) {
        var lines = new ArrayList<String>();
        for (MarketReport.Episode episode : episodes) {
            lines.add(String.format(Locale.ROOT,
                    "%s (%s): SPX %+.1f %%, VIX to %.1f within %d days: in dollars, book alone %+,.0f, held hedge %+,.0f, plan "
                            + "%+,.0f, together %+,.0f",
                    episode.id(), episode.note(), 100 * episode.spxReturn(), episode.vixAfter(), episode.days(),
                    episode.book(), episode.held(), episode.planned(), episode.withPlan()));
        }
        lines.add(episodes.isEmpty()
                ? "replays are not shown: VIX, VVIX, its curve or SPX is missing"
                : "replays and own scenarios have no weight: they are for reading and decide nothing");
        return lines;
    }

    /** To the cent; adding zero turns -0.0 into 0.0. */
    private static double cents(double dollars) {
        return Math.rint(dollars * 100) / 100 + 0.0;
    }
}
