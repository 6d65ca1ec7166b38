package alvh.simulator.gateway;

/** All who answer requests. */
record Desks(Reception reception, QuoteDesk quotes, LiveDesk live, CalculationDesk calculations, ContractDesk contracts,
        HistoryDesk history, TickHistoryDesk ticks, AccountDesk accounts,
        OrderDesk orders, ListDesk lists) {}
