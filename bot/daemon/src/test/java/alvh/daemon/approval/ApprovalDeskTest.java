package alvh.daemon.approval;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.daemon.approval.ApprovalDesk.Answer;
import alvh.daemon.approval.ApprovalResult.Code;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.budget.BudgetState;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PriceLadder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What you approve is what is sent, once, in time (promise 13). */
class ApprovalDeskTest {

    private static final InstrumentKey CALL = InstrumentKey.of("VIX   260415C00026000");
    private static final Instant NOW = Instant.parse("2026-03-10T14:15:00Z");
    private static final long SECOND = 1_000_000_000L;
    private static final Collar COLLAR = new Collar(Price.of("5.00"), new BigDecimal("0.02"));
    private static final String HASH = "7f3a91c208be" + "0".repeat(52);

    private final Map<InstrumentKey, Quote> quotes = new HashMap<>();
    private String notReady;
    private Usd slack = Usd.of("614.40");
    private Map<InstrumentKey, Long> positions = Map.of();
    private Instant liquidUntil = Instant.parse("2026-03-10T20:15:00Z");

    @BeforeEach
    void quotes() {
        quotes.put(CALL, new Quote(0.68, 0.76, 5, 5, NOW, Quality.LIVE));
    }

    private static ApprovalDesk desk(ApprovalSettings.Mode mode, String above) {
        return ApprovalDesk
                .start(new ApprovalSettings(mode, above == null ? null : Usd.of(above), false, COLLAR, false));
    }

    private static BudgetState budget() {
        Usd usd = Usd.of("614.40");
        return new BudgetState(new BigDecimal("0.20"), new BigDecimal("0.25"), usd, Usd.ZERO, usd, usd, usd, Usd.ZERO,
                Usd.ZERO, Usd.ZERO, usd, Usd.ZERO, new TreeMap<>(), Usd.ZERO);
    }

    private static HedgePlan plan(String hash, Effect effect, HedgePlan.Kind kind, String... lots) {
        Side side = effect == Effect.CLOSE ? Side.SELL : Side.BUY;
        PriceLadder ladder = new PriceLadder(List.of(Price.of(effect == Effect.CLOSE ? "0.70" : "0.73")));
        PlannedOrder order = new PlannedOrder(1, LayerId.BASE, effect, List.of(new Lot.LotLeg(CALL, 1, side)), 1, 100,
                ladder, Usd.of("75.60"), Usd.of("1.60"), List.of(lots), 0, "words", "because", 0.68, 0.76);
        return new HedgePlan(hash, kind, NOW, LocalDate.of(2026, 3, 10), List.of(order), Usd.of("75.60"));
    }

    private static HedgePlan buy(String hash) {
        return plan(hash, Effect.OPEN, HedgePlan.Kind.DAILY);
    }

    private static String hash(char c) {
        return String.valueOf(c).repeat(64);
    }

    private Facts facts() {
        return new Facts(notReady, quotes, Map.of(), liquidUntil, slack, positions);
    }

    private ApprovalDesk offered() {
        Answer answer = desk(ApprovalSettings.Mode.APPROVE, null).offer(buy(HASH), budget(), 0, NOW);
        assertThat(answer.result()).isInstanceOf(ApprovalResult.Offered.class);
        return answer.next();
    }

