package alvh.planner.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Settlement;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static alvh.planner.ledger.Booking.VIX20;
import static alvh.planner.ledger.Booking.VIX22;
import static alvh.planner.ledger.Booking.XSP560;
import static alvh.planner.ledger.Booking.XSP570;
import static org.assertj.core.api.Assertions.assertThat;

/** What booked events do to lots, reservations and charges. */
class LedgerFoldTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final List<Lot.LotLeg> SPREAD = List.of(new Lot.LotLeg(XSP570, 1, Side.BUY),
            new Lot.LotLeg(XSP560, 1, Side.SELL));
    private static final InstrumentKey KO_PUT = InstrumentKey.of("KO    260417P00060000");

    private static Booking morning() {
        return new Booking("2026-03-10T14:15:00Z");
    }

    private static HedgeCharges charges(Ledger ledger) {
        return HedgeCharges.of(ledger, DAY, NYSE);
    }

    @Test
    void aReservationShrinksWithFillsAndEndsWithItsIntent() {
        Booking day = morning().buyIntent("A", LayerId.BASE, VIX20, 4, "306.40");
        assertThat(charges(day.ledger()).cumHedge()).isEqualTo(Usd.of("306.40"));
        day.fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.73").fee("e1", VIX20, "1.02");
        Ledger partly = day.ledger();
        assertThat(partly.reserved()).isEqualTo(Usd.of("229.80"));
        assertThat(charges(partly).cumHedge()).isEqualTo(Usd.of("303.82"));
        assertThat(charges(partly).unrecoveredByLayer()).containsEntry(LayerId.BASE, Usd.of("303.82"))
                .containsEntry(LayerId.CONTINGENCY, Usd.ZERO);
        Ledger closed = day.closed("A").ledger();
        assertThat(closed.reserved()).isEqualTo(Usd.ZERO);
        assertThat(closed.reservations()).isEmpty();
        assertThat(charges(closed).cumHedge()).isEqualTo(Usd.of("74.02"));
        assertThat(charges(closed).spentFiveSessions()).isEqualTo(Usd.of("74.02"));
    }

    @Test
    void feesStayReservedUntilTheirCommissionComes() {
        Booking day = morning().add(new BookedEvent.IntentReserved(Instant.parse("2026-03-10T14:15:00Z"), "A",
                LayerId.BASE, Effect.OPEN, List.of(new Lot.LotLeg(VIX20, 1, Side.BUY)), 2, Usd.of("152.50"),
                Usd.of("2.50"), List.of())).fill("e1", 1, "A", VIX20, Side.BUY, 2, "0.73").closed("A");
        assertThat(day.ledger().reserved()).isEqualTo(Usd.of("2.50"));
        assertThat(charges(day.ledger()).cumHedge()).isEqualTo(Usd.of("148.50"));
        Ledger told = day.fee("e1", VIX20, "2.04").ledger();
        assertThat(told.reserved()).isEqualTo(Usd.ZERO);
        assertThat(charges(told).cumHedge()).isEqualTo(Usd.of("148.04"));
    }

    @Test
    void aSpreadCountsWholePackagesAndAnUnmatchedLegChargesNothing() {
        Booking day = morning().intent("B", LayerId.ACCELERATION, Effect.OPEN, SPREAD, 2, "397.20", List.of())
                .fill("x.01", 1, "B", XSP570, Side.BUY, 2, "6.10").fee("x.01", XSP570, "1.50")
                .fill("x.02", 1, "B", XSP560, Side.SELL, 1, "4.15").fee("x.02", XSP560, "0.75");
        Ledger half = day.ledger();
        Lot lot = half.lots().get("H.B");
        assertThat(lot.quantity()).isEqualTo(1);
        assertThat(lot.cost()).isEqualTo(Usd.of("196.50"));
        assertThat(half.reserved()).isEqualTo(Usd.of("198.60"));
        assertThat(half.memory().unmatched()).isEqualTo(Map.of(XSP570, 1L));
        assertThat(half.positions()).isEqualTo(Map.of(XSP570, 2L, XSP560, -1L));
        Ledger whole = day.fill("y.02", 1, "B", XSP560, Side.SELL, 1, "4.16").ledger();
        assertThat(whole.memory().unmatched()).isEmpty();
        assertThat(whole.lots().get("H.B").cost()).isEqualTo(Usd.of("391.25"));
        assertThat(whole.lots().get("H.B").quantity()).isEqualTo(2);
    }

    @Test
    void aSaleCreditsAtMostTheCostAndTheRestIsHarvest() {
        Ledger ledger = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "78")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").fee("e1", VIX20, "0.75").closed("A")
                .sellIntent("S", LayerId.BASE, VIX20, 1, "H.A")
                .fill("e2", 1, "S", VIX20, Side.SELL, 1, "2.40").fee("e2", VIX20, "0.75").closed("S").ledger();
        Lot lot = ledger.lots().get("H.A");
        assertThat(lot.credited()).isEqualTo(Usd.of("77.75"));
        assertThat(lot.proceeds()).isEqualTo(Usd.of("239.25"));
        assertThat(lot.state()).isEqualTo(Lot.State.SOLD);
        assertThat(charges(ledger).cumHedge()).isEqualTo(Usd.ZERO);
        assertThat(charges(ledger).harvestReserve()).isEqualTo(Usd.of("161.50"));
        assertThat(charges(ledger).extendable()).isEqualTo(Map.of("H.A", Usd.of("80.75")));
    }

    @Test
    void anExtensionIsChargedToTheHarvestAndNotToTheBudget() {
        Booking day = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "78")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").fee("e1", VIX20, "0.75").closed("A")
                .sellIntent("S", LayerId.BASE, VIX20, 1, "H.A")
                .fill("e2", 1, "S", VIX20, Side.SELL, 1, "2.40").fee("e2", VIX20, "0.75").closed("S")
                .intent("X", LayerId.CONTINGENCY, Effect.OPEN, List.of(new Lot.LotLeg(VIX22, 1, Side.BUY)), 1, "71.20",
                        List.of("H.A"));
        assertThat(charges(day.ledger()).cumHedge()).isEqualTo(Usd.ZERO);
        assertThat(charges(day.ledger()).extendable()).isEqualTo(Map.of("H.A", Usd.of("9.55")));
        Ledger bought = day.fill("e3", 1, "X", VIX22, Side.BUY, 1, "0.70").fee("e3", VIX22, "1.02").closed("X")
                .ledger();
        assertThat(charges(bought).cumHedge()).isEqualTo(Usd.ZERO);
        assertThat(charges(bought).unrecovered()).isEqualTo(Usd.ZERO);
        assertThat(charges(bought).harvestReserve()).isEqualTo(Usd.of("90.48"));
        assertThat(charges(bought).extendable()).isEqualTo(Map.of("H.A", Usd.of("9.73")));
    }

    @Test
    void salesTakeTheOldestLotUnlessTheIntentNamesAnother() {
        Booking day = morning().buyIntent("A", LayerId.BASE, VIX20, 2, "160")
                .fill("e1", 1, "A", VIX20, Side.BUY, 2, "0.70").closed("A")
                .buyIntent("B", LayerId.BASE, VIX20, 2, "180").fill("e2", 1, "B", VIX20, Side.BUY, 2, "0.80")
                .closed("B");
        List<Lot.LotLeg> legs = List.of(new Lot.LotLeg(VIX20, 1, Side.BUY));
        assertThat(HedgeLots.toClose(day.ledger(), legs, false)).containsExactly("H.A", "H.B");
        assertThat(HedgeLots.toClose(day.ledger(), legs, true)).containsExactly("H.B", "H.A");
        Ledger newest = day.sellIntent("S", LayerId.BASE, VIX20, 3, "H.B", "H.A")
                .fill("e3", 1, "S", VIX20, Side.SELL, 3, "1.00").ledger();
        assertThat(newest.lots().get("H.B").openQuantity()).isZero();
        assertThat(newest.lots().get("H.A").openQuantity()).isEqualTo(1);
        assertThat(newest.lots().get("H.B").credited()).isEqualTo(Usd.of("160"));
        assertThat(newest.lots().get("H.A").credited()).isEqualTo(Usd.of("70"));
    }

    @Test
    void aRollClosesTheOldLotAndOpensTheNewOneInOneOrder() {
        List<Lot.LotLeg> roll = List.of(new Lot.LotLeg(VIX20, 1, Side.SELL), new Lot.LotLeg(VIX22, 1, Side.BUY));
        Ledger ledger = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "78")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").fee("e1", VIX20, "1.00").closed("A")
                .at("2026-04-01T14:15:00Z").intent("R", LayerId.BASE, Effect.ROLL, roll, 1, "75", List.of("H.A"))
                .fill("r.01", 1, "R", VIX20, Side.SELL, 1, "0.20").fee("r.01", VIX20, "1.00")
                .fill("r.02", 1, "R", VIX22, Side.BUY, 1, "0.85").fee("r.02", VIX22, "1.00").closed("R").ledger();
        assertThat(ledger.lots().get("H.A").state()).isEqualTo(Lot.State.SOLD);
        assertThat(ledger.lots().get("H.A").credited()).isEqualTo(Usd.of("19"));
        assertThat(ledger.lots().get("H.R").cost()).isEqualTo(Usd.of("86"));
        HedgeCharges charges = HedgeCharges.of(ledger, LocalDate.of(2026, 4, 1), NYSE);
        assertThat(charges.cumHedge()).as("decay 59 stays, new debit 86").isEqualTo(Usd.of("145"));
        assertThat(charges.unrecovered()).isEqualTo(Usd.of("86"));
        assertThat(charges.spentFiveSessions()).as("net debit of the roll").isEqualTo(Usd.of("67"));
    }

    @Test
    void worthlessCostStaysUntilTheEpochRollsOffAndAnOpenLotForEver() {
        Booking day = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "78")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").fee("e1", VIX20, "0.75").closed("A");
        LocalDate last = NYSE.plus(DAY, 62);
        LocalDate after = NYSE.plus(DAY, 63);
        assertThat(HedgeCharges.of(day.ledger(), after, NYSE).cumHedge()).isEqualTo(Usd.of("77.75"));
        Ledger expired = day.at("2026-04-15T13:30:00Z").settled(VIX20, "0").ledger();
        assertThat(expired.lots().get("H.A").state()).isEqualTo(Lot.State.EXPIRED);
        assertThat(HedgeCharges.of(expired, last, NYSE).cumHedge()).isEqualTo(Usd.of("77.75"));
        assertThat(HedgeCharges.of(expired, last, NYSE).unrecovered()).isEqualTo(Usd.ZERO);
        assertThat(HedgeCharges.of(expired, after, NYSE).cumHedge()).isEqualTo(Usd.ZERO);
    }

    @Test
    void settlementIsASaleAtIntrinsicAndALaterWordReplacesIt() {
        Booking day = morning().intent("B", LayerId.ACCELERATION, Effect.OPEN, SPREAD, 1, "200", List.of())
                .fill("x.01", 1, "B", XSP570, Side.BUY, 1, "6.10").fill("x.02", 1, "B", XSP560, Side.SELL, 1, "4.15")
                .closed("B").at("2026-05-29T20:00:00Z").settled(XSP570, "1400");
        assertThat(day.ledger().lots().get("H.B").state()).as("one leg is not enough").isEqualTo(Lot.State.HOLD);
        Ledger settled = day.settled(XSP560, "400").ledger();
        assertThat(settled.lots().get("H.B").state()).isEqualTo(Lot.State.SETTLED);
        assertThat(settled.lots().get("H.B").proceeds()).isEqualTo(Usd.of("1000"));
        assertThat(settled.lots().get("H.B").credited()).isEqualTo(Usd.of("195"));
        assertThat(day.settled(XSP560, "500").ledger().lots().get("H.B").proceeds()).isEqualTo(Usd.of("900"));
    }

    @Test
    void fromItsSettlementInstantALotWaitsAndItsCostStaysOpen() {
        Ledger ledger = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "78")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").closed("A").ledger();
        Settlement settlement = new Settlement(NYSE);
        assertThat(HedgeLots.asOf(ledger, Instant.parse("2026-04-15T13:29:00Z"), settlement)).isEqualTo(ledger);
        Ledger waiting = HedgeLots.asOf(ledger, Instant.parse("2026-04-15T13:30:00Z"), settlement);
        assertThat(waiting.lots().get("H.A").state()).isEqualTo(Lot.State.AWAIT_SETTLEMENT);
        assertThat(charges(waiting).unrecovered()).isEqualTo(Usd.of("77"));
    }

    @Test
    void tradesOfOthersOpenAndCloseBookLotsAndNeverTouchOurs() {
        Ledger ledger = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "78")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").closed("A")
                .fill("m1", 1, null, VIX20, Side.SELL, 1, "0.90")
                .fill("m2", 1, null, KO_PUT, Side.SELL, 3, "1.00").fee("m2", KO_PUT, "2.10")
                .fill("m3", 1, null, KO_PUT, Side.SELL, 1, "1.20").fee("m3", KO_PUT, "0.70")
                .fill("m4", 1, null, KO_PUT, Side.BUY, 4, "0.50").fee("m4", KO_PUT, "2.80").ledger();
        assertThat(ledger.lots().get("H.A").openQuantity()).isEqualTo(1);
        assertThat(ledger.positions()).as("a short of somebody against our long").doesNotContainKey(VIX20);
        Lot first = ledger.lots().get("B.m2." + KO_PUT.text());
        assertThat(first.cost()).isEqualTo(Usd.of("-297.90"));
        assertThat(first.proceeds()).isEqualTo(Usd.of("-152.10"));
        assertThat(first.state()).isEqualTo(Lot.State.SOLD);
        assertThat(ledger.lots().get("B.m3." + KO_PUT.text()).proceeds()).isEqualTo(Usd.of("-50.70"));
    }

    @Test
    void aFillThatFlipsThePositionClosesFirstAndOpensTheRest() {
        Ledger ledger = morning().fill("m1", 1, null, KO_PUT, Side.SELL, 1, "1.00")
                .fill("m2", 1, null, KO_PUT, Side.BUY, 3, "0.40").fee("m2", KO_PUT, "1.00").ledger();
        Lot flipped = ledger.lots().get("B.m2." + KO_PUT.text());
        assertThat(flipped.quantity()).isEqualTo(2);
        assertThat(flipped.legs().get(0).side()).isEqualTo(Side.BUY);
        Usd paid = ledger.lots().get("B.m1." + KO_PUT.text()).proceeds().minus(flipped.cost());
        assertThat(paid).as("both parts add up to the fill").isEqualTo(Usd.of("-121.00"));
    }

    @Test
    void holdingsAreSeededAtAverageCostAndARebaseReplacesThem() {
        Booking day = morning().holding(KO_PUT, -4, "98.95");
        Lot lot = day.ledger().openBookLots().get(0);
        assertThat(lot.source()).isEqualTo(Lot.Source.AVGCOST);
        assertThat(lot.cost()).isEqualTo(Usd.of("-395.80"));
        assertThat(lot.opened()).isNull();
        Ledger early = day.add(new BookedEvent.Executed(Instant.parse("2026-03-10T14:00:00Z"), "m0", 1, null, 7,
                KO_PUT, Side.SELL, 3, Price.of("1.00"), 100)).ledger();
        assertThat(early.positions()).as("a fill before the seed is inside it").isEqualTo(Map.of(KO_PUT, -4L));
        day.fill("m1", 1, null, KO_PUT, Side.BUY, 1, "0.50").holding(KO_PUT, -2, "97.00");
        Ledger rebased = day.ledger();
        assertThat(rebased.positions()).isEqualTo(Map.of(KO_PUT, -2L));
        assertThat(rebased.openBookLots()).singleElement().extracting(Lot::cost).isEqualTo(Usd.of("-194"));
        assertThat(rebased.lots().values()).filteredOn(l -> !l.open()).singleElement()
                .satisfies(l -> assertThat(l.quantity()).isEqualTo(1))
                .satisfies(l -> assertThat(l.cost()).isEqualTo(Usd.of("-98.95")));
        assertThat(day.holding(KO_PUT, 0, "0").ledger().openBookLots()).isEmpty();
    }

    @Test
    void aCorrectionReplacesOnceWhateverCameBetween() {
        Booking corrected = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "90")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").fee("e1", VIX20, "1.00").closed("A")
                .sellIntent("S", LayerId.BASE, VIX20, 1, "H.A").fill("e2", 1, "S", VIX20, Side.SELL, 1, "0.80")
                .add(new BookedEvent.Executed(Instant.parse("2026-03-10T14:15:01Z"), "e1", 2, "A", 7, VIX20, Side.BUY,
                        1, Price.of("0.79"), 100));
        assertThat(corrected.ledger().lots().get("H.A").cost()).isEqualTo(Usd.of("80"));
        assertThat(corrected.ledger().lots().get("H.A").credited()).isEqualTo(Usd.of("80"));
        Ledger again = corrected.fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77")
                .fill("e1", 2, "A", VIX20, Side.BUY, 1, "0.79").ledger();
        assertThat(again.lots().get("H.A").cost()).isEqualTo(Usd.of("80"));
        assertThat(again.positions()).isEmpty();
    }

    @Test
    void marksKeepTheHighestPeakAndRung() {
        Booking day = morning().buyIntent("A", LayerId.BASE, VIX20, 2, "160")
                .fill("e1", 1, "A", VIX20, Side.BUY, 2, "0.77").closed("A")
                .add(new BookedEvent.Marked(Instant.parse("2026-03-11T14:00:00Z"), "H.A", Price.of("2.40"), 1))
                .add(new BookedEvent.Marked(Instant.parse("2026-03-11T14:05:00Z"), "H.A", Price.of("2.10"), 0));
        assertThat(day.ledger().lots().get("H.A").peak()).isEqualTo(Price.of("2.40"));
        assertThat(day.ledger().lots().get("H.A").rungs()).isEqualTo(1);
    }

    @Test
    void anExecutionOfAnUnknownIntentChargesNothingUntilItsIntentIsKnown() {
        Booking day = morning().fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77");
        assertThat(day.ledger().lots()).isEmpty();
        assertThat(day.ledger().positions()).isEqualTo(Map.of(VIX20, 1L));
        assertThat(day.buyIntent("A", LayerId.BASE, VIX20, 1, "78").ledger().lots().get("H.A").cost())
                .isEqualTo(Usd.of("77"));
    }

    @Test
    void soldBeyondWhatIsOwnedShowsAsAShortAndCreditsNothing() {
        Ledger ledger = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "78")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").closed("A")
                .sellIntent("S", LayerId.BASE, VIX20, 2, "H.A")
                .fill("e2", 1, "S", VIX20, Side.SELL, 2, "0.50").ledger();
        assertThat(ledger.positions()).isEqualTo(Map.of(VIX20, -1L));
        assertThat(ledger.lots().get("H.A").credited()).isEqualTo(Usd.of("50"));
    }

    @Test
    void boughtBeyondTheIntentIsBookedAndChargedWhole() {
        Ledger ledger = morning().buyIntent("A", LayerId.BASE, VIX20, 1, "78")
                .fill("e1", 1, "A", VIX20, Side.BUY, 1, "0.77").fill("e2", 1, "A", VIX20, Side.BUY, 1, "0.78").ledger();
        assertThat(ledger.lots().get("H.A").quantity()).isEqualTo(2);
        assertThat(ledger.reserved()).isEqualTo(Usd.ZERO);
        assertThat(charges(ledger).cumHedge()).isEqualTo(Usd.of("155"));
    }

    /** Methodology 3.8, a multiplier other than 100: the cash is that of the execution's own multiplier. */
    @Test
    void anExecutionIsBookedByItsOwnMultiplier() {
        InstrumentKey mini = InstrumentKey.of("AAPL7 260417P00190000");
        Ledger ledger = morning().add(new BookedEvent.Executed(Instant.parse("2026-03-10T14:16:00Z"), "m1", 1, null, 7,
                mini, Side.SELL, 2, Price.of("1.50"), 10)).ledger();
        // 1.50 x 10 x 2, by hand.
        assertThat(ledger.openBookLots()).singleElement().extracting(Lot::cost).isEqualTo(Usd.of("-30"));
    }
}
