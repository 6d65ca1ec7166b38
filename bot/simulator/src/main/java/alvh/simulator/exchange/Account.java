package alvh.simulator.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import alvh.planner.money.Usd;
import alvh.simulator.market.SessionCalendar;

/** The account as a fold of facts: the same whether they happen now or are read from the truth file. */
final class Account {

    private static final long FIRST_PERM_ID = 1_203_000_001L;

    private final String id;
    private final Books books;
    private final TreeMap<Long, BookedOrder> orders = new TreeMap<>();
    private final Map<Integer, TreeMap<Integer, Long>> byClient = new TreeMap<>();
    /** Last revision of each execution by its stem, in the order of the first. */
    private final LinkedHashMap<String, Execution> executions = new LinkedHashMap<>();
    private final LinkedHashMap<String, ExchangeOutput.CommissionReported> commissions = new LinkedHashMap<>();
    private final Undo undo = new Undo();
    private int fills;
    private long firstPermId = FIRST_PERM_ID;

    Account(String id, Usd cash) {
        this.id = id;
        this.books = new Books(cash);
    }

    String id() {
        return id;
    }

    Books books() {
        return books;
    }

    /** What has been folded so far stays. */
    void keep() {
        undo.clear();
    }

    /** Takes back everything folded since {@link #keep}. */
    void rollBack() {
        undo.run();
    }

    void fold(ExchangeOutput fact) {
        Books before = books.copy();
        undo.add(() -> books.become(before));
        switch (fact) {
            case ExchangeOutput.OrderChanged(Instant at, BookedOrder order) -> {
                undo.put(orders, order.permId(), order);
                undo.put(byClient.computeIfAbsent(order.clientId(), c -> new TreeMap<>()), order.orderId(),
                        order.permId());
            }
            case ExchangeOutput.Executed(Instant at, Execution execution) -> {
                int fillsBefore = fills;
                undo.add(() -> fills = fillsBefore);
                undo.put(executions, execution.stem(), execution);
                fills = Math.max(fills, ExecIds.fillOf(execution.execId()));
            }
            case ExchangeOutput.Corrected(Instant at, Execution execution) ->
                undo.put(executions, execution.stem(), execution);
            case ExchangeOutput.CommissionReported report -> {
                undo.put(commissions, report.execId(), report);
                books.addRealised(report.realisedPnl() == null ? Usd.ZERO : report.realisedPnl());
            }
            case ExchangeOutput.PositionChanged(Instant at, Position position) -> books.put(position);
            case ExchangeOutput.CashChanged(Instant at, Usd cash, String why) -> books.setCash(cash);
            case ExchangeOutput.Settled settled -> books
                    .addRealised(settled.cashFlow().minus(books.of(settled.key(), 0).cost()));
            case ExchangeOutput.Opened opened -> {
            }
            case ExchangeOutput.MarketTold line -> {
            }
            case ExchangeOutput.ClockSet clock -> {
            }
            case ExchangeOutput.Notice notice -> {
            }
            case ExchangeOutput.WhatIf answer -> {
            }
        }
    }

    long nextPermId() {
        return Math.max(firstPermId, orders.isEmpty() ? 0 : orders.lastKey() + 1);
    }

    void permIdsFrom(long first) {
        firstPermId = first;
    }

    /** The ids of bound orders of the broker's own window go down from -1. */
    int nextManualId() {
        TreeMap<Integer, Long> own = byClient.get(0);
        return own == null || own.isEmpty() ? -1 : Math.min(0, own.firstKey()) - 1;
    }

    int nextFill() {
        return fills + 1;
    }

    Optional<BookedOrder> order(long permId) {
        return Optional.ofNullable(orders.get(permId));
    }

    Optional<BookedOrder> order(int clientId, int orderId) {
        TreeMap<Integer, Long> own = byClient.get(clientId);
        Long permId = own == null ? null : own.get(orderId);
        return permId == null ? Optional.empty() : order(permId);
    }

    int lastOrderId(int clientId) {
        TreeMap<Integer, Long> own = byClient.get(clientId);
        return own == null || own.isEmpty() ? 0 : Math.max(0, own.lastKey());
    }

    List<BookedOrder> working() {
        return orders.values().stream().filter(order -> !order.status().isTerminal()).toList();
    }

    List<BookedOrder> completed(LocalDate day) {
        return orders.values().stream()
                .filter(order -> order.status().isTerminal() && day(order.completed()).equals(day))
                .toList();
    }

    Optional<Execution> execution(String execId) {
        int dot = execId.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(executions.get(execId.substring(0, dot)));
    }

    List<Execution> executions(LocalDate day) {
        return executions.values().stream().filter(e -> day(e.at()).equals(day)).toList();
    }

    List<Execution> executionsOf(long permId) {
        return executions.values().stream().filter(e -> e.permId() == permId).toList();
    }

    List<ExchangeOutput.CommissionReported> commissions(LocalDate day) {
        List<ExchangeOutput.CommissionReported> found = new ArrayList<>();
        for (ExchangeOutput.CommissionReported report : commissions.values()) {
            if (day(report.at()).equals(day)) {
                found.add(report);
            }
        }
        return found;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SessionCalendar.NEW_YORK).toLocalDate();
    }
}
