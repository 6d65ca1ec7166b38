package alvh.simulator.market;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.WorldSpec.Holding;
import alvh.simulator.market.WorldSpec.Levels;
import alvh.simulator.market.WorldSpec.Name;
import alvh.simulator.market.WorldSpec.Recent;

/** Worlds that come with the house. */
public final class Worlds {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 20);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 17);
    /** A slide, a rally that tires, and three closes of a fading MACD. */
    private static final List<Double> ROLLED_OVER = List.of(-0.004, 0.001, -0.006, -0.002, -0.005, 0.002, -0.004,
            -0.003, -0.006, 0.001, 0.004, 0.006, 0.003, 0.007, 0.002, 0.006, 0.004, 0.005, 0.003, 0.004, 0.005, 0.002,
            -0.004, -0.005, -0.003);

    private Worlds() {}

    /** The world of {@code scripts/alvh demo}: Tuesday 2026-03-10 10:15 ET, a book of five names. */
    public static WorldSpec demo() {
        return new WorldSpec("DUSIM0001", Hours.at(LocalDate.of(2026, 3, 10), LocalTime.of(10, 15)), 20_260_386L,
                new Levels(6012.40, 17.92, 17.05, 19.70, 21.10, 96.4, 1_310, 1_540), names(), book(),
                Usd.of("184925.07"), 0.043, new Recent(ROLLED_OVER, 0.42, -0.0011, List.of("DIS")), Map.of(),
                List.of());
    }

    /** The same market without a position: for tests that bring their own. */
    public static WorldSpec empty() {
        return demo().withPositions(List.of(), Usd.of("182450.00"));
    }

    private static List<Name> names() {
        return List.of(new Name("AAPL", "Apple Inc", 219.40, 0.265, 1.18, 0.136, 0.005, false),
                new Name("DIS", "Walt Disney Co/The", 94.45, 0.285, 0.94, 0.161, 0.010, false),
                new Name("JPM", "JPMorgan Chase & Co", 243.10, 0.212, 1.09, 0.133, 0.022, false),
                new Name("KO", "Coca-Cola Co/The", 72.20, 0.225, 0.48, 0.112, 0.029, false),
                new Name("NVDA", "NVIDIA Corp", 126.90, 0.445, 1.71, 0.218, 0.000, false),
                new Name("XOM", "Exxon Mobil Corp", 112.30, 0.240, 0.75, 0.170, 0.034, false),
                new Name("BAC", "Bank of America Corp", 46.20, 0.260, 1.20, 0.150, 0.023, false),
                new Name("WMT", "Walmart Inc", 97.40, 0.210, 0.60, 0.130, 0.010, false),
                new Name("PFE", "Pfizer Inc", 26.10, 0.250, 0.55, 0.160, 0.065, false),
                new Name("CVX", "Chevron Corp", 158.80, 0.230, 0.80, 0.165, 0.042, false),
                new Name("SPY", "SPDR S&P 500 ETF Trust", 599.50, 0.160, 1.00, 0.002, 0.012, true),
                new Name("RSP", "Invesco S&P 500 Equal Weight ETF", 181.20, 0.150, 0.95, 0.030, 0.016, true));
    }

    private static List<Holding> book() {
        return List.of(held("AAPL", APRIL, Right.PUT, 205, -3, "3.80"),
                held("AAPL", APRIL, Right.PUT, 195, 3, "1.76"),
                held("DIS", APRIL, Right.PUT, 92, -2, "2.09"),
                held("JPM", APRIL, Right.PUT, 225, -2, "2.85"),
                held("JPM", APRIL, Right.PUT, 215, 2, "1.52"),
                held("JPM", APRIL, Right.CALL, 260, -2, "2.62"),
                held("JPM", APRIL, Right.CALL, 270, 2, "1.08"),
                held("KO", MARCH, Right.CALL, 74, -4, "0.75"),
                held("KO", MARCH, Right.CALL, 77, 4, "0.18"),
                held("NVDA", APRIL, Right.PUT, 118, -5, "4.73"),
                held("NVDA", APRIL, Right.PUT, 108, 5, "2.25"));
    }

    private static Holding held(String root, LocalDate settlement, Right right, int strike, int quantity,
            String price) {
        return new Holding(InstrumentKey.option(root, settlement, right, strike * 1000L), quantity, Price.of(price));
    }
}
