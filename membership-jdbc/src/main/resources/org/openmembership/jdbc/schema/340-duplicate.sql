-- Customers who look like one and are two, whom somebody has looked at.
create table if not exists om_duplicate_dismissal (
  tenant          integer not null,
  first_customer  varchar(36)${bytes} not null,
  second_customer varchar(36)${bytes} not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  dismissed_at    bigint not null,
  primary key (tenant, first_customer, second_customer),
  constraint om_duplicate_dismissal_first foreign key (tenant, first_customer) references om_customer (tenant, id),
  constraint om_duplicate_dismissal_second foreign key (tenant, second_customer) references om_customer (tenant, id),
  constraint om_duplicate_dismissal_order check (first_customer < second_customer)
)${rows};
