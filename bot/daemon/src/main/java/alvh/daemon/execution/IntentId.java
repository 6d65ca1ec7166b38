package alvh.daemon.execution;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.Lot;
import alvh.planner.market.AccountKind;

/** Deterministic identities: the same decision has the same name, however often it is made (reliability 5.2). */
final class IntentId {

    private IntentId() {}

    /** First 80 bits of SHA-256 over everything that makes a decision itself, as 16 characters. */
    static String of(AccountKind kind, String account, String planHash, int step, LocalDate tradeDate,
            List<Lot.LotLeg> legs, String nonce) {
        StringBuilder text = new StringBuilder();
        text.append(kind.letter()).append('|').append(account).append('|').append(planHash).append('|').append(step)
                .append('|').append(tradeDate).append('|').append(legs(legs)).append('|').append(nonce);
        byte[] hash = sha256(text.toString());
        return Crockford.encode(new BigInteger(1, Arrays.copyOf(hash, 10)), 16);
    }

    /** Hash of the order as it is to be sent; the journal's evidence of what was approved and what left. */
    static String orderHash(OrderRequest order) {
        return HexFormat.of().formatHex(sha256(order.orderRef() + '|' + order.account() + '|' + legs(order.legs()) + '|'
                + order.side() + '|' + order.quantity() + '|' + order.limit() + "|LMT|DAY"));
    }

    static String legs(List<Lot.LotLeg> legs) {
        StringBuilder text = new StringBuilder();
        for (Lot.LotLeg leg : legs) {
            text.append(leg.side()).append(' ').append(leg.ratio()).append(' ').append(leg.key().text()).append(';');
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
