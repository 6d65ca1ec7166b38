/**
 * The {@code *.scenario} language: one line, one fact or deed; read here, world lines are played by the gateway, and
 * {@code person} and {@code expect} lines are skipped there and played by proof, which reads the same file with the
 * same parser. Pure; knows the market's spec and nothing of gateway or exchange.
 *
 * <pre>
 * title TEXT · about SENTENCE                     the two head lines, printed by --list
 * start 2026-03-10 10:15 · seed 7 · account DUSIM0001 cash 150000 · market demo · level VIX 17.92
 * stock KO "Coca-Cola" 72.2 vol 22% beta 0.48 residual 11% yield 3% [etf]
 * recent spx -0.4% +0.2% · recent beta +0.25 · recent breadth -0.001 · recent oversold DIS
 * position KO260320C74 -4 at 0.75 · position none
 *
 * quote KEY 0.68 0.76 [size 20] · quote KEY - 0.76 · quote KEY auto · quote KEY 0.80 0.70 crossed
 * hold · release · jump SPX -4% VIX +20 VVIX =140
 * halt KEY · quiet KEY... · clear KEY... · spread VIX 3 · settle VIX 23.10
 * hold fills · release fills · fill TARGET [N] · partial N|off · correct TARGET 0.75 · bust TARGET · assign KEY
 * refuse TARGET [times N] CODE TEXT · refuse off · warn TARGET CODE TEXT · cancel TARGET [REASON] · trade KEY -1 at 4.10
 * refuse TARGET [times N] first|bare CODE TEXT     the code before the Inactive order, or the code alone
 * manual KEY +2 [at 0.70] · leg TARGET 1 [N] · pending 5s|off · unfilled inactive|cancelled · preset size|price N · preset off
 * whatif refuse CODE TEXT · whatif warn TEXT · whatif range|off · permids from N · permids late on|off
 * mute acks|status|executions|commissions|cancels|ends on|off · late ANSWER 30s|off · early commissions on|off
 * repeat status 3 · skip presubmitted|submitted on|off · master 9|off · comeback on|off
 * advance 10:20 · advance 2026-03-11 10:15 · advance +5m · skew +5s
 * drop connection|hard|inside · restart 30s · linger 60s|off · slow greeting|bootstrap 5s|off · split 10s
 * frame 999|1|hello| · length 99999999 · error CODE TEXT · bulletin 1 TEXT · accountready on|off
 * link down|retry|up|lost · reset 1h · nightly on|off · farm market up|down|idle|connecting
 * farm history up|down|idle · farm contracts up|down
 * readonly|delayed|silence|strict on|off · permission VIX 354|ok · pacing 50 · lines 100
 *
 * at MOMENT LINE · after fills [30s] LINE         wait; everything else plays in its turn
 * person WORDS · expect WORDS                     the play of proof
 * </pre>
 *
 * KEY is {@code AAPL}, {@code VX260415}, {@code VIX260415C26} or a quoted OCC symbol; TARGET is {@code base},
 * {@code acceleration}, {@code contingency}, {@code any} or a KEY. A {@code #} begins a comment. A bid above the ask is
 * a slip of the pen unless the line ends with {@code crossed}. Prices are 0 or more, moves leave levels above 0; spans
 * are at most 366d, a status is repeated at most 100 times, orders have at most 100000 units.
 */
package alvh.simulator.script;
