-- Gift cards: money in 1/10,000 of the currency, reached by codes of which keyed hashes are kept alone. What was loaded and spent
-- outlives its owner, so nothing here refers to a member.
create table if not exists om_gift_card (
  tenant             integer not null,
  id                 varchar(36)${bytes} not null,
  kind               varchar(20)${bytes} not null,
  owner              varchar(36)${bytes},
  currency           varchar(3)${bytes} not null,
  balance            bigint not null,
  seq                bigint not null,
  created_at         bigint not null,
  last_day           integer,
  replaced_by        varchar(36)${bytes},
  status             varchar(20)${bytes} not null,
  block_reason       varchar(40)${bytes},
  block_by_kind      varchar(20)${bytes},
  block_by_reference varchar(60)${bytes},
  block_since        bigint,
  version            integer not null,
  primary key (tenant, id),
  constraint om_gift_card_balance check (balance >= 0),
  constraint om_gift_card_numbers check (seq >= 0 and version >= 1)
)${rows};
create index if not exists om_gift_card_of_owner on om_gift_card (tenant, owner, id);
create index if not exists om_gift_card_of_status on om_gift_card (tenant, status, id);
create table if not exists om_gift_card_code (
  tenant      integer not null,
  hash        varchar(64)${bytes} not null,
  card        varchar(36)${bytes} not null,
  kind        varchar(20)${bytes} not null,
  last_four   varchar(4)${bytes} not null,
  source_card varchar(36)${bytes},
  seed        varchar(32)${bytes},
  primary key (tenant, hash),
  constraint om_gift_card_code_once unique (tenant, card, kind),
  constraint om_gift_card_code_card foreign key (tenant, card) references om_gift_card (tenant, id),
  constraint om_gift_card_code_source check ((source_card is null) = (seed is null))
)${rows};
create table if not exists om_gift_card_entry (
  tenant          integer not null,
  card            varchar(36)${bytes} not null,
  seq             bigint not null,
  kind            varchar(20)${bytes} not null,
  amount          bigint not null,
  balance_after   bigint not null,
  currency        varchar(3)${bytes} not null,
  spend_seq       bigint,
  point_account   varchar(36)${bytes},
  point_seq       bigint,
  other_card      varchar(36)${bytes},
  key_source      varchar(40)${bytes} not null,
  key_value       varchar(100)${bytes} not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  recorded_at     bigint not null,
  primary key (tenant, card, seq),
  constraint om_gift_card_entry_points unique (tenant, point_account, point_seq),
  constraint om_gift_card_entry_card foreign key (tenant, card) references om_gift_card (tenant, id),
  constraint om_gift_card_entry_balance check (balance_after >= 0 and seq >= 1 and amount <> 0),
  constraint om_gift_card_entry_named check ((point_account is null) = (point_seq is null))
)${rows};
create index if not exists om_gift_card_entry_of_spend on om_gift_card_entry (tenant, card, spend_seq, seq);
create table if not exists om_gift_card_answer (
  tenant      integer not null,
  operation   varchar(20)${bytes} not null,
  key_source  varchar(40)${bytes} not null,
  key_value   varchar(100)${bytes} not null,
  fingerprint varchar(64)${bytes} not null,
  card        varchar(36)${bytes} not null,
  seq         bigint not null,
  outcome     varchar(40)${bytes} not null,
  recorded_at bigint not null,
  primary key (tenant, operation, key_source, key_value)
)${rows};
