-- Purchases at line level. Buyers are kept by id only, never by address.
create table if not exists om_purchase (
  tenant                 integer not null,
  id                     varchar(36)${bytes} not null,
  key_source             varchar(40)${bytes} not null,
  key_value              varchar(100)${bytes} not null,
  fingerprint            varchar(64)${bytes} not null,
  purchased_at           bigint not null,
  store                  varchar(40)${bytes} not null,
  till                   varchar(40)${bytes},
  channel                varchar(40)${bytes} not null,
  order_type             varchar(100)${bytes},
  buyer_card             varchar(40)${bytes},
  buyer_member           varchar(36)${bytes},
  buyer_customer         varchar(36)${bytes},
  buyer_reference_source varchar(40)${bytes},
  buyer_reference_value  varchar(100)${bytes},
  member                 varchar(36)${bytes},
  is_awaiting            integer not null,
  missing                varchar(20)${bytes},
  currency               varchar(3)${bytes} not null,
  price_group            varchar(60)${bytes},
  attributes             varchar(620)${bytes} not null,
  rate_currency          varchar(3)${bytes},
  rate                   bigint,
  total                  bigint not null,
  recorded_at            bigint not null,
  primary key (tenant, id),
  constraint om_purchase_key unique (tenant, key_source, key_value),
  constraint om_purchase_rate check ((rate is null) = (rate_currency is null)),
  constraint om_purchase_awaiting check (is_awaiting in (0, 1))
)${rows};
create index if not exists om_purchase_in_time on om_purchase (tenant, purchased_at, id);
create index if not exists om_purchase_of_member on om_purchase (tenant, member, purchased_at, id);
create index if not exists om_purchase_of_customer on om_purchase (tenant, buyer_customer, purchased_at, id);
create table if not exists om_purchase_line (
  tenant          integer not null,
  purchase        varchar(36)${bytes} not null,
  number          integer not null,
  sku             varchar(60)${bytes} not null,
  categories      varchar(620)${bytes} not null,
  special_groups  varchar(620)${bytes} not null,
  promotion       varchar(60)${bytes},
  quantity        bigint not null,
  amount          bigint not null,
  tax             bigint not null,
  discount        bigint not null,
  original_source varchar(40)${bytes},
  original_value  varchar(100)${bytes},
  original_line   integer,
  primary key (tenant, purchase, number),
  constraint om_purchase_line_purchase foreign key (tenant, purchase) references om_purchase (tenant, id),
  constraint om_purchase_line_return check (original_line is null or quantity < 0)
)${rows};
create index if not exists om_purchase_line_returned
  on om_purchase_line (tenant, original_source, original_value, original_line, purchase, number)${whereReturned};
create table if not exists om_purchase_tender (
  tenant   integer not null,
  purchase varchar(36)${bytes} not null,
  number   integer not null,
  type     varchar(40)${bytes} not null,
  amount   bigint not null,
  primary key (tenant, purchase, number),
  constraint om_purchase_tender_purchase foreign key (tenant, purchase) references om_purchase (tenant, id)
)${rows};
