package alvh.simulator.gateway;

import java.util.Collection;
import java.util.List;

import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.script.Line;

/** Episodes of the connections: client to gateway, and gateway to broker. */
final class LinkLines {

    private final Switches switches;
    private final Mail mail;
    private final Collection<Session> sessions;
    private final OrderDesk orders;

    LinkLines(Switches switches, Mail mail, Collection<Session> sessions, OrderDesk orders) {
        this.switches = switches;
        this.mail = mail;
        this.sessions = sessions;
        this.orders = orders;
    }

    void drop(Line.Cut cut) {
        List.copyOf(sessions).forEach(session -> mail.close(session, cut));
        sessions.clear();
    }

    void link(Line.LinkState state) {
        switch (state) {
            case DOWN -> {
                switches.linkUp = false;
                tellAll(1100, "Connectivity between IBKR and Trader Workstation has been lost.");
            }
            case RETRY -> {
                switches.linkUp = false;
                tellAll(2110, "Connectivity between Trader Workstation and server is broken. It will be restored"
                        + " automatically.");
            }
            case UP -> up(1102, "Connectivity between IBKR and Trader Workstation has been restored - data"
                    + " maintained.");
            case UP_DATA_LOST -> {
                sessions.forEach(Session::forgetSubscriptions);
                up(1101, "Connectivity between IBKR and Trader Workstation has been restored - data lost.");
            }
        }
    }

    private void up(int code, String text) {
        switches.linkUp = true;
        tellAll(code, text);
        orders.linkIsBack();
    }

    void farm(Line.Farm farm) {
        switch (farm.kind()) {
            case MARKET -> {
                switches.marketFarmUp = farm.up();
                notice(farm.up(), 2103, 2104, "Market data farm", "usfarm");
            }
            case HISTORY -> {
                switches.historyFarmUp = farm.up();
                notice(farm.up(), 2105, 2106, "HMDS data farm", "ushmds");
            }
            case CONTRACTS -> notice(farm.up(), 2157, 2158, "Sec-def data farm", "secdefnj");
        }
    }

    private void notice(boolean up, int broken, int fine, String farm, String name) {
        tellAll(up ? fine : broken, farm + " connection is " + (up ? "OK:" : "broken:") + name);
    }

    /** What a new session hears of the farms. */
    void greet(Session session) {
        mail.error(session, Mail.SESSION, switches.marketFarmUp ? 2104 : 2103, "Market data farm connection is "
                + (switches.marketFarmUp ? "OK:" : "broken:") + "usfarm");
        mail.error(session, Mail.SESSION, switches.historyFarmUp ? 2106 : 2105, "HMDS data farm connection is "
                + (switches.historyFarmUp ? "OK:" : "broken:") + "ushmds");
        mail.error(session, Mail.SESSION, 2158, "Sec-def data farm connection is OK:secdefnj");
        if (!switches.linkUp) {
            mail.error(session, Mail.SESSION, 1100,
                    "Connectivity between IBKR and Trader Workstation has been lost.");
        }
    }

    void tellOwner(BookedOrder order, int code, String text) {
        sessions.stream().filter(session -> session.started() && session.clientId == order.clientId())
                .forEach(session -> mail.error(session, order.orderId(), code, text));
    }

    void tellAll(int code, String text) {
        sessions.stream().filter(Session::started)
                .forEach(session -> mail.error(session, Mail.SESSION, code, text));
    }
}
