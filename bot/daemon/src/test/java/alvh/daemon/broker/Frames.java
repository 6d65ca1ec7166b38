package alvh.daemon.broker;

/** Messages of a gateway at version 200 as printed in tws-protocol-vectors (I-40, I-45, I-50, I-52), for our order 51. */
final class Frames {
    private static final String MAX = "1.7976931348623157E308|";

    static final String EXECUTION = "11|-1|51|700|VIX|OPT|20261117|20.0|C|100|CBOE|USD|VIX   261118C00020000|VIX|"
            + "0000e0d5.69dd7411.01.01|20261117 10:01:02 US/Eastern|DUSIM0001|CBOE|BOT|1|0.85|900|17|0|1|0.85|"
            + FaultBench.REF + "||||2|0|papertrader|";
    static final String COMMISSION = "59|1|0000e0d5.69dd7411.01.01|1.2032|USD|" + MAX + MAX + "|";
    static final String STATUS = "3|51|Submitted|0|1|0|900|0|0|17||0|";
    static final String OPEN_ORDER = "5|51|700|VIX|OPT|20261117|20|C|100|SMART|USD|VIX   261118C00020000|VIX|BUY|1|LMT|"
            + "0.85|0.0|DAY||DUSIM0001||0|" + FaultBench.REF
            + "|17|900|0|0|0||1426086044.0/DU1234567/100||||||0|||0||-1|"
            + "0||||||2147483647|0|0|0||3|0|0||0|0||0|None||0||||?|0|0||0|0||||||0|0|0|2147483647|2147483647|||0||IB|0|0||"
            + "0|0|PreSubmitted|" + MAX.repeat(9) + "|||||" + MAX.repeat(9) + "-9223372036854775808||0||0|0|0|None|"
            + MAX.repeat(6) + "0||||0|1|0|0|0|||0|||||||0||0||2147483647|papertrader|0|";

    private Frames() {}
}
