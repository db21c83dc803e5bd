-- Which lot of another account a lot has the points of that a merge brought.
create table if not exists om_lot_descent (
  tenant       integer not null,
  account      varchar(36)${bytes} not null,
  seq          bigint not null,
  number       integer not null,
  from_account varchar(36)${bytes} not null,
  from_seq     bigint not null,
  from_number  integer not null,
  primary key (tenant, account, seq, number),
  constraint om_lot_descent_lot foreign key (tenant, account, seq, number) references om_lot (tenant, account, seq, number),
  constraint om_lot_descent_from foreign key (tenant, from_account, from_seq, from_number)
    references om_lot (tenant, account, seq, number)
)${rows};
create index if not exists om_lot_descent_of on om_lot_descent (tenant, from_account, from_seq, from_number);
