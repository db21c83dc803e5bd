-- What customers owe the shop, in 1/10,000 of the currency; comments apart, so that they can be erased. What was charged and paid
-- outlives the customer, so nothing here refers to one.
create table if not exists om_on_account (
  tenant   integer not null,
  customer varchar(36)${bytes} not null,
  currency varchar(3)${bytes} not null,
  balance  bigint not null,
  is_open  integer not null,
  seq      bigint not null,
  primary key (tenant, customer),
  constraint om_on_account_open check ((balance <> 0 and is_open = 1) or (balance = 0 and is_open = 0)),
  constraint om_on_account_seq check (seq >= 1)
)${rows};
create index if not exists om_on_account_of_openness on om_on_account (tenant, is_open, customer);
create table if not exists om_on_account_entry (
  tenant          integer not null,
  customer        varchar(36)${bytes} not null,
  seq             bigint not null,
  kind            varchar(20)${bytes} not null,
  amount          bigint not null,
  balance_after   bigint not null,
  currency        varchar(3)${bytes} not null,
  key_source      varchar(40)${bytes} not null,
  key_value       varchar(100)${bytes} not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  occurred_at     bigint not null,
  recorded_at     bigint not null,
  primary key (tenant, customer, seq),
  constraint om_on_account_entry_key unique (tenant, kind, key_source, key_value),
  constraint om_on_account_entry_account foreign key (tenant, customer) references om_on_account (tenant, customer),
  constraint om_on_account_entry_amount check (amount > 0)
)${rows};
create table if not exists om_on_account_comment (
  tenant   integer not null,
  customer varchar(36)${bytes} not null,
  seq      bigint not null,
  text     varchar(500)${bytes} not null,
  primary key (tenant, customer, seq),
  constraint om_on_account_comment_entry foreign key (tenant, customer, seq)
    references om_on_account_entry (tenant, customer, seq)
)${rows};
