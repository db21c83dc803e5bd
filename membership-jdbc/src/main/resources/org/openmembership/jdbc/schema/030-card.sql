-- Membership cards; what a scanner reads belongs to one card in a shop.
create table if not exists om_card (
  tenant             integer not null,
  number             varchar(40)${bytes} not null,
  club               varchar(36)${bytes} not null,
  series             varchar(36)${bytes},
  store              varchar(40)${bytes},
  created_at         bigint not null,
  account            varchar(36)${bytes},
  member             varchar(36)${bytes},
  held_since         bigint,
  first_used_at      bigint,
  last_valid_on      integer,
  replaced_by        varchar(40)${bytes},
  status             varchar(20)${bytes} not null,
  block_reason       varchar(40)${bytes},
  block_by_kind      varchar(20)${bytes},
  block_by_reference varchar(60)${bytes},
  block_since        bigint,
  version            integer not null,
  primary key (tenant, number),
  constraint om_card_club foreign key (tenant, club) references om_club (tenant, id),
  constraint om_card_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_card_holder check ((account is null) = (held_since is null) and (account is not null or member is null)),
  constraint om_card_version check (version >= 1)
)${rows};
create index if not exists om_card_of_account on om_card (tenant, account, number);
create index if not exists om_card_unassigned on om_card (tenant, club, status, store, number);
create table if not exists om_card_scan (
  tenant integer not null,
  scan   varchar(40)${bytes} not null,
  card   varchar(40)${bytes} not null,
  primary key (tenant, scan),
  constraint om_card_scan_card foreign key (tenant, card) references om_card (tenant, number)
)${rows};
