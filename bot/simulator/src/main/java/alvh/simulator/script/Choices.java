package alvh.simulator.script;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.util.Map.entry;

/** The closed word lists of the language, in the order in which a refusal names them. */
final class Choices {

    static final Map<String, Boolean> ON_OFF = ordered(entry("on", true), entry("off", false));
    static final Map<String, Line.FarmState> FARM_STATES = ordered(entry("up", Line.FarmState.UP),
            entry("down", Line.FarmState.DOWN), entry("idle", Line.FarmState.IDLE),
            entry("connecting", Line.FarmState.CONNECTING));
    static final Map<String, Line.Stage> STAGES = ordered(entry("greeting", Line.Stage.GREETING),
            entry("bootstrap", Line.Stage.BOOTSTRAP));
    static final Map<String, Line.Wire> DROPS = ordered(entry("connection", new Line.Drop(Line.Cut.FIN)),
            entry("hard", new Line.Drop(Line.Cut.RST)), entry("inside", new Line.DropInside()));
    static final Map<String, Line.LinkState> LINKS = ordered(entry("down", Line.LinkState.DOWN),
            entry("retry", Line.LinkState.RETRY), entry("up", Line.LinkState.UP),
            entry("lost", Line.LinkState.UP_DATA_LOST));
    static final Map<String, Line.FarmKind> FARMS = ordered(entry("market", Line.FarmKind.MARKET),
            entry("history", Line.FarmKind.HISTORY), entry("contracts", Line.FarmKind.CONTRACTS));
    static final Map<String, Line.Answer> ANSWERS = ordered(entry("acks", Line.Answer.ACKS),
            entry("status", Line.Answer.STATUS), entry("executions", Line.Answer.EXECUTIONS),
            entry("commissions", Line.Answer.COMMISSIONS), entry("cancels", Line.Answer.CANCELS),
            entry("ends", Line.Answer.ENDS));
    static final Map<String, Line.PresetKind> PRESETS = ordered(entry("size", Line.PresetKind.SIZE),
            entry("price", Line.PresetKind.PRICE), entry("off", Line.PresetKind.NONE));
    static final Map<String, Line.Step> STEPS = ordered(entry("presubmitted", Line.Step.PRESUBMITTED),
            entry("submitted", Line.Step.SUBMITTED));
    static final Map<String, Boolean> UNFILLED = ordered(entry("inactive", true), entry("cancelled", false));
    static final Map<String, Line.WhatIfMode> WHAT_IFS = ordered(entry("refuse", Line.WhatIfMode.REFUSE),
            entry("warn", Line.WhatIfMode.WARN), entry("range", Line.WhatIfMode.RANGE),
            entry("off", Line.WhatIfMode.OFF));
    static final Map<String, Layer> LAYERS = ordered(entry("base", Layer.BASE),
            entry("acceleration", Layer.ACCELERATION), entry("contingency", Layer.CONTINGENCY));

    static final Map<String, Recent> RECENT = ordered(entry("spx", Recent.SPX), entry("beta", Recent.BETA),
            entry("breadth", Recent.BREADTH), entry("oversold", Recent.OVERSOLD));

    /** What a {@code recent} line can be about. */
    enum Recent {
        SPX, BETA, BREADTH, OVERSOLD
    }

    private Choices() {}

    @SafeVarargs
    private static <T> Map<String, T> ordered(Map.Entry<String, T>... entries) {
        Map<String, T> map = new LinkedHashMap<>();
        for (Map.Entry<String, T> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(map);
    }
}
