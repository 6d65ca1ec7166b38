package alvh.simulator.gateway;

import alvh.planner.money.Price;
import alvh.simulator.exchange.Condition;
import alvh.simulator.exchange.Stage;
import alvh.simulator.exchange.Terms;
import alvh.wire.WireMessage;

/** Says an order's terms again in openOrder and completedOrder. */
final class TermsWriter {

    private TermsWriter() {}

    /** @param stage null before the order was accepted */
    static void write(WireMessage message, Terms terms, Stage stage) {
        if (message.knows("parentId")) {
            message.set("parentId", terms.parentId());
        }
        if (!terms.ocaGroup().isEmpty()) {
            message.set("ocaGroup", terms.ocaGroup()).set("ocaType",
                    terms.ocaType() == 0 ? Terms.REDUCE : terms.ocaType());
        }
        if (terms.trigger() != null) {
            message.set("auxPrice", text(terms.trigger()));
        }
        trail(message, terms, stage);
        if (!terms.algo().isEmpty()) {
            message.set("algoStrategy", terms.algo());
            terms.algoParams().forEach(
                    tag -> message.add("algoParams").set("tag", tag.tag()).set("value", tag.value()));
        }
        terms.conditions().forEach(condition -> condition(message.add("conditions"), condition));
        if (!terms.conditions().isEmpty()) {
            message.set("conditionsIgnoreRth", terms.ignoreRth()).set("conditionsCancelOrder",
                    terms.conditionsCancel());
        }
    }

    private static void trail(WireMessage message, Terms terms, Stage stage) {
        if (terms.trailPercent() > 0) {
            message.set("trailingPercent", Numbers.plain(terms.trailPercent()));
        }
        Price stop = stage == null || stage.stop() == null ? terms.trailStop() : stage.stop();
        if (stop != null) {
            message.set("trailStopPrice", text(stop)).set("trailStopPrice2", text(stop));
        }
    }

    private static String text(Price price) {
        return Numbers.plain(price.toDouble());
    }

    private static void condition(WireMessage.Group group, Condition condition) {
        switch (condition) {
            case Condition.AtPrice c -> group.set("type", 1).set("price", Numbers.plain(c.price()))
                    .set("isMore", c.isMore()).set("conId", c.conId()).set("exchange", c.exchange())
                    .set("triggerMethod", c.method());
            case Condition.AtTime c -> group.set("type", 3).set("isMore", c.isMore()).set("time", c.time());
            case Condition.AtMargin c -> group.set("type", 4).set("isMore", c.isMore()).set("percent", c.percent());
            case Condition.AtExecution c -> group.set("type", 5).set("secType", c.secType())
                    .set("exchange", c.exchange()).set("symbol", c.symbol());
            case Condition.AtVolume c -> group.set("type", 6).set("isMore", c.isMore()).set("volume", c.volume())
                    .set("conId", c.conId()).set("exchange", c.exchange());
            case Condition.AtChange c -> group.set("type", 7).set("isMore", c.isMore())
                    .set("changePercent", Numbers.plain(c.percent())).set("conId", c.conId())
                    .set("exchange", c.exchange());
        }
        group.set("conjunction", condition.and() ? "a" : "o");
    }
}
