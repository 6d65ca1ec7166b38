package alvh.planner.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.layer.BuyGate;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.Certificate.Signer;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.risk.Breach;
import alvh.planner.world.Outcomes;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The approval chain, sentence by sentence (methodology 2.7, S51). */
class CertificatesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T14:15:00Z");
    private final SortedMap<LayerId, Level> levels = new TreeMap<>();
    private final SortedMap<LayerId, BuyGate> gates = new TreeMap<>();
    private final SortedMap<LayerId, List<Breach>> breaches = new TreeMap<>();
    private final SortedMap<LayerId, String> faults = new TreeMap<>();
    private final SortedMap<LayerId, Usd> charges = new TreeMap<>();
    private Usd available = Usd.ofDollars(1000);
    private Usd humanAbove = Usd.ofDollars(500);
    private boolean deadlock;

    CertificatesTest() {
        for (LayerId layer : LayerId.values()) {
            levels.put(layer, Level.FULL);
            gates.put(layer, new BuyGate(BuyGate.Reason.OPEN, 100, ""));
            charges.put(layer, Usd.ofDollars(100));
        }
    }

    private List<Certificate> sign() {
        return new Certifier(NOW, levels, gates, available, humanAbove, deadlock, breaches, faults, true).sign(charges,
                charges.values().stream().reduce(Usd.ZERO, Usd::plus));
    }

    private static Certificate.Signature of(Certificate certificate, Signer signer) {
        return certificate.signatures().stream().filter(s -> s.signer() == signer).findFirst().orElseThrow();
    }

    private boolean valid(LayerId layer) {
        return sign().get(layer.ordinal()).valid();
    }

    @Test
    void eachCertificateHasFiveSignersInOrderAndLivesTwentyFourHours() {
        assertThat(sign()).hasSize(3).allSatisfy(certificate -> {
            assertThat(certificate.signatures()).extracting(Certificate.Signature::signer).containsExactly(Signer.RULE,
                    Signer.BUDGET, Signer.RISK, Signer.DATA, Signer.HUMAN);
            assertThat(Duration.between(NOW, certificate.expires())).isEqualTo(Duration.ofHours(24));
            assertThat(certificate.valid()).isTrue();
        });
    }

    @Test
    void aMissingVoteOfAnyOfTheFourIsANo() {
        gates.put(LayerId.BASE, new BuyGate(BuyGate.Reason.EVENT_BLACKOUT, 0, "FOMC"));
        assertThat(of(sign().get(0), Signer.RULE).signed()).isFalse();
        assertThat(valid(LayerId.BASE)).isFalse();
        gates.put(LayerId.BASE, new BuyGate(BuyGate.Reason.OPEN, 100, ""));
        available = Usd.ofDollars(99);
        assertThat(of(sign().get(0), Signer.BUDGET).signed()).isFalse();
        assertThat(valid(LayerId.BASE)).isFalse();
        available = Usd.ofDollars(1000);
        breaches.put(LayerId.BASE, List.of(new Breach(Breach.Limit.DAILY_CAP, "too much")));
        assertThat(of(sign().get(0), Signer.RISK).signed()).isFalse();
        assertThat(valid(LayerId.BASE)).isFalse();
        breaches.clear();
        faults.put(LayerId.BASE, "crossed");
        assertThat(of(sign().get(0), Signer.DATA).because()).isEqualTo("crossed");
        assertThat(valid(LayerId.BASE)).isFalse();
    }

    @Test
    void withoutBasesCertificateNeitherOtherLayerMayAdd() {
        faults.put(LayerId.BASE, "no chain");
        assertThat(sign()).noneMatch(Certificate::valid);
        assertThat(of(sign().get(1), Signer.RULE).because()).contains("Base is not certified");
        assertThat(of(sign().get(2), Signer.RULE).because()).contains("Base is not certified");
    }

    @Test
    void aboveCoreContingencyNeedsAccelerationsCertificateToo() {
        faults.put(LayerId.ACCELERATION, "no chain");
        assertThat(valid(LayerId.ACCELERATION)).isFalse();
        assertThat(of(sign().get(2), Signer.RULE).because()).contains("signed for CORE at most");
        levels.put(LayerId.CONTINGENCY, Level.CORE);
        assertThat(valid(LayerId.CONTINGENCY)).isTrue();
        assertThat(of(sign().get(2), Signer.RULE).because()).contains("Base is certified");
    }

    @Test
    void inTheDeadlockAPersonAloneMayApproveContingencysCore() {
        faults.put(LayerId.BASE, "no chain");
        levels.put(LayerId.CONTINGENCY, Level.CORE);
        assertThat(valid(LayerId.CONTINGENCY)).isFalse();
        deadlock = true;
        Certificate core = sign().get(2);
        assertThat(core.valid()).isTrue();
        assertThat(of(core, Signer.RULE).because()).contains("a person alone");
        assertThat(of(core, Signer.HUMAN).because()).contains("a person alone may approve");
        levels.put(LayerId.CONTINGENCY, Level.TWO_THIRDS);
        assertThat(valid(LayerId.CONTINGENCY)).isFalse();
    }

    @Test
    void aPersonIsAskedAboveTheSettingAndNeverSignsWhileAPlanIsMade() {
        assertThat(sign()).allSatisfy(c -> assertThat(of(c, Signer.HUMAN).signed()).isFalse());
        assertThat(of(sign().get(0), Signer.HUMAN).because()).contains("not needed in auto mode up to $500.00");
        charges.put(LayerId.BASE, Usd.ofDollars(400));
        assertThat(of(sign().get(0), Signer.HUMAN).because()).contains("awaiting: worst case $600.00");
        humanAbove = null;
        assertThat(of(sign().get(0), Signer.HUMAN).because()).contains("any amount");
    }

    /** Acceleration's quotes are crossed: its certificate fails, Contingency is sized as its core, Base goes on. */
    @Test
    void aFailedCertificateDropsItsLinesAndWhatNeedsItAndSizingRunsOnceMore() {
        World world = World.book(400).levels(Level.FULL, Level.FULL, Level.FULL)
                .preset(HedgeSettings.Preset.DEFAULT);
        world.market.withoutClass.add("XSP");
        world.market.withoutClass.add("SPXW");
        PlanOutcome sound = world.plan();
        for (long strike = 10; strike <= 60; strike++) {
            world.market.overridden.put(
                    InstrumentKey.option("VIX", LocalDate.of(2026, 6, 17), Right.CALL, strike * 1000),
                    new Quote(2.00, 1.50, 50, 50, world.market.asOf(), Quality.LIVE));
        }
        PlanOutcome outcome = world.plan();
        assertThat(units(sound, LayerId.ACCELERATION)).as(Show.of(sound)).isPositive();
        assertThat(outcome.report().certificates().get(1).valid()).as(Show.of(outcome)).isFalse();
        assertThat(units(outcome, LayerId.ACCELERATION)).isZero();
        assertThat(units(outcome, LayerId.BASE)).isPositive();
        assertThat(outcome.report().certificates().get(2).valid()).isTrue();
        Usd core = outcome.report().budget().capTotal().share(new java.math.BigDecimal("0.25")).part(1, 3);
        assertThat(Orders.debit(Outcomes.plan(outcome).orders(), LayerId.CONTINGENCY))
                .isLessThanOrEqualTo(core.max(Usd.ofDollars(250)));
    }

    private static long units(PlanOutcome outcome, LayerId layer) {
        return Outcomes.plan(outcome).orders().stream().filter(o -> o.layer() == layer)
                .mapToLong(PlannedOrder::quantity).sum();
    }
}
