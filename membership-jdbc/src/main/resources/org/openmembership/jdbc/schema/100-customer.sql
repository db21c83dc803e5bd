-- Customers; several may share one email, so it finds them but names none.
create table if not exists om_customer (
  tenant                integer not null,
  id                    varchar(36)${bytes} not null,
  reference_source      varchar(40)${bytes},
  reference_value       varchar(100)${bytes},
  created_at            bigint not null,
  account_code          varchar(60)${bytes},
  sort_name             varchar(100)${bytes} not null,
  first_name            varchar(100)${bytes} not null,
  last_name             varchar(100)${bytes} not null,
  title                 varchar(40)${bytes},
  company_name          varchar(100)${bytes},
  company_number        varchar(40)${bytes},
  vat_number            varchar(40)${bytes},
  found_us              varchar(40)${bytes},
  images                varchar(2010)${bytes} not null,
  gender                varchar(20)${bytes},
  marital_status        varchar(20)${bytes},
  receipt_by_email      integer not null,
  email                 varchar(254)${bytes},
  email_key             varchar(254)${bytes},
  type                  varchar(20)${bytes} not null,
  status                varchar(20)${bytes} not null,
  active                integer not null,
  price_list            varchar(40)${bytes},
  free_delivery         integer not null,
  global_discount       bigint not null,
  pay_on_account        integer not null,
  customer_class        varchar(40)${bytes},
  price_group           varchar(40)${bytes},
  ledger_use            varchar(20)${bytes},
  location              varchar(40)${bytes},
  tax_key               varchar(40)${bytes},
  terms_code            varchar(40)${bytes},
  email_set_by_staff_at bigint,
  version               integer not null,
  merged_into           varchar(36)${bytes},
  primary key (tenant, id),
  constraint om_customer_tenant foreign key (tenant) references om_tenant (number),
  constraint om_customer_reference unique (tenant, reference_source, reference_value),
  constraint om_customer_account_code unique (tenant, account_code),
  constraint om_customer_email check (email_key is null or email is not null),
  constraint om_customer_receipt check (receipt_by_email in (0, 1)),
  constraint om_customer_active check (active in (0, 1)),
  constraint om_customer_free_delivery check (free_delivery in (0, 1)),
  constraint om_customer_pay_on_account check (pay_on_account in (0, 1)),
  constraint om_customer_global_discount check (global_discount between 0 and 1000000),
  constraint om_customer_pending check (status <> 'PENDING_APPROVAL' or (type = 'TRADE' and active = 0)),
  constraint om_customer_version check (version >= 1)
)${rows};
create index if not exists om_customer_of_email on om_customer (tenant, email_key, created_at, id);
create index if not exists om_customer_of_name on om_customer (tenant, sort_name, id);
create index if not exists om_customer_of_status on om_customer (tenant, status, sort_name, id);
create index if not exists om_customer_of_type on om_customer (tenant, type, sort_name, id);
create index if not exists om_customer_of_activity on om_customer (tenant, active, sort_name, id);
create index if not exists om_customer_of_survivor on om_customer (tenant, merged_into, id);
create table if not exists om_customer_phone (
  tenant   integer not null,
  customer varchar(36)${bytes} not null,
  number   integer not null,
  typed    varchar(40)${bytes} not null,
  e164     varchar(16)${bytes},
  type     varchar(20)${bytes} not null,
  primary key (tenant, customer, number),
  constraint om_customer_phone_customer foreign key (tenant, customer) references om_customer (tenant, id)
)${rows};
create table if not exists om_customer_address (
  tenant   integer not null,
  customer varchar(36)${bytes} not null,
  number   integer not null,
  line1    varchar(100)${bytes} not null,
  line2    varchar(100)${bytes},
  town     varchar(100)${bytes},
  county   varchar(100)${bytes},
  postcode varchar(20)${bytes},
  country  varchar(2)${bytes} not null,
  uses     varchar(40)${bytes} not null,
  primary key (tenant, customer, number),
  constraint om_customer_address_customer foreign key (tenant, customer) references om_customer (tenant, id)
)${rows};
