package alvh.planner.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LayerDecision;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.money.Price;

/**
 * The hash that is approved: SHA-256 over a canonical text of the decisions - contracts, quantities, ladders, lots sold,
 * budget, rule results - and of nothing that differs between two runs on the same input. All amounts are whole
 * ten-thousandths, so that no floating digit depends on the processor.
 */
public final class PlanHash {
    private static final String VERSION = "alvh plan 1";

    private PlanHash() {}

    public static String of(HedgePlan.Kind kind, LocalDate tradeDate, List<PlannedOrder> orders, BudgetState budget,
            List<LayerDecision> layers, List<Certificate> certificates) {
        return sha256(text(kind, tradeDate, orders, budget, layers, certificates));
    }

    static String text(HedgePlan.Kind kind, LocalDate tradeDate, List<PlannedOrder> orders, BudgetState budget,
            List<LayerDecision> layers, List<Certificate> certificates) {
        var text = new StringBuilder(VERSION).append('\n').append(kind).append(' ').append(tradeDate).append('\n');
        orders.forEach(order -> order(text, order));
        text.append("budget ").append(budget.capTotal().e4()).append(' ').append(budget.available().e4()).append(' ')
                .append(budget.cumHedge().e4()).append(' ').append(budget.unrecovered().e4()).append('\n');
        for (LayerDecision layer : layers) {
            text.append("layer ").append(layer.layer().code()).append(' ').append(layer.now()).append(' ')
                    .append(layer.buysAllowed()).append(' ').append(layer.throttlePercent()).append('\n');
        }
        for (Certificate certificate : certificates) {
            text.append("certificate ").append(certificate.layer().code()).append(' ').append(certificate.valid());
            certificate.signatures().forEach(s -> text.append(' ').append(s.signer()).append('=').append(s.signed()));
            text.append('\n');
        }
        return text.toString();
    }

    private static void order(StringBuilder text, PlannedOrder order) {
        text.append("order ").append(order.step()).append(' ').append(order.layer().code()).append(' ')
                .append(order.effect()).append(' ').append(order.quantity()).append(" x ")
                .append(order.multiplier());
        for (LotLeg leg : order.legs()) {
            text.append(" [").append(leg.side()).append(' ').append(leg.ratio()).append(' ').append(leg.key())
                    .append(']');
        }
        text.append(" at");
        for (Price rung : order.ladder().rungs()) {
            text.append(' ').append(rung.e4());
        }
        text.append(" worst ").append(order.worstCase().e4()).append(" fees ").append(order.fees().e4())
                .append(" closes ").append(String.join(",", order.closesLots())).append(" after ")
                .append(order.dependsOn()).append('\n');
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
