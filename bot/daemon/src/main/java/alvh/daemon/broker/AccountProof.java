package alvh.daemon.broker;

import java.util.List;

import alvh.planner.market.AccountKind;

/** Proves from the session's own account list, never from a port, whose money this is (C19): first the kind, then the id. */
final class AccountProof {
    private AccountProof() {}

    sealed interface Verdict {

        record Proven() implements Verdict {}

        record Wrong(int exitCode, String because) implements Verdict {}
    }

    static Verdict judge(List<String> accounts, BrokerSettings settings) {
        for (String account : accounts) {
            AccountKind kind = AccountKind.ofAccount(account);
            if (kind != settings.kind()) {
                return new Verdict.Wrong(11,
                        "the gateway at " + settings.host() + ":" + settings.port() + " serves a " + kind.word()
                                + " account (" + masked(account) + "), but account.kind is " + settings.kind().word()
                                + ". Nothing was sent. Connect to a gateway of that kind, or change account.kind");
            }
        }
        if (accounts.equals(List.of(settings.accountId()))) {
            return new Verdict.Proven();
        }
        return new Verdict.Wrong(10,
                "the gateway at " + settings.host() + ":" + settings.port() + " serves "
                        + accounts.stream().map(AccountProof::masked).toList() + ", but account.id is "
                        + masked(settings.accountId())
                        + ", and exactly that one account is expected. Nothing was sent. Log the gateway in with it,"
                        + " or change account.id");
    }

    /** Enough to tell two accounts apart; a whole number is nobody's business in a log. */
    private static String masked(String account) {
        boolean simulated = AccountKind.ofAccount(account) == AccountKind.SIMULATED;
        return simulated || account.length() < 6
                ? account
                : account.substring(0, 2) + "..." + account.substring(account.length() - 3);
    }
}