    private static Code code(Answer answer) {
        return answer.result() instanceof ApprovalResult.Refused refused ? refused.code() : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"7f3a-91c2-08be", "7F3A-91C2-08BE", "7f3a91c208be", " 7f3a-91c2-08be ", HASH_TEXT})
    void P13_fullAndShortHashAreAccepted(String text) {
        Answer answer = offered().approve(text, "anna", "terminal", facts(), 5 * SECOND, NOW);
        assertThat(answer.result()).isInstanceOfSatisfying(ApprovalResult.Accepted.class, a -> {
            assertThat(a.plan().hash()).isEqualTo(HASH);
            assertThat(a.approver()).isEqualTo("anna");
        });
        assertThat(answer.records()).hasSize(2);
        assertThat(answer.records().get(0)).isInstanceOfSatisfying(JournalRecord.Approval.class, r -> {
            assertThat(r.planHash()).isEqualTo(HASH);
            assertThat(r.who()).isEqualTo("anna");
            assertThat(r.shownQuotes()).contains("0.68 x 0.76");
        });
    }

    private static final String HASH_TEXT = "7f3a91c208be0000000000000000000000000000000000000000000000000000";

    @Test
    void P13_anApprovalIsUsedOnce() {
        ApprovalDesk after = offered().approve(HASH, "anna", "console", facts(), 0, NOW).next();
        Answer again = after.approve(HASH, "bert", "console", facts(), 0, NOW);
        assertThat(code(again)).isEqualTo(Code.USED);
        assertThat(Code.USED.text()).isEqualTo("E-APPR-USED");
        assertThat(again.records()).isEmpty();
        assertThat(code(after.reject(HASH, "bert", "console", 0, NOW))).isEqualTo(Code.USED);
        assertThat(code(after.offer(buy(HASH), budget(), 0, NOW))).isEqualTo(Code.USED);
    }

    @Test
    void P13_offerLives300SecondsFromItsQuotes() {
        ApprovalDesk desk = offered();
        assertThat(desk.approve(HASH, "anna", "terminal", facts(), 300 * SECOND, NOW).result())
                .isInstanceOf(ApprovalResult.Accepted.class);
        Answer late = desk.approve(HASH, "anna", "terminal", facts(), 300 * SECOND + 1, NOW);
        assertThat(code(late)).isEqualTo(Code.EXPIRED);
        Answer expired = desk.expire(301 * SECOND, NOW);
        assertThat(expired.records()).singleElement()
                .isInstanceOfSatisfying(JournalRecord.PlanState.class, s -> assertThat(s.state()).isEqualTo("EXPIRED"));
        assertThat(code(expired.next().approve(HASH, "anna", "terminal", facts(), 302 * SECOND, NOW)))
                .isEqualTo(Code.EXPIRED);
        assertThat(desk.expire(300 * SECOND, NOW).records()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ALL, WILDCARD", "*, WILDCARD", "7f3a-*, WILDCARD", "'', UNKNOWN", "7f3a, UNKNOWN", "latest, UNKNOWN",
            "0000-0000-0000, UNKNOWN"})
    void P13_wildcardsAndUnknownHashesAreRefused(String text, Code code) {
        Answer answer = offered().approve(text, "anna", "terminal", facts(), 0, NOW);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.next().open()).hasSize(1);
    }

    @Test
    void P13_twoPlansWithOneShortFormAreNotGuessed() {
        String other = "7f3a91c208be" + "1".repeat(52);
        ApprovalDesk desk = offered().offer(buy(other), budget(), 0, NOW).next();
        assertThat(code(desk.approve("7f3a-91c2-08be", "anna", "terminal", facts(), 0, NOW))).isEqualTo(Code.AMBIGUOUS);
    }

    @Test
    void P13_notReadyIsRefusedWithTheCauseAndLeavesTheOffer() {
        notReady = "reconciling, 12 s";
        Answer answer = offered().approve(HASH, "anna", "terminal", facts(), 0, NOW);
        assertThat(answer.result()).isEqualTo(new ApprovalResult.Refused(Code.NOT_READY, "reconciling, 12 s"));
        assertThat(answer.next().open()).hasSize(1);
    }

    /** 5 % of 0.76 is 0.038: the ask may be 0.722 to 0.798. */
    @ParameterizedTest
    @CsvSource({"0.72, 0.80, false", "0.71, 0.79, true", "0.64, 0.72, false", "0.65, 0.73, true"})
    void P13_touchMayDriftByFivePercent(double bid, double ask, boolean within) {
        quotes.put(CALL, new Quote(bid, ask, 5, 5, NOW, Quality.LIVE));
        PlannedOrder order = buy(HASH).orders().get(0);
        PackageQuote quote = PackageQuote.of(order.legs(), quotes, NOW, Duration.ofSeconds(5), false);
        assertThat(DriftCheck.check(order, quote).isEmpty()).isEqualTo(within);
    }

    /** At 0.20, 5 % is one cent: three ticks are more. */
    @ParameterizedTest
    @CsvSource({"0.23, true", "0.24, false", "0.17, true", "0.16, false"})
    void P13_touchMayDriftByThreeTicks(double ask, boolean within) {
        PlannedOrder o = buy(HASH).orders().get(0);
        PlannedOrder cheap = new PlannedOrder(1, o.layer(), o.effect(), o.legs(), 1, 100, o.ladder(), o.worstCase(),
                o.fees(), List.of(), 0, "words", "because", 0.15, 0.20);
        assertThat(DriftCheck.check(cheap, new PackageQuote(0.15, ask, null, null)).isEmpty()).isEqualTo(within);
    }

    @Test
    void P13_firstRungMustStandInsideTheCollarOfNow() {
        quotes.put(CALL, new Quote(0.65, 0.73, 5, 5, NOW, Quality.LIVE)); // mid + 60 % of the half-spread: 0.714
        assertDrift("60 % of the half-spread");
    }

    @Test
    void P13_driftVoidsTheOffer() {
        quotes.put(CALL, new Quote(0.78, 0.86, 5, 5, NOW, Quality.LIVE));
        Answer answer = offered().approve(HASH, "anna", "terminal", facts(), 0, NOW);
        assertThat(answer.result()).isInstanceOfSatisfying(ApprovalResult.Drifted.class,
                d -> assertThat(d.because()).contains("step 1", "ask moved from 0.76 to 0.86"));
        assertThat(code(answer.next().approve(HASH, "anna", "terminal", facts(), 0, NOW))).isEqualTo(Code.EXPIRED);
    }

    @Test
    void P13_budgetSessionAndQuotesAreCheckedAtAcceptance() {
        slack = Usd.of("75.59");
        assertDrift("budget");
        slack = Usd.of("75.60");
        liquidUntil = null;
        assertDrift("broker's hours");
        liquidUntil = Instant.parse("2026-03-10T20:15:00Z");
        quotes.put(CALL, new Quote(0.68, 0.76, 5, 5, NOW.minusSeconds(6), Quality.LIVE));
        assertDrift("Q-STALE");
        quotes.put(CALL, new Quote(0.68, 0.76, 5, 5, NOW.minusSeconds(5), Quality.LIVE));
        assertThat(offered().approve(HASH, "anna", "terminal", facts(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Accepted.class);
    }

    private void assertDrift(String because) {
        assertThat(offered().approve(HASH, "anna", "terminal", facts(), 0, NOW).result())
                .isInstanceOfSatisfying(ApprovalResult.Drifted.class, d -> assertThat(d.because()).contains(because));
    }

    @Test
    void P13_saleNeedsThePositionToBeThere() {
        ApprovalDesk desk = desk(ApprovalSettings.Mode.APPROVE, null)
                .offer(plan(HASH, Effect.CLOSE, HedgePlan.Kind.MARKS, "H.1"), budget(), 0, NOW).next();
        assertThat(desk.approve(HASH, "anna", "terminal", facts(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Drifted.class);
        positions = Map.of(CALL, 1L);
        assertThat(desk.approve(HASH, "anna", "terminal", facts(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Accepted.class);
    }

    @Test
    void P13_newBuyOfferSupersedesTheOldOneSalesOnlyOfTheSameLot() {
        ApprovalDesk desk = offered().offer(buy(hash('b')), budget(), 0, NOW).next();
        assertThat(desk.open()).containsOnlyKeys(hash('b'));
        assertThat(desk.ended()).containsEntry(HASH, "SUPERSEDED");
        desk = desk.offer(plan(hash('c'), Effect.CLOSE, HedgePlan.Kind.MARKS, "H.1"), budget(), 0, NOW).next();
        desk = desk.offer(plan(hash('d'), Effect.CLOSE, HedgePlan.Kind.MARKS, "H.2"), budget(), 0, NOW).next();
        assertThat(desk.open()).containsOnlyKeys(hash('b'), hash('c'), hash('d'));
        desk = desk.offer(plan(hash('e'), Effect.CLOSE, HedgePlan.Kind.MARKS, "H.2"), budget(), 0, NOW).next();
        assertThat(desk.open()).containsOnlyKeys(hash('b'), hash('c'), hash('e'));
    }

    @Test
    void autoReleasesSmallPlansAndAsksForLargeOnes() {
        Answer small = desk(ApprovalSettings.Mode.AUTO, "75.60").offer(buy(HASH), budget(), 0, NOW);
        assertThat(small.result()).isInstanceOfSatisfying(ApprovalResult.Accepted.class,
                a -> assertThat(a.approver()).isEqualTo(Event.AUTO));
        assertThat(small.records()).hasSize(3);
        assertThat(desk(ApprovalSettings.Mode.AUTO, "75.59").offer(buy(HASH), budget(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Offered.class);
        assertThat(desk(ApprovalSettings.Mode.AUTO, null).offer(buy(HASH), budget(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Accepted.class);
    }

    @Test
    void aPlanForAPersonAloneIsNeverReleasedByRule() {
        HedgePlan small = buy(HASH);
        HedgePlan person = new HedgePlan(HASH, small.kind(), small.asOf(), small.tradeDate(), small.orders(),
                small.worstCase(), true);
        assertThat(desk(ApprovalSettings.Mode.AUTO, null).offer(person, budget(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Offered.class);
    }

    @Test
    void standingApprovalCoversHarvestsOnly() {
        ApprovalDesk desk = ApprovalDesk
                .start(new ApprovalSettings(ApprovalSettings.Mode.APPROVE, null, true, COLLAR, false));
        assertThat(desk.offer(plan(HASH, Effect.CLOSE, HedgePlan.Kind.MARKS, "H.1"), budget(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Accepted.class);
        assertThat(desk.offer(plan(HASH, Effect.CLOSE, HedgePlan.Kind.DAILY, "H.1"), budget(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Offered.class);
        assertThat(desk.offer(buy(HASH), budget(), 0, NOW).result()).isInstanceOf(ApprovalResult.Offered.class);
    }

    @Test
    void dryRunNeverReleases() {
        Answer answer = desk(ApprovalSettings.Mode.DRY_RUN, null).offer(buy(HASH), budget(), 0, NOW);
        assertThat(answer.result()).isInstanceOf(ApprovalResult.DryRun.class);
        assertThat(answer.next().approve(HASH, "anna", "terminal", facts(), 0, NOW).result())
                .isInstanceOf(ApprovalResult.Refused.class);
    }

    @Test
    void rejectionIsRecordedWithItsAuthor() {
        Answer answer = offered().reject("7f3a-91c2-08be", "anna", "console", 0, NOW);
        assertThat(answer.result()).isInstanceOf(ApprovalResult.Rejected.class);
        assertThat(answer.records()).anyMatch(r -> r instanceof JournalRecord.Approval a
                && a.decision().equals("REJECTED") && a.who().equals("anna"));
    }

    @Test
    void P13_afterARestartOldPlansAreVoid() {
        Answer offer = desk(ApprovalSettings.Mode.APPROVE, null).offer(buy(HASH), budget(), 0, NOW);
        Answer used = desk(ApprovalSettings.Mode.AUTO, null).offer(buy(hash('a')), budget(), 0, NOW);
        List<JournalRecord> journal = new ArrayList<>(offer.records());
        journal.addAll(used.records());
        ApprovalDesk desk = ApprovalDesk.restore(offer.next().settings(), journal);
        assertThat(code(desk.approve(HASH, "anna", "terminal", facts(), 0, NOW))).isEqualTo(Code.EXPIRED);
        assertThat(code(desk.approve(hash('a'), "anna", "terminal", facts(), 0, NOW))).isEqualTo(Code.USED);
    }
}
