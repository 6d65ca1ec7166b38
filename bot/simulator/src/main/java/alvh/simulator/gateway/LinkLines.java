package alvh.simulator.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.script.Line;
import alvh.wire.FrameCodec;
import alvh.wire.FrameWriter;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Episodes of the connections: client to gateway, and gateway to broker. */
final class LinkLines {

    static final int SUBSCRIPTION_REPLACED = 2100;
    private static final String LOST = "Connectivity between IBKR and Trader Workstation has been lost.";
    private final Switches switches;
    private final Mail mail;
    private final Collection<Session> sessions;
    private final OrderDesk orders;
    private final AccountDesk accounts;
    private final Night night;
    private int bulletins;

    LinkLines(Switches switches, Mail mail, Collection<Session> sessions, OrderDesk orders, AccountDesk accounts,
            Night night) {
        this.switches = switches;
        this.mail = mail;
        this.sessions = sessions;
        this.orders = orders;
        this.accounts = accounts;
        this.night = night;
    }

    void play(Line.Wire line) {
        switch (line) {
            case Line.Drop drop -> drop(drop.cut());
            case Line.DropInside inside -> dropInside();
            case Line.Restart restart -> {
                tellAll(1300, "The API port is being reset and this connection is dropped; please reconnect.");
                drop(Line.Cut.FIN);
                night.closePort(restart.down());
            }
            case Line.Reset reset -> {
                link(Line.LinkState.DOWN);
                night.resetEnds(reset.takes());
            }
            case Line.Nightly nightly -> night.every(nightly.on());
            case Line.Linger linger -> switches.linger = linger.by();
            case Line.Slow slow -> {
                switch (slow.stage()) {
                    case GREETING -> switches.slowGreeting = slow.by();
                    case BOOTSTRAP -> switches.slowBootstrap = slow.by();
                }
            }
            case Line.Split split -> sessions.forEach(session -> mail.cutNext(session.connection, split.gap()));
            case Line.RawFrame frame -> {
                byte[] body = frame.bars().replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
                started().forEach(session -> mail.send(session.connection, body));
            }
            case Line.BadLength bad -> started().forEach(session -> mail.bytes(session.connection,
                    ByteBuffer.allocate(Integer.BYTES).putInt(bad.length()).array()));
            case Line.Bulletin bulletin -> bulletin(bulletin);
            case Line.AccountReady ready -> {
                switches.accountReady = ready.on();
                sessions.forEach(accounts::readiness);
            }
            case Line.Link state -> link(state.state());
            case Line.Farm farm -> farm(farm);
            case Line.SessionError error -> {
                tellAll(error.code(), error.text());
                if (error.code() == SUBSCRIPTION_REPLACED) {
                    sessions.forEach(session -> session.accountUpdates = false);
                }
            }
        }
    }

    private void drop(Line.Cut cut) {
        List.copyOf(sessions).forEach(session -> {
            mail.forget(session.connection);
            mail.close(session, cut);
        });
        sessions.clear();
    }

    private void dropInside() {
        byte[] frame = FrameWriter.framed(FrameCodec.encode(
                WireMessage.of(Incoming.CURRENT_TIME).set("seconds", mail.now().getEpochSecond()), 0));
        sessions.forEach(session -> {
            mail.forget(session.connection);
            mail.bytes(session.connection, Arrays.copyOf(frame, frame.length / 2));
        });
        drop(Line.Cut.FIN);
    }

    private void bulletin(Line.Bulletin bulletin) {
        bulletins++;
        started().stream().filter(session -> session.bulletins).forEach(session -> mail.send(session, WireMessage
                .of(Incoming.UPDATE_NEWS_BULLETIN).set("msgId", bulletins).set("type", bulletin.type())
                .set("text", bulletin.text()).set("exchange", "NYSE")));
    }

    private void link(Line.LinkState state) {
        switch (state) {
            case DOWN -> {
                switches.linkUp = false;
                tellAll(1100, LOST);
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

    /** What time brings: the port back, the end of a reset, the next night. */
    void tick() {
        night.portIsBack();
        for (Line.LinkState state = night.next(); state != null; state = night.next()) {
            link(state);
        }
    }

    private void farm(Line.Farm farm) {
        switch (farm.kind()) {
            case MARKET -> switches.marketFarm = farm.state();
            case HISTORY -> switches.historyFarm = farm.state();
            case CONTRACTS -> switches.contractFarm = farm.state();
        }
        FarmNotice notice = FarmNotice.of(farm.kind(), farm.state());
        tellAll(notice.code(), notice.text());
    }

    /** What a new session hears of the farms. */
    void greet(Session session) {
        for (FarmNotice notice : List.of(FarmNotice.of(Line.FarmKind.MARKET, switches.marketFarm),
                FarmNotice.of(Line.FarmKind.HISTORY, switches.historyFarm),
                FarmNotice.of(Line.FarmKind.CONTRACTS, switches.contractFarm))) {
            mail.error(session, Mail.SESSION, notice.code(), notice.text());
        }
        if (!switches.linkUp) {
            mail.error(session, Mail.SESSION, 1100, LOST);
        }
    }

    void tellOwner(BookedOrder order, int code, String text) {
        sessions.stream().filter(session -> session.started() && session.clientId == order.clientId())
                .forEach(session -> mail.error(session, order.orderId(), code, text));
    }

    private void tellAll(int code, String text) {
        started().forEach(session -> mail.error(session, Mail.SESSION, code, text));
    }

    private List<Session> started() {
        return sessions.stream().filter(Session::started).toList();
    }
}
