-- Every keyed call that was made, with its answer; never removed. Its key spans accounts, so it leads with what is keyed.
create table if not exists om_command (
  tenant          integer not null,
  operation       varchar(20)${bytes} not null,
  key_source      varchar(40)${bytes} not null,
  key_value       varchar(100)${bytes} not null,
  club            varchar(36)${bytes} not null,
  account         varchar(36)${bytes} not null,
  fingerprint     varchar(64)${bytes} not null,
  first_seq       bigint not null,
  last_seq        bigint not null,
  outcome         varchar(40)${bytes} not null,
  figures         varchar(400)${bytes} not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  recorded_at     bigint not null,
  primary key (tenant, operation, key_source, key_value, club),
  constraint om_command_entries check (0 <= first_seq and first_seq <= last_seq)
)${rows};
