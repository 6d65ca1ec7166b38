package alvh.planner.company;

import java.util.List;

/**
 * What a share's dividends are worth (methodology F19): the H-model where a short-term growth is given, else Gordon's;
 * r = rf + b x 5 %. Not available when r - gL < 2 % or nothing is paid.
 */
public final class DividendDiscount {

    public static final String NAME = "price over DDM";
    private static final double LEAST_GAP = 0.02;
    private static final double DEAR = 1.25;

    private DividendDiscount() {}

    /**
     * The H-model: D0 [(1 + gL) + H (gS - gL)] / (r - gL), H half of the years over which growth fades.
     *
     * @param dividend D0, dollars a share and year
     * @return dollars a share
     */
    public static double hModel(double dividend, double growthShort, double growthLong, double fadeYears, double r) {
        return dividend * (1 + growthLong + fadeYears / 2 * (growthShort - growthLong)) / (r - growthLong);
    }

    /** Gordon's: D1 / (r - g). */
    public static double gordon(double dividend, double growth, double r) {
        return dividend * (1 + growth) / (r - growth);
    }

    /** n years at gS, then gL for ever: sum D0 (1+gS)^t/(1+r)^t + D0 (1+gS)^n (1+gL)/(r - gL)/(1+r)^n. */
    public static double twoStage(double dividend, double growthShort, int years, double growthLong, double r) {
        double sum = 0;
        double paid = dividend;
        double discount = 1;
        for (int t = 1; t <= years; t++) {
            paid *= 1 + growthShort;
            discount /= 1 + r;
            sum += paid * discount;
        }
        return sum + gordon(paid, growthLong, r) * discount;
    }

    /**
     * Price over the model's value; flag above 1.25.
     *
     * @param price dollars now
     * @param r rf + b ERP, a year
     */
    public static Figure gap(Company company, double price, double r) {
        String why = missing(company, price, r);
        if (why != null) {
            return Figure.missing(NAME, "x", "n/a: " + why);
        }
        double gL = company.growthLong();
        boolean fades = !Double.isNaN(company.growthShort());
        double worth = fades
                ? hModel(company.dividend(), company.growthShort(), gL, company.fadeYears(), r)
                : gordon(company.dividend(), gL, r);
        if (!(worth > 0)) {
            return Figure.missing(NAME, "x", "n/a: dividends shrink so fast that the model gives no value");
        }
        double second = fades
                ? twoStage(company.dividend(), company.growthShort(), (int) Math.rint(company.fadeYears() / 2), gL, r)
                : Double.NaN;
        double ratio = price / worth;
        return new Figure(NAME, ratio, "x", ratio > DEAR,
                List.of(new Figure.Input(fades ? "H-model" : "Gordon", worth, "USD"),
                        new Figure.Input("two-stage", second, "USD"), new Figure.Input("r", r, "a year"),
                        new Figure.Input("long-term growth", gL, "a year")),
                null);
    }

    private static String missing(Company company, double price, double r) {
        if (Double.isNaN(company.dividend())) {
            return "no dividend in the fundamentals file";
        }
        if (!(company.dividend() > 0)) {
            return "it pays no dividend";
        }
        if (Double.isNaN(company.growthLong())) {
            return "no long-term growth in the fundamentals file";
        }
        if (!Double.isNaN(company.growthShort()) && !(company.fadeYears() > 0)) {
            return "short-term growth without the years over which it fades";
        }
        if (!(price > 0) || Double.isNaN(r)) {
            return "no price, or no rate to discount by";
        }
        return r - company.growthLong() < LEAST_GAP - 1e-12 ? "r less long-term growth is below 2 %" : null;
    }
}
