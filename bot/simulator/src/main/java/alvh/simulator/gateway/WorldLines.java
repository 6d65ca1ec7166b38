package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.Execution;
import alvh.simulator.exchange.OrderStatus;
import alvh.simulator.market.MarketLine;
import alvh.simulator.script.Line;
import alvh.simulator.script.Target;

/** Plays the world lines of a scenario: on the market, on the orders, on the switches and the line to the clients. */
final class WorldLines {

    private static final int USUAL_SIZE = 10;
    /** Time is played second by second. */
    private static final Duration FARTHEST = Duration.ofDays(366);
    private final Exchange exchange;
    private final OrderDesk orders;
    private final Layers layers;
    private final Switches switches;
    private final LinkLines link;
    private final PriceLines prices;
    private final DealLines deals;
    private final Mail mail;

    WorldLines(Exchange exchange, OrderDesk orders, Layers layers, Switches switches, LinkLines link, Mail mail) {
        this.exchange = exchange;
        this.orders = orders;
        this.layers = layers;
        this.switches = switches;
        this.mail = mail;
        this.link = link;
        this.prices = new PriceLines(exchange, orders);
        this.deals = new DealLines(exchange, orders, layers, switches, mail);
    }

    void play(Line.World line) {
        switch (line) {
            case Line.Hold hold -> orders.exchange(switch (hold.what()) {
                case PRICES -> new ExchangeInput.World(new MarketLine.Hold());
                case FILLS -> new ExchangeInput.HoldFills();
            });
            case Line.Release release -> orders.exchange(switch (release.what()) {
                case PRICES -> new ExchangeInput.World(new MarketLine.Release());
                case FILLS -> new ExchangeInput.ReleaseFills();
            });
            case Line.SetQuote q -> market(new MarketLine.Pin(listed(q.key()), q.bid().map(Number::doubleValue).orElse(
                    Double.NaN), q.ask().map(Number::doubleValue).orElse(Double.NaN), q.size().orElse(USUAL_SIZE),
                    q.size().orElse(USUAL_SIZE)));
            case Line.AutoQuote q -> market(new MarketLine.Clear(List.of(q.key())));
            case Line.Jump jump -> prices.jump(jump);
            case Line.Settle settle -> prices.settle(settle);
            case Line.Halt halt -> market(new MarketLine.Halt(listed(halt.key())));
            case Line.Quiet quiet -> market(new MarketLine.Silence(quiet.keys().stream().map(this::listed).toList()));
            case Line.Clear clear -> market(new MarketLine.Clear(clear.keys()));
            case Line.Spread spread -> market(new MarketLine.Spread(spread.tradingClass(), spread.factor()));
            case Line.Fill fill -> fill(fill.target(), fill.quantity());
            case Line.Correct correct -> correct(correct.target(), Price.of(correct.price().toPlainString()), false);
            case Line.Bust bust -> correct(bust.target(), new Price(0), true);
            case Line.Partial partial -> orders.exchange(new ExchangeInput.FillAtMost(partial.units()));
            case Line.Assign assign -> orders.exchange(new ExchangeInput.Assign(assign.key()));
            case Line.Refuse refuse -> switches.refusals.add(new Switches.Refusal(refuse));
            case Line.Warn warn -> working(warn.target())
                    .forEach(order -> link.tellOwner(order, warn.code(), warn.text()));
            case Line.RefuseOff off -> switches.refusals.clear();
            case Line.Trade trade -> orders.exchange(new ExchangeInput.HumanTrade(trade.key(),
                    trade.quantity() > 0 ? Side.BUY : Side.SELL, Math.abs(trade.quantity()),
                    Price.of(trade.price().toPlainString())));
            case Line.CancelOrders cancel -> working(cancel.target())
                    .forEach(order -> orders.exchange(new ExchangeInput.HandCancel(order.permId(), cancel.reason())));
            case Line.Mute mute -> mute(mute);
            case Line.Repeat repeat -> switches.statusRepeats = repeat.times();
            case Line.Advance advance -> advance(advance.to().from(mail.now().atZone(ZoneOffset.UTC)).toInstant());
            case Line.Wire wire -> link.play(wire);
            case Line.Deal deal -> deals.play(deal);
            case Line.ReadOnly readOnly -> switches.readOnly = readOnly.on();
            case Line.Delayed delayed -> switches.delayed = delayed.on();
            case Line.Permission permission -> switches.permissions.put(permission.underlying(), permission.code());
            case Line.Pacing pacing -> switches.pacing = pacing.messagesPerSecond();
            case Line.DataLines lines -> switches.dataLines = lines.lines();
            case Line.ClockSkew skew -> switches.skew = skew.by();
            case Line.Strict strict -> switches.strict = strict.on();
            case Line.Silence silence -> switches.silent = silence.on();
        }
    }

    private void advance(Instant to) {
        if (to.isAfter(mail.now().plus(FARTHEST))) {
            throw new IllegalArgumentException("time goes at most " + FARTHEST.toDays() + " days forward at once");
        }
        mail.add(new Emission.Forward(to));
    }

    private void market(MarketLine line) {
        orders.exchange(new ExchangeInput.World(line));
    }

    private InstrumentKey listed(InstrumentKey key) {
        if (exchange.market().catalogue().byKey(key).isEmpty()) {
            throw new IllegalArgumentException(key + " is not listed on this exchange");
        }
        return key;
    }

    private void mute(Line.Mute line) {
        if (line.on()) {
            switches.muted.add(line.answer());
        } else {
            switches.muted.remove(line.answer());
        }
    }

    private List<BookedOrder> working(Target target) {
        List<BookedOrder> meant = exchange.openOrders().stream()
                .filter(order -> layers.meant(target, order, exchange.market().date())).toList();
        if (meant.isEmpty()) {
            mail.add(new Emission.Say("no working order is meant by " + target.text()));
        }
        return meant;
    }

    /** Working orders; without one, the latest that was cancelled: a fill that comes too late. */
    private void fill(Target target, OptionalInt quantity) {
        LocalDate today = exchange.market().date();
        List<BookedOrder> meant = exchange.openOrders().stream().filter(order -> layers.meant(target, order, today))
                .toList();
        if (meant.isEmpty()) {
            meant = exchange.completedOrders(today).stream()
                    .filter(order -> order.status() == OrderStatus.CANCELLED && layers.meant(target, order, today))
                    .reduce((earlier, later) -> later).stream().toList();
        }
        if (meant.isEmpty()) {
            mail.add(new Emission.Say("no order is meant by " + target.text()));
        }
        meant.forEach(order -> orders.exchange(new ExchangeInput.ForceFill(order.permId(),
                Math.min(quantity.orElse(order.remaining()), order.remaining()))));
    }

    private void correct(Target target, Price price, boolean bust) {
        Optional<Execution> latest = exchange.executions(exchange.market().date()).stream()
                .filter(execution -> layers.meant(target, execution, exchange.market().date()))
                .reduce((earlier, later) -> later);
        if (latest.isEmpty()) {
            mail.add(new Emission.Say("no execution of today is meant by " + target.text()));
            return;
        }
        Execution e = latest.get();
        orders.exchange(new ExchangeInput.Correct(e.execId(), bust ? 0 : e.quantity(), bust ? e.price() : price));
    }
}
