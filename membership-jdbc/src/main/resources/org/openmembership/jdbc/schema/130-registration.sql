-- Attempts to register. Of their secrets only hashes are kept.
create table if not exists om_registration (
  tenant             integer not null,
  id                 varchar(36)${bytes} not null,
  user_id            varchar(36)${bytes} not null,
  member             varchar(36)${bytes},
  epoch              integer not null,
  email              varchar(254)${bytes} not null,
  first_name         varchar(100)${bytes} not null,
  last_name          varchar(100)${bytes} not null,
  birthdate          integer,
  gender             varchar(20)${bytes},
  marital_status     varchar(20)${bytes},
  receipt_by_email   integer not null,
  terms_version      varchar(60)${bytes} not null,
  terms_at           bigint not null,
  terms_by_kind      varchar(20)${bytes} not null,
  terms_by_reference varchar(60)${bytes} not null,
  terms_channel      varchar(40)${bytes} not null,
  accepts            varchar(40)${bytes} not null,
  code_hash          varchar(64)${bytes},
  token_hash         varchar(64)${bytes},
  expires_at         bigint,
  attempts           integer not null,
  state              varchar(24)${bytes} not null,
  version            integer not null,
  primary key (tenant, id),
  constraint om_registration_user foreign key (tenant, user_id) references om_app_user (tenant, id),
  constraint om_registration_member foreign key (tenant, member) references om_member (tenant, id),
  constraint om_registration_secrets
    check ((code_hash is null) = (expires_at is null) and (token_hash is null) = (expires_at is null)),
  constraint om_registration_receipt check (receipt_by_email in (0, 1)),
  constraint om_registration_counts check (attempts >= 0 and version >= 1)
)${rows};
create index if not exists om_registration_of_user on om_registration (tenant, user_id, id);
create table if not exists om_registration_phone (
  tenant       integer not null,
  registration varchar(36)${bytes} not null,
  number       integer not null,
  typed        varchar(40)${bytes} not null,
  e164         varchar(16)${bytes},
  type         varchar(20)${bytes} not null,
  primary key (tenant, registration, number),
  constraint om_registration_phone_of foreign key (tenant, registration) references om_registration (tenant, id)
)${rows};
create table if not exists om_registration_address (
  tenant       integer not null,
  registration varchar(36)${bytes} not null,
  number       integer not null,
  line1        varchar(100)${bytes} not null,
  line2        varchar(100)${bytes},
  town         varchar(100)${bytes},
  county       varchar(100)${bytes},
  postcode     varchar(20)${bytes},
  country      varchar(2)${bytes} not null,
  uses         varchar(40)${bytes} not null,
  primary key (tenant, registration, number),
  constraint om_registration_address_of foreign key (tenant, registration) references om_registration (tenant, id)
)${rows};
