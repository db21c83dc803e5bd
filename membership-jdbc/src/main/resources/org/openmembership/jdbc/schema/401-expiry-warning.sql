-- Who was warned of which points, once per lot and window.
create table if not exists om_expiry_warning (
  tenant      integer not null,
  account     varchar(36)${bytes} not null,
  lot_seq     bigint not null,
  lot_number  integer not null,
  window_code varchar(40)${bytes} not null,
  member      varchar(36)${bytes} not null,
  points      bigint not null,
  lapses_at   bigint not null,
  warned_at   bigint not null,
  primary key (tenant, account, lot_seq, lot_number, window_code),
  constraint om_expiry_warning_lot foreign key (tenant, account, lot_seq, lot_number)
    references om_lot (tenant, account, seq, number)
)${rows};
