-- What entries did to lots, or to the debt where no lot is named; never changed.
create table if not exists om_allocation (
  tenant     integer not null,
  account    varchar(36)${bytes} not null,
  entry_seq  bigint not null,
  position   integer not null,
  purpose    varchar(20)${bytes} not null,
  lot_seq    bigint,
  lot_number integer,
  points     bigint not null,
  primary key (tenant, account, entry_seq, position),
  constraint om_allocation_entry foreign key (tenant, account, entry_seq) references om_entry (tenant, account, seq),
  constraint om_allocation_lot foreign key (tenant, account, lot_seq, lot_number)
    references om_lot (tenant, account, seq, number),
  constraint om_allocation_points check (points > 0),
  constraint om_allocation_of_debt check ((purpose in ('OWED', 'REPAID')) = (lot_seq is null))
)${rows};
create index if not exists om_allocation_of_lot on om_allocation (tenant, account, lot_seq, lot_number, entry_seq);
