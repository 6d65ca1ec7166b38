package alvh.planner.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import alvh.planner.company.Fragility;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.GreekConflict;
import alvh.planner.plan.NamesReport;
import alvh.planner.plan.SpxGreeks;

/** The sentences of the names' room. */
final class NameWords {

    private NameWords() {}

    static List<String> of(List<NamesReport.Name> names, NamesReport.Book book, List<String> warnings, double spx) {
        List<String> lines = new ArrayList<>();
        if (names.isEmpty()) {
            return lines;
        }
        book(book, spx, names, lines);
        lines.addAll(warnings);
        names.forEach(name -> name(name, lines));
        return lines;
    }

    private static void book(NamesReport.Book book, double spx, List<NamesReport.Name> names, List<String> lines) {
        lines.add("book  " + greeks(book.book()));
        lines.add("hedge " + greeks(book.hedge()));
        String points = spx > 0
                ? text("%.2f points at %.2f", book.betaWeightedPoints(), spx)
                : "its points unknown without the SPX level";
        lines.add(text("beta-weighted delta %s of SPX, %s; stress beta %s", dollars(book.betaWeightedDelta()), points,
                number(book.stressBeta())));
        GreekConflict conflict = book.conflict();
        lines.add(text(
                "greeks that book and hedge cancel between their lines (0 %%: all one way, 100 %%: nothing is left): delta %.0f %%, vega %.0f %%, theta %.0f %%, gamma %.0f %%%s",
                100 * conflict.delta(), 100 * conflict.vega(), 100 * conflict.theta(), 100 * conflict.gamma(),
                conflict.flag() ? ": above 85 % on two and the hedge's theta above 35 % of the book's" : ""));
        if (!Double.isNaN(book.systemicShare())) {
            String worst = worst(names).filter(name -> name.ownLoss() > 0)
                    .map(name -> ", when beside a crash one name, the worst (" + name.symbol() + "), falls 20 % alone")
                    .orElse("; no name loses alone");
            lines.add(text("%.0f %% of the book's stress loss comes with the market%s", 100 * book.systemicShare(),
                    worst));
        }
        book.leftOut().forEach(out -> lines.add("not in the greeks: " + out));
    }

    private static String greeks(SpxGreeks greeks) {
        return text("delta %s per 1 %% SPX (%s with VIX answering), vega %s per VIX point, theta %s a day, gamma %s",
                dollars(greeks.deltaPerPercent()), dollars(greeks.deltaWithVix()), dollars(greeks.vegaPerPoint()),
                dollars(greeks.thetaPerDay()), dollars(greeks.gammaPerPercent()));
    }

    private static void name(NamesReport.Name name, List<String> lines) {
        String head = name.symbol() + ": ";
        lines.add(head + text("tier %s, credit %.1f (%s); loses %s in a crash, of which a hedge may be sized for %s",
                name.credit().tier(), name.credit().credit(), name.credit().because(), dollars(name.marketLoss()),
                dollars(name.countedLoss())));
        if (!InstrumentKey.INDICES.contains(name.symbol())) {
            own(name, head, lines);
        }
        name.theses().forEach(thesis -> lines.add(head + thesis));
        name.warnings().forEach(warning -> lines.add(warning.startsWith(name.symbol()) ? warning : head + warning));
    }

    private static void own(NamesReport.Name name, String head, List<String> lines) {
        lines.add(head + text("even a perfect index hedge removes only %.0f %% of its standard deviation (R2 %.2f%s, "
                + "idiosyncratic share %.0f %%): its own gaps are not hedged by VIX", 100 * name.hedgeableShare(),
                name.rSquared(), name.betaMissing() == null ? "" : " assumed", 100 * name.idiosyncraticShare()));
        String adds = name.fragility().items().stream().filter(i -> i.answer() == Fragility.Answer.YES)
                .map(i -> text("%s +%.2f (%s)", i.name(), i.adds(), i.because())).collect(Collectors.joining(", "));
        List<String> unknown = name.fragility().unknownWords();
        lines.add(head + text("fragility %.2f%s%s", name.fragility().multiplier(), adds.isEmpty() ? "" : ": " + adds,
                unknown.isEmpty() ? "" : "; unknown, adds nothing: " + String.join(", ", unknown)));
        String share = Double.isNaN(name.systemicShare())
                ? "it loses neither with the market nor alone"
                : text("%.0f %% of its stress loss comes with the market", 100 * name.systemicShare());
        String ofAccount = Double.isNaN(name.ownLossShare())
                ? ""
                : text(", %.1f %% of the account", 100 * name.ownLossShare());
        lines.add(head + text("alone down 20 %% it loses %s%s; %s; catalyst: %s", alone(name), ofAccount,
                share, name.catalyst()));
    }

    /** The company whose own loss is the largest. */
    static Optional<NamesReport.Name> worst(List<NamesReport.Name> names) {
        return names.stream().filter(name -> !InstrumentKey.INDICES.contains(name.symbol()))
                .max(Comparator.comparingDouble(NamesReport.Name::ownLoss));
    }

    /** "$2,881, counted x 1.25 = $3,601 for its fragility": what it loses, and what the limit and the shares count. */
    static String alone(NamesReport.Name name) {
        double times = name.fragility().multiplier();
        return times > 1
                ? text("%s, counted x %.2f = %s for its fragility", dollars(name.ownLoss() / times), times,
                        dollars(name.ownLoss()))
                : dollars(name.ownLoss());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "unknown" : text("%.2f", value);
    }

    private static String dollars(double value) {
        return Double.isFinite(value) ? text("%s$%,.0f", value < -0.5 ? "-" : "", Math.abs(value)) : "unknown";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
