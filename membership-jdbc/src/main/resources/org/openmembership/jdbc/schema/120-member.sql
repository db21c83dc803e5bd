-- Members, and which customers belong to them: a customer to one member at most.
create table if not exists om_member (
  tenant             integer not null,
  id                 varchar(36)${bytes} not null,
  reference_source   varchar(40)${bytes},
  reference_value    varchar(100)${bytes},
  user_id            varchar(36)${bytes},
  email              varchar(254)${bytes},
  email_key          varchar(254)${bytes},
  first_name         varchar(100)${bytes} not null,
  last_name          varchar(100)${bytes} not null,
  birthdate          integer,
  gender             varchar(20)${bytes},
  marital_status     varchar(20)${bytes},
  receipt_by_email   integer not null,
  status             varchar(24)${bytes} not null,
  primary_customer   varchar(36)${bytes},
  terms_version      varchar(60)${bytes},
  terms_at           bigint,
  terms_by_kind      varchar(20)${bytes},
  terms_by_reference varchar(60)${bytes},
  terms_channel      varchar(40)${bytes},
  created_at         bigint not null,
  registered_at      bigint,
  activated_at       bigint,
  version            integer not null,
  block_reason       varchar(40)${bytes},
  block_by_kind      varchar(20)${bytes},
  block_by_reference varchar(60)${bytes},
  block_since        bigint,
  merged_into        varchar(36)${bytes},
  primary key (tenant, id),
  constraint om_member_tenant foreign key (tenant) references om_tenant (number),
  constraint om_member_user foreign key (tenant, user_id) references om_app_user (tenant, id),
  constraint om_member_reference unique (tenant, reference_source, reference_value),
  constraint om_member_user_once unique (tenant, user_id),
  constraint om_member_email check ((email is null) = (email_key is null)),
  constraint om_member_owner check ((status in ('IMPORTED', 'MERGED')) = (user_id is null)),
  constraint om_member_merged check ((status = 'MERGED') = (merged_into is not null)),
  constraint om_member_terms check (status = 'IMPORTED' or terms_version is not null),
  constraint om_member_primary check ((status in ('ACTIVE', 'CLOSED')) = (primary_customer is not null)),
  constraint om_member_receipt check (receipt_by_email in (0, 1)),
  constraint om_member_version check (version >= 1)
)${rows};
create index if not exists om_member_of_email on om_member (tenant, email_key, id);
create index if not exists om_member_born on om_member (tenant, birthdate, id);
create index if not exists om_member_of_survivor on om_member (tenant, merged_into, id);
create table if not exists om_member_phone (
  tenant integer not null,
  member varchar(36)${bytes} not null,
  number integer not null,
  typed  varchar(40)${bytes} not null,
  e164   varchar(16)${bytes},
  type   varchar(20)${bytes} not null,
  primary key (tenant, member, number),
  constraint om_member_phone_member foreign key (tenant, member) references om_member (tenant, id)
)${rows};
create index if not exists om_member_of_phone on om_member_phone (tenant, e164, member);
create table if not exists om_member_address (
  tenant   integer not null,
  member   varchar(36)${bytes} not null,
  number   integer not null,
  line1    varchar(100)${bytes} not null,
  line2    varchar(100)${bytes},
  town     varchar(100)${bytes},
  county   varchar(100)${bytes},
  postcode varchar(20)${bytes},
  country  varchar(2)${bytes} not null,
  uses     varchar(40)${bytes} not null,
  primary key (tenant, member, number),
  constraint om_member_address_member foreign key (tenant, member) references om_member (tenant, id)
)${rows};
create table if not exists om_member_customer (
  tenant    integer not null,
  customer  varchar(36)${bytes} not null,
  member    varchar(36)${bytes} not null,
  linked_at bigint not null,
  primary key (tenant, customer),
  constraint om_member_customer_customer foreign key (tenant, customer) references om_customer (tenant, id),
  constraint om_member_customer_member foreign key (tenant, member) references om_member (tenant, id)
)${rows};
create index if not exists om_member_customer_of_member on om_member_customer (tenant, member, linked_at, customer);
