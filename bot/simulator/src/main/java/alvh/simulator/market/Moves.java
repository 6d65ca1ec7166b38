package alvh.simulator.market;

import java.util.List;

import alvh.planner.scenario.VixResponse;

/**
 * How the levels move together: VIX answers SPX by its level-dependent elasticity, VVIX and the other VIX indices answer
 * VIX, names follow SPX by beta with noise of their own. Steps of a second inside a session, one gap over night.
 */
final class Moves {

    private static final double SESSION_SECONDS = 23_400;
    private static final double SESSIONS_A_YEAR = 252;
    /** Part of a day's variance that comes over night. */
    private static final double OVERNIGHT = 0.25;
    private static final double REALISED_SHARE = 0.75;
    private static final double VIX_OWN_DAILY = 0.03;
    private static final double HALF_LIFE_SESSIONS = 15;
    /** Points by which an index moves when VIX moves one. */
    private static final double NINE_DAYS = 1.35;
    private static final double THREE_MONTHS = 0.50;
    private static final double SIX_MONTHS = 0.33;
    private static final int ISSUES = 2_850;
    private static final long SPX_CHANNEL = Noise.channel("SPX");
    private static final long VIX_CHANNEL = Noise.channel("VIX");
    private static final long VVIX_CHANNEL = Noise.channel("VVIX");
    private static final long BREADTH_CHANNEL = Noise.channel("breadth");

    private final WorldSpec spec;
    private final Noise noise;
    private final long[] channels;

    Moves(WorldSpec spec, Noise noise) {
        this.spec = spec;
        this.noise = noise;
        this.channels = spec.names().stream().mapToLong(name -> Noise.channel("name " + name.symbol())).toArray();
    }

    /** One second of trading. Places that the script leads are left to it; what follows them still follows. */
    void second(Board board, long epochSecond, Script script, double openSpx) {
        double seconds = 1 / SESSION_SECONDS;
        step(board, epochSecond, seconds, script);
        breadth(board, epochSecond, StrictMath.log(board.at(Board.SPX) / openSpx));
    }

    /** The move from one close to the next open. */
    void gap(Board board, long epochSecond, Script script) {
        step(board, -epochSecond, OVERNIGHT, script);
    }

    /** @param days part of a session's variance */
    private void step(Board board, long index, double days, Script script) {
        double root = StrictMath.sqrt(days);
        double vixBefore = board.at(Board.VIX);
        double spxBefore = board.at(Board.SPX);
        double daily = REALISED_SHARE * vixBefore / 100 / StrictMath.sqrt(SESSIONS_A_YEAR);
        set(board, Board.SPX, spxBefore * StrictMath.exp(daily * root * noise.bell(SPX_CHANNEL, index)), script, index);
        double r = StrictMath.log(board.at(Board.SPX) / spxBefore);
        double pull = days * 0.693 / HALF_LIFE_SESSIONS * StrictMath.log(spec.levels().vix() / vixBefore);
        double own = VIX_OWN_DAILY * root * noise.bell(VIX_CHANNEL, index);
        double dln = pull + own - 0.7 * VixResponse.elasticity(vixBefore) * r;
        set(board, Board.VIX, Math.max(8.5, vixBefore * StrictMath.exp(dln)), script, index);
        follow(board, board.at(Board.VIX) - vixBefore, 1.0, root * 0.008 * noise.bell(VVIX_CHANNEL, index), script,
                index);
        names(board, r, root, script, index);
    }

    private void set(Board board, int place, double free, Script script, long index) {
        board.set(place, script.leads(place) ? script.next(board, place, index, noise) : free);
    }

    private void follow(Board board, double vixMove, double vvixPerPoint, double vvixOwn, Script script, long index) {
        set(board, Board.VIX9D, Math.max(8, board.at(Board.VIX9D) + NINE_DAYS * vixMove), script, index);
        set(board, Board.VIX3M, Math.max(9, board.at(Board.VIX3M) + THREE_MONTHS * vixMove), script, index);
        set(board, Board.VIX6M, Math.max(9.5, board.at(Board.VIX6M) + SIX_MONTHS * vixMove), script, index);
        double vvix = (board.at(Board.VVIX) + vvixPerPoint * vixMove) * StrictMath.exp(vvixOwn);
        set(board, Board.VVIX, Math.max(70, Math.min(215, vvix)), script, index);
    }

    private void names(Board board, double r, double root, Script script, long index) {
        List<WorldSpec.Name> names = spec.names();
        for (int i = 0; i < names.size(); i++) {
            WorldSpec.Name name = names.get(i);
            double own = name.residual() / StrictMath.sqrt(SESSIONS_A_YEAR) * root * noise.bell(channels[i], index);
            int place = Board.FIRST_NAME + i;
            set(board, place, board.at(place) * StrictMath.exp(name.beta() * r + own), script, index);
        }
    }

    private void breadth(Board board, long index, double sinceOpen) {
        double net = 90_000 * sinceOpen + 120 * noise.bell(BREADTH_CHANNEL, index / 30)
                + (spec.levels().advances() - spec.levels().declines());
        double bounded = Math.max(-0.9 * ISSUES, Math.min(0.9 * ISSUES, net));
        board.set(Board.ADVANCES, Math.rint((ISSUES + bounded) / 2));
        board.set(Board.DECLINES, Math.rint((ISSUES - bounded) / 2));
    }

    /** A jump to given levels; what is not named follows. */
    void jump(Board board, java.util.Map<String, Double> levels) {
        double spxBefore = board.at(Board.SPX);
        double vixBefore = board.at(Board.VIX);
        double spx = levels.getOrDefault("SPX", levels.containsKey("XSP") ? levels.get("XSP") * 10 : spxBefore);
        double r = StrictMath.log(spx / spxBefore);
        board.set(Board.SPX, spx);
        double answer = vixBefore * StrictMath.exp(-VixResponse.elasticity(vixBefore) * r);
        double vix = levels.getOrDefault("VIX", Math.max(8.5, Math.min(85, answer)));
        board.set(Board.VIX, vix);
        board.set(Board.VVIX, VixResponse.shockedVvix(board.at(Board.VVIX), vix - vixBefore));
        board.set(Board.VIX9D, Math.max(8, board.at(Board.VIX9D) + NINE_DAYS * (vix - vixBefore)));
        board.set(Board.VIX3M, Math.max(9, board.at(Board.VIX3M) + THREE_MONTHS * (vix - vixBefore)));
        board.set(Board.VIX6M, Math.max(9.5, board.at(Board.VIX6M) + SIX_MONTHS * (vix - vixBefore)));
        for (int i = 0; i < spec.names().size(); i++) {
            int place = Board.FIRST_NAME + i;
            board.set(place, board.at(place) * StrictMath.exp(spec.names().get(i).beta() * r));
        }
        levels.forEach((symbol, level) -> {
            if (board.place(symbol) >= 0) {
                board.set(board.place(symbol), level);
            }
        });
    }
}
