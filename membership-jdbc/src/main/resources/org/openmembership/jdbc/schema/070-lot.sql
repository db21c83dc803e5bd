-- Lots: what entries opened and what remains of it. The flag keeps spending from moving a lot in its index. The end of a lot of its
-- own is null where that is when it lapses; where inactivity would end it before, the end is later.
create table if not exists om_lot (
  tenant         integer not null,
  account        varchar(36)${bytes} not null,
  seq            bigint not null,
  number         integer not null,
  point_kind     varchar(20)${bytes} not null,
  granted        bigint not null,
  remaining      bigint not null,
  is_open        integer not null,
  earned_at      bigint not null,
  available_from bigint not null,
  lapses_at      bigint not null,
  ends_at        bigint,
  primary key (tenant, account, seq, number),
  constraint om_lot_entry foreign key (tenant, account, seq) references om_entry (tenant, account, seq),
  constraint om_lot_end check (ends_at is null or lapses_at <= ends_at),
  constraint om_lot_remaining check (0 <= remaining and remaining <= granted and granted > 0),
  constraint om_lot_open check (is_open = case when remaining > 0 then 1 else 0 end)
)${hot};
create index if not exists om_lot_open on om_lot (tenant, account${open}, lapses_at, seq, number)${whereOpen};
