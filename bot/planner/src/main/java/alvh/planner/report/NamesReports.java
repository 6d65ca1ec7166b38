package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import alvh.planner.decide.Findings;
import alvh.planner.decide.NameFacts;
import alvh.planner.line.BookRisk;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.NamesReport;
import alvh.planner.portfolio.AssignmentWatch;
import alvh.planner.portfolio.Beta;
import alvh.planner.portfolio.BookTags;
import alvh.planner.portfolio.DividendBook;
import alvh.planner.portfolio.Structure;
import alvh.planner.portfolio.ThesisCheck;
import alvh.planner.signal.Signal;
import alvh.planner.signal.SignalId;

/** Fills the names' room of the report. */
final class NamesReports {

    private static final String CRASHES = "FGHI";
    private static final double MOSTLY_OWN = 0.30;
    private static final double MOST_OF_ACCOUNT = 0.05;

    private final Findings found;
    private final SortedMap<String, NameFacts> facts;

    private NamesReports(Findings found) {
        this.found = found;
        this.facts = found.names();
    }

    static NamesReport of(Findings found) {
        return new NamesReports(found).report();
    }

    private NamesReport report() {
        List<NamesReport.Name> names = new ArrayList<>();
        facts.values().forEach(name -> names.add(name(name)));
        NamesReport.Book book = BookGreeks.of(found, systemicShare(names));
        List<String> warnings = new ArrayList<>(new DividendBook(found.input().ledger(),
                found.input().own().companies(), found.picture().calendar()).increments());
        found.assessment().premium().closed().stream().filter(old -> old.rolledInto() != null)
                .forEach(
                        old -> warnings.add(old.structure().id() + " was rolled into " + old.rolledInto() + ": it kept "
                                + old.kept().text() + " of " + old.credit().text()));
        String idle = idleTags();
        if (!idle.isEmpty()) {
            warnings.add("tags that touch nothing in this book: " + idle);
        }
        return new NamesReport(names, book, warnings,
                NameWords.of(names, book, warnings, found.picture().state().spx()));
    }

    /** A tag mistyped would else have no effect without a word. */
    private String idleTags() {
        return found.input().own().tags().tags().stream()
                .filter(tag -> found.assessment().structures().stream()
                        .noneMatch(s -> s.underlying().equals(tag.symbol())
                                && (tag.expiry() == null || tag.expiry().equals(s.expiry()))))
                .map(tag -> tag.symbol() + (tag.expiry() == null ? "" : " " + tag.expiry()))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private NamesReport.Name name(NameFacts name) {
        Beta beta = found.assessment().exposure().betas().get(name.symbol());
        BookRisk.NameRisk risk = found.book().names().get(name.symbol());
        double market = risk == null ? 0 : crashLoss(risk.market());
        double own = risk == null ? 0 : name.fragility().multiplier() * risk.ownLoss();
        double share = market + own > 0 ? market / (market + own) : Double.NaN;
        double worth = found.input().account().netLiquidation() == null
                ? Double.NaN
                : found.input().account().netLiquidation().toDouble();
        boolean beyond = own > MOST_OF_ACCOUNT * worth;
        BookTags.Tag tag = found.input().own().tags().of(name.symbol(), null);
        return new NamesReport.Name(name.symbol(), name.credit(), name.fragility(), name.figures(), beta.slow(),
                beta.missing(), beta.rSquared(), beta.idiosyncraticShare(), beta.hedgeableShare(), market,
                name.credit().credit() * market, own, share, own / worth, beyond,
                tag == null || tag.catalyst() == null ? catalyst(name) : tag.catalyst(), theses(name.symbol()),
                warnings(name, share, beyond));
    }

    /** S04: without a tag the earnings date is the catalyst that is known. */
    private static String catalyst(NameFacts name) {
        return name.fragility().items().stream().filter(i -> i.because().startsWith("earnings on "))
                .map(alvh.planner.company.Fragility.Item::because).findFirst().orElse("none");
    }

    private List<String> theses(String symbol) {
        List<String> theses = new ArrayList<>();
        for (BookTags.Tag tag : found.input().own().tags().tags()) {
            if (tag.symbol().equals(symbol)) {
                String expiry = tag.expiry() == null ? "" : tag.expiry() + ": ";
                if (tag.thesis() != null) {
                    theses.add(expiry + tag.thesis());
                }
                if (tag.invalidation() != null) {
                    theses.add(expiry + "proved wrong by " + tag.invalidation());
                }
            }
        }
        return theses;
    }

    private List<String> warnings(NameFacts name, double systemicShare, boolean beyond) {
        List<String> warnings = new ArrayList<>();
        if (systemicShare < MOSTLY_OWN) {
            warnings.add(NamesReport.IRRELEVANT);
        }
        if (beyond) {
            warnings.add(NamesReport.BEYOND_VIX);
        }
        double rsi = rsi(name.symbol());
        List<Structure> its = found.assessment().structures().stream()
                .filter(s -> s.underlying().equals(name.symbol())).toList();
        for (Structure structure : its) {
            String warning = ThesisCheck.warning(structure, rsi);
            if (warning != null) {
                warnings.add(warning);
            }
        }
        warnings.addAll(AssignmentWatch.of(its, found.input().market(), found.picture().state()::spot,
                found.input().own().companies(), found.picture().today(), found.picture().calendar()));
        warnings.addAll(name.windows());
        return warnings;
    }

    private double rsi(String symbol) {
        Signal signal = found.assessment().signals().get(SignalId.RSI);
        return signal == null
                ? Double.NaN
                : signal.inputs().stream().filter(i -> i.name().equals("RSI " + symbol))
                        .mapToDouble(Signal.Input::value).findFirst().orElse(Double.NaN);
    }

    /** The mean loss over the crash scenarios, those of absorption (G6); a gain counts as no loss. */
    private double crashLoss(double[] change) {
        double sum = 0;
        int n = 0;
        for (int s = 0; s < change.length; s++) {
            if (CRASHES.contains(found.picture().markets().get(s).shock().id())) {
                sum += Math.max(0, -change[s]);
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    private double systemicShare(List<NamesReport.Name> names) {
        double market = crashLoss(found.book().base());
        double own = names.stream().filter(n -> !InstrumentKey.INDICES.contains(n.symbol()))
                .mapToDouble(NamesReport.Name::ownLoss).max().orElse(0);
        return market + own > 0 ? market / (market + own) : Double.NaN;
    }
}
