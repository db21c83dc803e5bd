-- Sales that became somebody else's, or nobody's.
create table if not exists om_sale_assignment (
  tenant      integer not null,
  sale_source varchar(40)${bytes} not null,
  sale_value  varchar(100)${bytes} not null,
  number      integer not null,
  key_source  varchar(40)${bytes} not null,
  key_value   varchar(100)${bytes} not null,
  from_member varchar(36)${bytes},
  to_member   varchar(36)${bytes},
  assigned_at bigint not null,
  primary key (tenant, sale_source, sale_value, number),
  constraint om_sale_assignment_key unique (tenant, key_source, key_value),
  constraint om_sale_assignment_sale foreign key (tenant, sale_source, sale_value)
    references om_purchase (tenant, key_source, key_value),
  constraint om_sale_assignment_number check (number >= 1)
)${rows};
