-- Member accounts with the head of their ledger, who shares them, and their scheme history.
create table if not exists om_account (
  tenant             integer not null,
  id                 varchar(36)${bytes} not null,
  club               varchar(36)${bytes} not null,
  type               varchar(20)${bytes} not null,
  main_member        varchar(36)${bytes},
  opened_at          bigint not null,
  status             varchar(20)${bytes} not null,
  scheme             varchar(36)${bytes} not null,
  coming_scheme      varchar(36)${bytes},
  coming_at          bigint,
  pin_reason         varchar(40)${bytes},
  pin_until          integer,
  pin_floor          varchar(36)${bytes},
  block_reason       varchar(40)${bytes},
  block_by_kind      varchar(20)${bytes},
  block_by_reference varchar(60)${bytes},
  block_since        bigint,
  next_review_on     integer not null,
  seq                bigint not null,
  booked             bigint not null,
  debt               bigint not null,
  withheld           bigint not null,
  next_change_at     bigint not null,
  last_recorded_at   bigint not null,
  held_until         bigint not null,
  version            bigint not null,
  primary key (tenant, id),
  constraint om_account_club foreign key (tenant, club) references om_club (tenant, id),
  constraint om_account_scheme foreign key (tenant, scheme) references om_scheme_code (tenant, scheme),
  constraint om_account_coming check ((coming_scheme is null) = (coming_at is null)),
  constraint om_account_main check (main_member is not null or status <> 'ACTIVE'),
  constraint om_account_head check (seq >= 0 and debt >= 0 and withheld >= 0 and booked >= -debt and version >= 0)
)${hot};
create index if not exists om_account_of_club on om_account (tenant, club, id);
create table if not exists om_account_member (
  tenant  integer not null,
  account varchar(36)${bytes} not null,
  member  varchar(36)${bytes} not null,
  club    varchar(36)${bytes} not null,
  is_main integer not null,
  primary key (tenant, account, member),
  constraint om_account_member_club unique (tenant, member, club),
  constraint om_account_member_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_account_member_main check (is_main in (0, 1))
)${rows};
create table if not exists om_scheme_move (
  tenant       integer not null,
  account      varchar(36)${bytes} not null,
  number       integer not null,
  from_scheme  varchar(36)${bytes},
  to_scheme    varchar(36)${bytes} not null,
  cause        varchar(20)${bytes} not null,
  measure      varchar(40)${bytes},
  recorded_at  bigint not null,
  effective_on integer not null,
  until_on     integer,
  primary key (tenant, account, number),
  constraint om_scheme_move_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_scheme_move_number check (number >= 1)
)${rows};
create index if not exists om_scheme_move_on_day on om_scheme_move (tenant, effective_on, account, number);
