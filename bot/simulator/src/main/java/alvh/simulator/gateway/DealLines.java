package alvh.simulator.gateway;

import java.util.List;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.script.Line;

/** Plays the lines about orders and about how they are told. */
final class DealLines {

    private final Exchange exchange;
    private final OrderDesk orders;
    private final Layers layers;
    private final Switches switches;
    private final Mail mail;

    DealLines(Exchange exchange, OrderDesk orders, Layers layers, Switches switches, Mail mail) {
        this.exchange = exchange;
        this.orders = orders;
        this.layers = layers;
        this.switches = switches;
        this.mail = mail;
    }

    void play(Line.Deal line) {
        switch (line) {
            case Line.Manual manual -> orders.exchange(new ExchangeInput.Write(manual.key(),
                    manual.quantity() > 0 ? Side.BUY : Side.SELL, Math.abs(manual.quantity()),
                    manual.price().map(price -> Price.of(price.toPlainString())).orElse(null)));
            case Line.FillLeg leg -> fillLeg(leg);
            case Line.Delay delay -> switches.delays.put(delay.answer(), delay.by());
            case Line.Early early -> switches.commissionsEarly = early.on();
            case Line.PermIdsFrom from -> orders.exchange(new ExchangeInput.PermIdsFrom(from.first()));
            case Line.PermIdsLate late -> switches.permIdsLate = late.on();
            case Line.CancelTakes takes -> orders.exchange(new ExchangeInput.CancelTakes(takes.time()));
            case Line.Preset preset -> preset(preset);
            case Line.WhatIf whatIf -> switches.whatIf = whatIf;
            case Line.Skip skip -> {
                if (skip.on()) {
                    switches.skipped.add(skip.step());
                } else {
                    switches.skipped.remove(skip.step());
                }
            }
            case Line.Unfilled unfilled -> orders.exchange(new ExchangeInput.EndsInactive(unfilled.inactive()));
            case Line.Master master -> switches.master = master.clientId();
            case Line.Comeback comeback -> switches.comeback = comeback.on();
        }
    }

    private void preset(Line.Preset preset) {
        switch (preset.kind()) {
            case SIZE -> switches.largestSize = preset.limit().doubleValue();
            case PRICE -> switches.highestPrice = preset.limit().doubleValue();
            case NONE -> {
                switches.largestSize = Double.POSITIVE_INFINITY;
                switches.highestPrice = Double.POSITIVE_INFINITY;
            }
        }
    }

    private void fillLeg(Line.FillLeg line) {
        List<BookedOrder> combos = exchange.openOrders().stream().filter(order -> order.ticket().isCombo()
                && layers.meant(line.target(), order, exchange.market().date())).toList();
        if (combos.isEmpty()) {
            mail.add(new Emission.Say("no working combo is meant by " + line.target().text()));
        }
        combos.forEach(order -> orders.exchange(new ExchangeInput.FillLeg(order.permId(), line.leg(),
                line.units().orElse(order.remaining()))));
    }
}
