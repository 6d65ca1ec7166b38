package alvh.simulator.gateway;

/** All who answer requests. */
record Desks(Reception reception, QuoteDesk quotes, ContractDesk contracts, HistoryDesk history, AccountDesk accounts,
        OrderDesk orders, ListDesk lists) {}
