-- The journal is the truth; every table below it but blob and instrument is a projection of it.
create table audit_event (
    lsn bigint primary key,
    type varchar(32) not null,
    epoch int not null,
    wall_us bigint not null,
    mono_ns bigint not null,
    payload varchar(4096) not null,
    prev_hash binary(32) not null,
    hash binary(32) not null
);
create trigger audit_event_is_append_only before update, delete on audit_event for each row
    call 'alvh.daemon.audit.AppendOnlyTrigger';

create table blob (hash char(64) primary key, kind varchar(16) not null, gz binary large object not null);
create trigger blob_is_append_only before update, delete on blob for each row
    call 'alvh.daemon.audit.AppendOnlyTrigger';

create table instrument (
    con_id int primary key, ikey varchar(21) not null unique, sec_type varchar(8) not null,
    trading_class varchar(12) not null, last_trade date, settles_at timestamp with time zone,
    strike_milli bigint, call_put char(1), multiplier int not null, rule_id int
);

create table plan (
    plan_hash char(64) primary key, kind varchar(16) not null, trade_date date not null, state varchar(16) not null,
    approver varchar(64), decided_lsn bigint, input_hash char(64) not null, worst_case_e4 bigint not null
);
create table intent (
    intent_id char(16) primary key, plan_hash char(64) not null, step int not null, layer varchar(16) not null,
    effect varchar(8) not null, qty bigint not null check (qty > 0), last_limit_e4 bigint not null,
    reserved_e4 bigint not null check (reserved_e4 >= 0), state varchar(16) not null
);
create table intent_leg (
    intent_id char(16) not null, ikey varchar(21) not null, ratio int not null, side varchar(4) not null,
    primary key (intent_id, ikey)
);
create table attempt (
    intent_id char(16) not null, attempt_no int not null, order_ref varchar(32) not null unique, epoch int not null,
    order_id int not null, qty bigint not null, limit_e4 bigint not null, state varchar(16) not null,
    primary key (intent_id, attempt_no)
);
create table broker_order (perm_id bigint primary key, order_ref varchar(64) not null);
create table execution (
    exec_base varchar(64) not null, ikey varchar(21) not null, exec_rev int not null, intent_id char(16), perm_id bigint,
    side varchar(4) not null, qty bigint not null, price_e4 bigint not null, at timestamp with time zone not null,
    superseded boolean not null, primary key (exec_base, ikey, exec_rev)
);
create table commission (
    exec_base varchar(64) not null, ikey varchar(21) not null, exec_rev int not null, amount_e4 bigint not null,
    primary key (exec_base, ikey, exec_rev)
);
create table lot (
    lot_id varchar(80) primary key, owner varchar(8) not null, layer varchar(16), intent_id char(16),
    source varchar(8) not null, opened timestamp with time zone, qty bigint not null, open_qty bigint not null,
    cost_e4 bigint not null, credited_e4 bigint not null, peak_e4 bigint not null, state varchar(24) not null
);
create table lot_leg (
    lot_id varchar(80) not null, ikey varchar(21) not null, ratio int not null, side varchar(4) not null,
    primary key (lot_id, ikey)
);
create table layer_level (
    trade_date date not null, layer varchar(16) not null, level varchar(16) not null, votes double precision not null,
    source varchar(16) not null, primary key (trade_date, layer)
);
create table open_case (
    case_id int primary key, kind varchar(24) not null, subject varchar(200) not null, opened_lsn bigint not null,
    decided_lsn bigint
);

create user if not exists alvh_app password '' ;
grant select on schema public to alvh_app;
