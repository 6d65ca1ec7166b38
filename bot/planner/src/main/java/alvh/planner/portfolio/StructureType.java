package alvh.planner.portfolio;

/** The recogniser grammar of methodology 3.1, in the order in which it is tried. */
public enum StructureType {
    IRON_FLY("iron fly"), IRON_CONDOR("iron condor"), PUT_SPREAD("bull put spread"), CALL_SPREAD(
            "bear call spread"), STRANGLE("short strangle"), SHORT_PUT(
                    "short put"), COVERED_CALL("covered call"), CALENDAR("calendar"), HEDGE("hedge"), LOOSE("loose");

    private final String words;

    StructureType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
