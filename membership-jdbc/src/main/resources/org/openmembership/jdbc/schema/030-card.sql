-- Membership cards; a number is given out once in a shop.
create table if not exists om_card (
  tenant  integer not null,
  number  varchar(40)${bytes} not null,
  account varchar(36)${bytes} not null,
  member  varchar(36)${bytes},
  status  varchar(20)${bytes} not null,
  primary key (tenant, number),
  constraint om_card_account foreign key (tenant, account) references om_account (tenant, id)
)${rows};
create index if not exists om_card_of_account on om_card (tenant, account, number);
