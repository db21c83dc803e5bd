-- Who is to be forgotten, and what came of it; nothing personal. A slot holds one waiting erasure for each person.
create table if not exists om_erasure (
  tenant            integer not null,
  id                varchar(36)${bytes} not null,
  person_kind       varchar(20)${bytes} not null,
  person_id         varchar(60)${bytes} not null,
  slot              varchar(36)${bytes} not null,
  state             varchar(20)${bytes} not null,
  reason            varchar(40)${bytes} not null,
  proof             varchar(20)${bytes} not null,
  by_kind           varchar(20)${bytes} not null,
  by_reference      varchar(60)${bytes} not null,
  requested_at      bigint not null,
  not_before        bigint not null,
  done_by_kind      varchar(20)${bytes},
  done_by_reference varchar(60)${bytes},
  done_at           bigint,
  version           integer not null,
  primary key (tenant, id),
  constraint om_erasure_tenant foreign key (tenant) references om_tenant (number),
  constraint om_erasure_slot unique (tenant, person_kind, person_id, slot),
  constraint om_erasure_done check ((state = 'ERASED') = (done_at is not null)),
  constraint om_erasure_version check (version >= 1)
)${rows};
-- What became of the accounts of people who are gone.
create table if not exists om_erased_account (
  tenant      integer not null,
  erasure     varchar(36)${bytes} not null,
  account     varchar(36)${bytes} not null,
  club        varchar(36)${bytes} not null,
  outcome     varchar(20)${bytes} not null,
  written_off bigint not null,
  new_main    varchar(36)${bytes},
  primary key (tenant, erasure, account),
  constraint om_erased_account_erasure foreign key (tenant, erasure) references om_erasure (tenant, id)
)${rows};
-- What the host's holders of personal data have answered.
create table if not exists om_erasure_holder (
  tenant   integer not null,
  erasure  varchar(36)${bytes} not null,
  holder   varchar(40)${bytes} not null,
  state    varchar(20)${bytes} not null,
  records  bigint not null,
  attempts integer not null,
  asked_at bigint,
  primary key (tenant, erasure, holder),
  constraint om_erasure_holder_erasure foreign key (tenant, erasure) references om_erasure (tenant, id)
)${rows};
-- Names that people had who are gone, by which they are not taken over again.
create table if not exists om_tombstone (
  tenant  integer not null,
  kind    varchar(20)${bytes} not null,
  source  varchar(40)${bytes} not null,
  value   varchar(100)${bytes} not null,
  erasure varchar(36)${bytes} not null,
  primary key (tenant, kind, source, value, erasure),
  constraint om_tombstone_erasure foreign key (tenant, erasure) references om_erasure (tenant, id)
)${rows};
create index if not exists om_tombstone_of_erasure on om_tombstone (tenant, erasure, kind, source, value);
create index if not exists om_notification_of_user on om_notification (tenant, user_id, id);
