-- Events that are to be told, or were. One index serves both: those that wait, and those that are old enough to go.
create table if not exists om_outbox (
  tenant          integer not null,
  id              varchar(36)${bytes} not null,
  recorded_at     bigint not null,
  version         bigint not null,
  position        integer not null,
  topic_kind      varchar(20)${bytes} not null,
  topic_id        varchar(60)${bytes} not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  kind            varchar(40)${bytes} not null,
  format          integer not null,
  document        ${document}${bytes} not null,
  is_waiting      integer not null,
  primary key (tenant, id),
  constraint om_outbox_waiting check (is_waiting in (0, 1))
)${rows};
create index if not exists om_outbox_in_order on om_outbox (tenant, is_waiting, recorded_at, version, position, id);
-- Whose turn it is to tell; one row for each tenant.
create table if not exists om_outbox_turn (
  tenant  integer not null,
  number  bigint not null,
  ends_at bigint not null,
  primary key (tenant)
)${rows};
