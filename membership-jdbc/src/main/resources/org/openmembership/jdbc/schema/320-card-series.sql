-- How far card series have been drawn, which cards were made together, and which card somebody who registers has named.
create table if not exists om_card_series (
  tenant  integer not null,
  club    varchar(36)${bytes} not null,
  series  varchar(36)${bytes} not null,
  next    bigint not null,
  version integer not null,
  primary key (tenant, club, series),
  constraint om_card_series_club foreign key (tenant, club) references om_club (tenant, id),
  constraint om_card_series_version check (version >= 1)
)${rows};
create table if not exists om_card_batch (
  tenant     integer not null,
  key_source varchar(40)${bytes} not null,
  key_value  varchar(100)${bytes} not null,
  club       varchar(36)${bytes} not null,
  series     varchar(36)${bytes} not null,
  first      bigint not null,
  size       integer not null,
  created_at bigint not null,
  primary key (tenant, key_source, key_value),
  constraint om_card_batch_series foreign key (tenant, club, series) references om_card_series (tenant, club, series)
)${rows};
create table if not exists om_card_wish (
  tenant       integer not null,
  registration varchar(36)${bytes} not null,
  scan         varchar(40)${bytes} not null,
  primary key (tenant, registration),
  constraint om_card_wish_of foreign key (tenant, registration) references om_registration (tenant, id)
)${rows};
