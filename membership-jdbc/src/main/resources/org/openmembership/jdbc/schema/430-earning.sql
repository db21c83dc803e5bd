-- What accounts have got in spans that caps count; an empty rule stands for all of them.
create table if not exists om_point_count (
  tenant   integer not null,
  account  varchar(36)${bytes} not null,
  start_on integer not null,
  span     varchar(20)${bytes} not null,
  rule     varchar(60)${bytes} not null,
  points   bigint not null,
  most     bigint not null,
  version  bigint not null,
  primary key (tenant, account, start_on, span, rule),
  constraint om_point_count_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_point_count_numbers check (points > 0 and version >= 1)
)${rows};
-- Why a sale earned what it did, beside the first entry it made on an account; never changed.
create table if not exists om_explanation (
  tenant    integer not null,
  account   varchar(36)${bytes} not null,
  entry_seq bigint not null,
  kind      varchar(40)${bytes} not null,
  format    integer not null,
  document  ${document}${bytes} not null,
  primary key (tenant, account, entry_seq),
  constraint om_explanation_entry foreign key (tenant, account, entry_seq) references om_entry (tenant, account, seq)
)${rows};
