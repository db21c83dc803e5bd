-- Holds: points set aside until a hold is captured or released, or its time is over, which nobody writes down. Each part says from
-- when until when it had points of a lot: to the end of the hold's time, or until a merge took them to a lot of another account.
create table if not exists om_hold (
  tenant           integer not null,
  account          varchar(36)${bytes} not null,
  key_source       varchar(40)${bytes} not null,
  key_value        varchar(100)${bytes} not null,
  owner_kind       varchar(20)${bytes} not null,
  owner_reference  varchar(60)${bytes} not null,
  points           bigint not null,
  placed_at        bigint not null,
  expires_at       bigint not null,
  ended_at         bigint,
  captured_account varchar(36)${bytes},
  captured_seq     bigint,
  primary key (tenant, account, key_source, key_value),
  constraint om_hold_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_hold_entry foreign key (tenant, captured_account, captured_seq) references om_entry (tenant, account, seq),
  constraint om_hold_life check (points > 0 and placed_at < expires_at),
  constraint om_hold_captured check ((captured_account is null) = (captured_seq is null)),
  constraint om_hold_ending check (captured_seq is null or ended_at is not null)
)${rows};
create index if not exists om_hold_of_capture on om_hold (tenant, captured_account, captured_seq);
create table if not exists om_hold_part (
  tenant      integer not null,
  account     varchar(36)${bytes} not null,
  key_source  varchar(40)${bytes} not null,
  key_value   varchar(100)${bytes} not null,
  lot_account varchar(36)${bytes} not null,
  lot_seq     bigint not null,
  lot_number  integer not null,
  position    integer not null,
  points      bigint not null,
  since_at    bigint not null,
  until_at    bigint not null,
  primary key (tenant, account, key_source, key_value, lot_account, lot_seq, lot_number),
  constraint om_hold_part_hold foreign key (tenant, account, key_source, key_value)
    references om_hold (tenant, account, key_source, key_value),
  constraint om_hold_part_lot foreign key (tenant, lot_account, lot_seq, lot_number)
    references om_lot (tenant, account, seq, number),
  constraint om_hold_part_points check (points > 0 and since_at <= until_at)
)${rows};
create index if not exists om_hold_part_in_time on om_hold_part (tenant, lot_account, until_at);
create index if not exists om_hold_part_of_lot on om_hold_part (tenant, lot_account, lot_seq, lot_number);
