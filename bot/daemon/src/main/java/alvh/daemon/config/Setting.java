package alvh.daemon.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every key a user may turn, once: what it means, its legal values, its default and why. The tracked settings file is
 * generated from this list, and the reader accepts nothing else.
 */
public enum Setting {

    ACCOUNT_ID("account.id", new SettingType.Text(Pattern.compile("[A-Z0-9]{4,16}"),
            "an account id in capitals and digits, such as DU1234567", "E-CFG-ACCT"), "${ALVH_ACCOUNT}",
            "The one account this home trades. The session must report exactly this one, else nothing is sent (exit 10)."), ACCOUNT_KIND(
                    "account.kind", new SettingType.Choice(List.of("simulated", "paper", "live")), "simulated",
                    "Whose money it is, proven from the account that the session reports, never from the port (exit 11).",
                    "A live account needs two more consents: --live ACCOUNT and a dated consent file."),

    APPROVAL_MODE("approval.mode", new SettingType.Choice(List.of("dry-run", "approve", "auto")), "approve",
            "dry-run plans and sends nothing; approve asks a person for the frozen plan's hash; auto releases by rule."), APPROVAL_HUMAN_ABOVE(
                    "approval.human_above_usd", new SettingType.Money("1", "10000000", true, 2), "500",
                    "In auto mode a plan with a worst case above this still waits for a person. none: never."), APPROVAL_STANDING_HARVEST(
                            "approval.standing_harvest", new SettingType.Flag(), "false",
                            "true: rung sales of hedge lots in profit go out without asking, also in approve mode. The exit is half",
                            "of the result, and a spike is over in one to three sessions."),

    BUDGET_SHARE("budget.share_of_premium", new SettingType.Fraction("0.15", "0.25"), "0.20",
            "Share of the premium collected that hedges may cost. Below 0.15 no layer buys a whole contract for long;",
            "above 0.25 the insurance eats the income it insures."), BUDGET_MAX("budget.max_usd",
                    new SettingType.Money("1", "10000000", true, 2), "none",
                    "An absolute ceiling on the budget, in dollars, below what the share would allow. none: the share alone."), BUDGET_NET_LOSSES(
                            "budget.net_losses", new SettingType.Flag(), "false",
                            "true: premium kept on closed winners is reduced by closed losers (stricter)."), BUDGET_INDEX_STRUCTURES(
                                    "budget.index_structures", new SettingType.Flag(), "true",
                                    "Whether short SPX and XSP structures count as book, as single names do."),

    LAYERS_PRESET("layers.preset", new SettingType.Choice(List.of("default", "alvh442", "vxth", "off")), "default",
            "default: three layers that grow with the votes. alvh442: whole bundles of 0.50 delta VIX calls at 30, 110 and 220 days,",
            "4 to 4 to 2, dearer by half. vxth: the Cboe VXTH rule within this budget, a passive comparison that holds one",
            "month's calls to expiry. off: no hedges are bought. A plan says what its preset sets and costs; of a chosen one first."), LAYERS_KEEP_CORE(
                    "layers.keep_core", new SettingType.Flag(), "false",
                    "true: the long-dated layer is kept when the book is gone for five sessions, instead of being released."), LAYERS_HOLD_INTO_SOQ(
                            "layers.hold_into_soq", new SettingType.Flag(), "false",
                            "true: VIX calls in the money by a point or more may be held into the settlement auction, which can differ",
                            "from the open by more than a point."), LAYERS_EDR_VOTE("layers.edr_vote",
                                    new SettingType.Flag(), "false",
                                    "true: an expected daily range above 0.94 % gives half a vote. Off, because its formula is a convention."), LAYERS_FUTURES(
                                            "layers.futures", new SettingType.Choice(
                                                    List.of("none", "vxm", "flattener", "steepener")),
                                            "none",
                                            "VIX futures beside the options. Only none is traded: the others are refused at the start, each with",
                                            "its reason. A steepener is short volatility in a crash and is forbidden for good."),

    LOTS_LIFO("lots.lifo", new SettingType.Flag(), "false",
            "Which lot of one contract a sale closes first. false: the oldest."),

    DRIP_FUNDS_BUDGET("drip.funds_budget", new SettingType.Flag(), "false",
            "true: dividends of the last 63 sessions count as premium kept: shares held into an ex-date of your fundamentals file,",
            "times the dividend written there. The broker's API books no dividend cash, so without the file nothing counts."),

    FEES_MINIMUM("fees.minimum_per_order_usd", new SettingType.Money("0", "50", false, 4), "1.00",
            "Reserved before the commission report comes: at least this for an order ..."), FEES_PER_CONTRACT(
                    "fees.per_contract_usd", new SettingType.Money("0", "10", false, 4), "0.65",
                    "... or this for each contract, whichever is more, ..."), FEES_VIX("fees.vix_usd",
                            new SettingType.Money("0", "10", false, 4), "0.60",
                            "... plus, for each contract, the index surcharge and clearing of VIX options, ..."), FEES_SPX(
                                    "fees.spx_usd", new SettingType.Money("0", "10", false, 4), "0.75",
                                    "... of SPX options, ..."), FEES_XSP("fees.xsp_usd",
                                            new SettingType.Money("0", "10", false, 4), "0.15",
                                            "... of XSP options, ..."), FEES_STOCK("fees.stock_option_usd",
                                                    new SettingType.Money("0", "10", false, 4), "0.15",
                                                    "... of stock options."),

