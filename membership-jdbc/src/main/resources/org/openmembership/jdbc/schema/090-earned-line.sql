-- What each line of a sale earned, and what returns of it took back; never changed.
create table if not exists om_earned_line (
  tenant      integer not null,
  account     varchar(36)${bytes} not null,
  entry_seq   bigint not null,
  position    integer not null,
  key_source  varchar(40)${bytes} not null,
  key_value   varchar(100)${bytes} not null,
  line_number integer not null,
  point_kind  varchar(20)${bytes} not null,
  points      bigint not null,
  primary key (tenant, account, entry_seq, position),
  constraint om_earned_line_entry foreign key (tenant, account, entry_seq) references om_entry (tenant, account, seq)
)${rows};
create index if not exists om_earned_line_of_purchase
  on om_earned_line (tenant, key_source, key_value, account, entry_seq, position);
