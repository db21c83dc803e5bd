-- Groups of customers for marketing, and who is in them or was.
create table if not exists om_customer_group (
  tenant   integer not null,
  code     varchar(40)${bytes} not null,
  name     varchar(100)${bytes} not null,
  audience varchar(20)${bytes} not null,
  channel  varchar(20)${bytes},
  version  integer not null,
  primary key (tenant, code),
  constraint om_customer_group_tenant foreign key (tenant) references om_tenant (number),
  constraint om_customer_group_version check (version >= 1)
)${rows};
create table if not exists om_group_member (
  tenant          integer not null,
  group_code      varchar(40)${bytes} not null,
  customer        varchar(36)${bytes} not null,
  is_member       integer not null,
  since           bigint not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  version         integer not null,
  primary key (tenant, group_code, customer),
  constraint om_group_member_group foreign key (tenant, group_code) references om_customer_group (tenant, code),
  constraint om_group_member_customer foreign key (tenant, customer) references om_customer (tenant, id),
  constraint om_group_member_is_member check (is_member in (0, 1)),
  constraint om_group_member_version check (version >= 1)
)${rows};
create index if not exists om_group_member_of_group on om_group_member (tenant, group_code, is_member, customer);
create index if not exists om_group_member_of_customer on om_group_member (tenant, customer, group_code);