    GATEWAY_HOST("gateway.host",
            new SettingType.Text(Pattern.compile("[A-Za-z0-9.:\\-]{1,255}"), "a host name or address",
                    "E-CFG-HOST"),
            "127.0.0.1", "Where TWS or IB Gateway listens. Another machine needs gateway.allow_remote."), GATEWAY_PORT(
                    "gateway.port", new SettingType.Whole(1, 65535, "E-CFG-PORT"), "4002",
                    "IB Gateway: 4002 paper, 4001 live. TWS: 7497 paper, 7496 live."), GATEWAY_CLIENT_ID(
                            "gateway.client_id", new SettingType.Whole(1, 9999, "E-CFG-CLIENTID"), "17",
                            "A number of its own for this bot, never 0: the broker shows and cancels orders by it. Make it the gateway's",
                            "Master API client ID too, so that commissions of trades made by hand are reported."), GATEWAY_LINES(
                                    "gateway.market_data_lines", new SettingType.Whole(20, 500, "E-CFG-INT"), "80",
                                    "Market-data lines used at once. The broker allows 100 by default, and your own TWS shares them."), GATEWAY_ALLOW_REMOTE(
                                            "gateway.allow_remote", new SettingType.Flag(), "false",
                                            "true: gateway.host may be another machine. The TWS protocol has neither encryption nor password."), GATEWAY_CAPTURE(
                                                    "gateway.capture", new SettingType.Choice(List.of("off", "on")),
                                                    "off",
                                                    "on: every byte of the session goes to files in the home's capture folder, the last 256 MiB, account numbers",
                                                    "and all. scripts/alvh frames prints them with the numbers masked; scripts/alvh simulate --replay plays them."),

    DATA_ALLOW_DELAYED("data.allow_delayed", new SettingType.Flag(), "false",
            "true, paper accounts only: delayed quotes may be used, and are marked wherever they are shown."), DATA_RATE(
                    "data.risk_free_rate", new SettingType.Fraction("0", "0.20"), "0.043",
                    "Continuous risk-free rate per year for option values."), DATA_EVENTS("data.events_file",
                            SettingType.FILES, "none",
                            "Scheduled events (FOMC, CPI, earnings ...): no buys around important ones, votes on surprises. CSV, or",
                            "iCalendar where the name ends in .ics; several with commas between them. Example: events.csv."), DATA_FUNDAMENTALS(
                                    "data.fundamentals_file", SettingType.FILE, "none",
                                    "What companies of the book earn, owe and pay: warnings and the limit on one name. Example: fundamentals.csv."), DATA_BOOK(
                                            "data.book_file", SettingType.FILE, "none",
                                            "Tags of your structures: role, catalyst, thesis, invalidation. Example: book.csv."), DATA_BREADTH(
                                                    "data.breadth_file", SettingType.FILE, "none",
                                                    "Past advances and declines of the NYSE (date,advances,declines), until enough days are recorded here."), DATA_GDP(
                                                            "data.gdp_file", SettingType.FILE, "none",
                                                            "Real GDP on the year before in percent by first release (date,growth_pct): may lower thresholds."), DATA_REER(
                                                                    "data.reer_file", SettingType.FILE, "none",
                                                                    "A broad real effective exchange rate, monthly by publication (date,index): may lower thresholds."), DATA_RATES(
                                                                            "data.rates_file",
                                                                            SettingType.FILE, "none",
                                                                            "US rates as decimals a year (date,ten_year,three_month): the cost of capital of companies."), DATA_SCENARIOS(
                                                                                    "data.scenarios_file",
                                                                                    SettingType.FILE, "none",
                                                                                    "Your own scenarios, shown and never weighed (id,spx_pct,vix_points,days,name_pct,sector_pct,note); vix_points for a start at 17, scaled to today's VIX."),

    SCHEDULE_DAILY("schedule.daily", new SettingType.Cron(), "0 15 10 ? * MON-FRI",
            "The daily cycle: votes, levels, buys. After the opening rotation and the 10:00 data. New York time."), SCHEDULE_MARKS(
                    "schedule.marks", new SettingType.Cron(), "0 0/5 10-15 ? * MON-FRI",
                    "Marks and rungs of held lots; this rhythm only ever sells."), SCHEDULE_WEEKLY("schedule.weekly",
                            new SettingType.Cron(), "0 14 10 ? * MON-FRI",
                            "Recalibration: runs with the first daily cycle of a week; later days of the week pass over it."), SCHEDULE_END_OF_DAY(
                                    "schedule.end_of_day", new SettingType.Cron(), "0 20 16 ? * MON-FRI",
                                    "Stores the day's levels, reads executions, reconciles, writes the checkpoint."),

    CONSOLE_PORT("console.port", new SettingType.Whole(0, 65535, "E-CFG-PORT"), "0",
            "Loopback port through which the command line asks a running daemon. 0: any free one."), DATABASE_KIND(
                    "database.kind", new SettingType.Choice(List.of("h2")), "h2",
                    "Where the journal lives: a file in the home folder."), LOG_JSON("log.json", new SettingType.Flag(),
                            "false",
                            "true: the log file is one JSON object a line, for collectors; the console stays readable.");

    private final String key;
    private final SettingType type;
    private final String fallback;
    private final List<String> reason;

    Setting(String key, SettingType type, String fallback, String... reason) {
        this.key = key;
        this.type = type;
        this.fallback = fallback;
        this.reason = List.of(reason);
    }

    public String key() {
        return key;
    }

    /** Its value is the name of a file, or several. */
    public boolean namesFiles() {
        return type == SettingType.FILE || type == SettingType.FILES;
    }

    String section() {
        return key.substring(0, key.indexOf('.'));
    }

    String leaf() {
        return key.substring(key.indexOf('.') + 1);
    }

    SettingType type() {
        return type;
    }

    String fallback() {
        return fallback;
    }

    List<String> reason() {
        return reason;
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
