-- Clubs, the versions of their definitions, and which club owns which scheme code.
create table if not exists om_club (
  tenant integer not null,
  id     varchar(36)${bytes} not null,
  primary key (tenant, id),
  constraint om_club_tenant foreign key (tenant) references om_tenant (number)
)${rows};
create table if not exists om_club_version (
  tenant         integer not null,
  club           varchar(36)${bytes} not null,
  number         integer not null,
  effective_from bigint not null,
  published_at   bigint not null,
  consumption    varchar(20)${bytes} not null,
  until_idle     integer not null,
  kind           varchar(40)${bytes} not null,
  format         integer not null,
  document       ${document}${bytes} not null,
  primary key (tenant, club, number),
  constraint om_club_version_club foreign key (tenant, club) references om_club (tenant, id),
  constraint om_club_version_number check (number >= 1)
)${rows};
create table if not exists om_scheme_code (
  tenant integer not null,
  scheme varchar(36)${bytes} not null,
  club   varchar(36)${bytes} not null,
  primary key (tenant, scheme),
  constraint om_scheme_code_club foreign key (tenant, club) references om_club (tenant, id)
)${rows};
