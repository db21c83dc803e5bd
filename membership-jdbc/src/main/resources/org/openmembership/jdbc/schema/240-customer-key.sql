-- What customers are found by, folded: words of their names, postcodes, phone numbers, last name with postcode.
create table if not exists om_customer_key (
  tenant   integer not null,
  customer varchar(36)${bytes} not null,
  kind     varchar(20)${bytes} not null,
  value    varchar(100)${bytes} not null,
  primary key (tenant, customer, kind, value),
  constraint om_customer_key_customer foreign key (tenant, customer) references om_customer (tenant, id)
)${rows};
create index if not exists om_customer_key_of_value on om_customer_key (tenant, kind, value, customer);
