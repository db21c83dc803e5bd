-- Customers; several may share one email, so it finds them but names none.
create table if not exists om_customer (
  tenant                integer not null,
  id                    varchar(36)${bytes} not null,
  reference_source      varchar(40)${bytes},
  reference_value       varchar(100)${bytes},
  first_name            varchar(100)${bytes} not null,
  last_name             varchar(100)${bytes} not null,
  email                 varchar(254)${bytes},
  email_key             varchar(254)${bytes},
  customer_class        varchar(40)${bytes},
  price_group           varchar(40)${bytes},
  ledger_use            varchar(20)${bytes},
  location              varchar(40)${bytes},
  tax_key               varchar(40)${bytes},
  terms_code            varchar(40)${bytes},
  created_at            bigint not null,
  email_set_by_staff_at bigint,
  primary key (tenant, id),
  constraint om_customer_tenant foreign key (tenant) references om_tenant (number),
  constraint om_customer_reference unique (tenant, reference_source, reference_value),
  constraint om_customer_email check ((email is null) = (email_key is null))
)${rows};
create index if not exists om_customer_of_email on om_customer (tenant, email_key, created_at, id);
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
