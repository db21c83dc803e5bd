-- Kept sales whose points on an account are posted later, or were, once.
create table if not exists om_waiting_sale (
  tenant     integer not null,
  purchase   varchar(36)${bytes} not null,
  account    varchar(36)${bytes} not null,
  key_source varchar(40)${bytes} not null,
  key_value  varchar(100)${bytes} not null,
  club       varchar(36)${bytes} not null,
  holder     varchar(36)${bytes} not null,
  buys       integer not null,
  points     bigint not null,
  not_before bigint not null,
  due_at     bigint,
  state      varchar(20)${bytes} not null,
  version    integer not null,
  primary key (tenant, purchase, account),
  constraint om_waiting_sale_purchase foreign key (tenant, purchase) references om_purchase (tenant, id),
  constraint om_waiting_sale_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_waiting_sale_holder foreign key (tenant, holder) references om_account (tenant, id),
  constraint om_waiting_sale_buys check (buys in (0, 1)),
  constraint om_waiting_sale_due check (due_at is null or due_at >= not_before),
  constraint om_waiting_sale_state check (state in ('WAITING', 'POSTED', 'WITHDRAWN'))
)${rows};
create index if not exists om_waiting_sale_of_key on om_waiting_sale (tenant, key_source, key_value);
create index if not exists om_waiting_sale_of_holder on om_waiting_sale (tenant, holder, state);
create index if not exists om_waiting_sale_due_at on om_waiting_sale (tenant, club, state, due_at, purchase, account);
create index if not exists om_waiting_sale_of_account on om_waiting_sale (tenant, account);
