package alvh.planner.ledger;

import java.util.List;
import java.util.Map;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Past trades from a file, and how they explain a holding that was seeded at the broker's average cost. */
class TradeFilesTest {

    private static final String HEADER = "utc_time,exec_id,instrument,side,quantity,price,commission\n";
    private static final InstrumentKey KO_PUT = InstrumentKey.of("KO    260417P00060000");
    private static final String SOLD_FOUR = HEADER
            + "2026-02-20T15:00:00Z,x1,KO    260417P00060000,SELL,4,1.00,2.60\n";

    private static Booking seeded() {
        return new Booking("2026-03-10T14:15:00Z").holding(KO_PUT, -4, "98.95");
    }

    private static Ledger after(Booking booking, String file) {
        TradeFiles.Result read = TradeFiles.parse(file);
        assertThat(read.errors()).isEmpty();
        read.events().forEach(booking::add);
        return booking.ledger();
    }

    @Test
    void fillsThatAddUpToAHoldingKeepTheirExactCredit() {
        Ledger ledger = after(seeded(), SOLD_FOUR);
        assertThat(ledger.openBookLots()).singleElement().satisfies(lot -> {
            assertThat(lot.source()).isEqualTo(Lot.Source.IMPORT);
            assertThat(lot.cost()).isEqualTo(Usd.of("-397.40"));
            assertThat(lot.opened()).isEqualTo("2026-02-20T15:00:00Z");
        });
        Booking before = new Booking("2026-03-10T14:15:00Z");
        TradeFiles.parse(SOLD_FOUR).events().forEach(before::add);
        assertThat(before.holding(KO_PUT, -4, "98.95").ledger().openBookLots()).as("in either order")
                .isEqualTo(ledger.openBookLots());
    }

    @Test
    void whatWasClosedBeforeTheHoldingBecomesRealised() {
        Ledger ledger = after(seeded(), SOLD_FOUR + "2026-02-02T15:00:00Z,x2,KO    260417P00060000,SELL,2,2.00,1.30\n"
                + "2026-02-03T15:00:00Z,x3,KO    260417P00060000,BUY,2,0.50,1.30\n");
        assertThat(ledger.positions()).isEqualTo(Map.of(KO_PUT, -4L));
        assertThat(ledger.openBookLots()).singleElement().extracting(Lot::cost).isEqualTo(Usd.of("-397.40"));
        assertThat(ledger.memory().closings()).singleElement()
                .satisfies(c -> assertThat(c.cash().minus(c.cost())).isEqualTo(Usd.of("297.40")));
    }

    @ParameterizedTest
    @CsvSource({"SELL, 3", "BUY, 4", "SELL, 5"})
    void fillsThatDoNotAddUpAreInsideTheHolding(String side, int quantity) {
        Ledger ledger = after(seeded(),
                HEADER + "2026-02-20T15:00:00Z,x1,KO    260417P00060000," + side + "," + quantity + ",1.00,2.60\n");
        assertThat(ledger.positions()).isEqualTo(Map.of(KO_PUT, -4L));
        assertThat(ledger.openBookLots()).singleElement().satisfies(lot -> {
            assertThat(lot.source()).isEqualTo(Lot.Source.AVGCOST);
            assertThat(lot.cost()).isEqualTo(Usd.of("-395.80"));
        });
    }

    @Test
    void aSecondHoldingReplacesTheFirst() {
        Ledger ledger = seeded().holding(KO_PUT, -4, "90.00").ledger();
        assertThat(ledger.openBookLots()).singleElement().extracting(Lot::cost).isEqualTo(Usd.of("-360"));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        Booking once = seeded();
        Ledger first = after(once, SOLD_FOUR);
        assertThat(after(once, SOLD_FOUR)).isEqualTo(first);
    }

    @Test
    void whatTheBrokerReportedItselfIsNotImportedAgain() {
        Ledger live = new Booking("2026-03-10T14:15:00Z")
                .fill("0001f4e8.65f2a1b2.01", 1, null, KO_PUT, Side.SELL, 4, "1.00").ledger();
        List<BookedEvent> file = TradeFiles.parse(HEADER
                + "2026-03-10T14:15:00Z,0001f4e8.65f2a1b2.01.01,KO    260417P00060000,SELL,4,1.00,2.60\n"
                + "2026-03-10T14:15:00Z,0001f4e8.65f2a1b3.01.01,KO    260417P00060000,SELL,1,1.00,0.65\n").events();
        List<BookedEvent> left = TradeFiles.unknown(live, file);
        assertThat(left).hasSize(2).allSatisfy(e -> assertThat(e.toString()).contains("65f2a1b3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2026-02-30T15:00:00Z,x,KO,SELL,1,1,0 | could not be parsed",
            "2026-02-20T15:00:00Z,,KO,SELL,1,1,0 | the exec_id is empty",
            "2026-02-20T15:00:00Z,x,KO,SELL,-1,1,0 | quantity -1 is not positive",
            "2026-02-20T15:00:00Z,x,KO,SELL,1.5,1,0 | ",
            "2026-02-20T15:00:00Z,x,KO,HOLD,1,1,0 | HOLD",
            "2026-02-20T15:00:00Z,x,KO,SELL,1,1 | got 6 cells"})
    void aWrongLineIsNamedAndNothingIsTakenFromIt(String line, String why) {
        TradeFiles.Result read = TradeFiles.parse(HEADER + line + "\n");
        assertThat(read.events()).isEmpty();
        assertThat(read.errors()).singleElement().satisfies(e -> {
            assertThat(e.line()).isEqualTo(2);
            assertThat(e.message()).contains(why == null ? "" : why).contains("expected utc_time");
        });
    }

    @Test
    void anotherFirstLineIsRefused() {
        assertThat(TradeFiles.parse("date,price\n").errors()).singleElement()
                .satisfies(e -> assertThat(e.message()).contains("the first line must be utc_time"));
    }
}
