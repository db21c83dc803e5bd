-- Whether customers may be written to by a channel, and all changes of that: facts, codes and ids, never an address. They
-- outlive an erasure, so they do not refer to the customer.
create table if not exists om_consent (
  tenant          integer not null,
  customer        varchar(36)${bytes} not null,
  channel         varchar(20)${bytes} not null,
  state           varchar(20)${bytes} not null,
  at              bigint not null,
  cause           varchar(24)${bytes} not null,
  source          varchar(40)${bytes},
  evidence        varchar(60)${bytes},
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  version         integer not null,
  primary key (tenant, customer, channel),
  constraint om_consent_tenant foreign key (tenant) references om_tenant (number),
  constraint om_consent_version check (version >= 1)
)${rows};
create index if not exists om_consent_of_state on om_consent (tenant, channel, state, customer);
create table if not exists om_consent_change (
  tenant          integer not null,
  customer        varchar(36)${bytes} not null,
  channel         varchar(20)${bytes} not null,
  version         integer not null,
  state           varchar(20)${bytes} not null,
  at              bigint not null,
  cause           varchar(24)${bytes} not null,
  source          varchar(40)${bytes},
  evidence        varchar(60)${bytes},
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  primary key (tenant, customer, channel, version),
  constraint om_consent_change_consent foreign key (tenant, customer, channel)
    references om_consent (tenant, customer, channel)
)${rows};
-- Consents that wait to be confirmed; of their secrets only hashes are kept.
create table if not exists om_opt_in (
  tenant     integer not null,
  id         varchar(36)${bytes} not null,
  customer   varchar(36)${bytes} not null,
  channel    varchar(20)${bytes} not null,
  consent    integer not null,
  code_hash  varchar(64)${bytes},
  token_hash varchar(64)${bytes},
  expires_at bigint,
  attempts   integer not null,
  created_at bigint not null,
  version    integer not null,
  primary key (tenant, id),
  constraint om_opt_in_consent unique (tenant, customer, channel, consent),
  constraint om_opt_in_of foreign key (tenant, customer, channel) references om_consent (tenant, customer, channel),
  constraint om_opt_in_secrets
    check ((code_hash is null) = (expires_at is null) and (token_hash is null) = (expires_at is null)),
  constraint om_opt_in_counts check (attempts >= 0 and version >= 1)
)${rows};
