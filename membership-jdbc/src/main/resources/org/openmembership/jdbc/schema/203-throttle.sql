-- How often something was tried in vain. What is counted is a pseudonym of account and origin; the account alone is kept
-- beside it, so that all that was counted for somebody can be forgotten, wherever it was tried.
create table if not exists om_throttle (
  tenant       integer not null,
  id           varchar(64)${bytes} not null,
  account      varchar(64)${bytes},
  failures     integer not null,
  counted_at   bigint not null,
  paused_until bigint not null,
  trusted_at   bigint,
  version      integer not null,
  primary key (tenant, id),
  constraint om_throttle_tenant foreign key (tenant) references om_tenant (number),
  constraint om_throttle_counts check (failures >= 0 and version >= 1)
)${rows};
create index if not exists om_throttle_counted on om_throttle (tenant, counted_at, id);
create index if not exists om_throttle_account on om_throttle (tenant, account);
