package alvh.planner.line;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.Refusal;

/**
 * Everything that the layers could buy or roll today, and the forwards of the expiries in question.
 */
public final class Candidates {
    private final Picture picture;
    private final LinePricer pricer;
    private final SortedMap<LayerId, CallLines> calls = new TreeMap<>();
    private final boolean spreads;

    public Candidates(Picture picture, List<Refusal> refusals) {
        this(picture, new WholeModel(picture), refusals);
    }

    public Candidates(Picture picture, LineModel model, List<Refusal> refusals) {
        this.picture = picture;
        this.pricer = new LinePricer(picture, model, refusals);
        this.spreads = picture.settings().preset() == HedgeSettings.Preset.DEFAULT;
        for (LayerId layer : LayerId.values()) {
            calls.put(layer, CallLines.of(pricer, LayerProfile.calls(layer, picture.settings().preset())));
        }
    }

    public SortedMap<LayerId, Double> forwards() {
        SortedMap<LayerId, Double> forwards = new TreeMap<>();
        calls.forEach((layer, lines) -> forwards.put(layer, lines.forward()));
        if (spreads && picture.state().vixCurve() != null) {
            forwards.put(LayerId.ACCELERATION,
                    picture.state().vixCurve().forward(LayerProfile.SPREAD.nearestDays() / 365.0));
        }
        return forwards;
    }

    /** Base has no chain to buy from, which is the only excuse for Contingency to go first. */
    public boolean baseHasNoChain() {
        return calls.get(LayerId.BASE).noChain();
    }

    /** Lines of one layer: its rolls and its buys. */
    public List<Candidate> of(LayerId layer, HeldLots held, Usd capTotal) {
        var lines = new ArrayList<Candidate>();
        List<Candidate> buys = buys(layer, capTotal);
        for (HeldPool pool : held.pools().values()) {
            if (pool.layer() == layer && pool.due() > 0) {
                lines.addAll(rolls(pool, buys));
            }
        }
        lines.addAll(buys);
        return lines;
    }

    /** Without scenarios nothing is compared: the one line that a layer's dollars buy, its target line if none is. */
    public List<Candidate> one(LayerId layer, Usd dollars, Usd capTotal) {
        List<Candidate> buys = buys(layer, capTotal);
        return buys.stream().filter(line -> line.line().worstCase().compareTo(dollars) <= 0).findFirst()
                .or(() -> buys.stream().findFirst()).stream().toList();
    }

    /** What a layer could buy, its target strike first. */
    public List<Candidate> buys(LayerId layer, Usd capTotal) {
        return switch (layer) {
            case BASE, CONTINGENCY -> calls.get(layer).buys();
            case ACCELERATION -> acceleration(capTotal);
        };
    }

    /** The put spread, or the VIX call in its place when none fits (2.4). */
    private List<Candidate> acceleration(Usd capTotal) {
        List<Candidate> lines = spreads ? new SpreadLines(pricer, capTotal).buys() : List.of();
        return lines.isEmpty() ? calls.get(LayerId.ACCELERATION).buys() : lines;
    }

    /** Into any line of the new date: a held spread into the narrowest, the widest affordable or the one midway. */
    private List<Candidate> rolls(HeldPool pool, List<Candidate> buys) {
        List<Candidate> lines = pool.isSpread()
                ? buys.stream().filter(next -> !next.buys().equals(pool.legs()))
                        .flatMap(next -> pricer.rollInTwoOrders(pool, next).stream()).toList()
                : calls.get(pool.layer()).rolls(pool);
        if (lines.isEmpty()) {
            pricer.refuse(Refusal.Code.NO_CANDIDATE, Words.of(pool.legs(), picture.today()),
                    "its roll is due, but nothing to roll into can be bought now: it runs to its floor");
        }
        return lines;
    }
}
