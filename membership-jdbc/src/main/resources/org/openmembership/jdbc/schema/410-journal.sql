-- Journals: how far the numbers of a club have come, what was posted, and which entries it wrote on each account.
create table if not exists om_journal_number (
  tenant      integer not null,
  club        varchar(36)${bytes} not null,
  last_number bigint not null,
  primary key (tenant, club),
  constraint om_journal_number_club foreign key (tenant, club) references om_club (tenant, id),
  constraint om_journal_number_range check (last_number >= 1)
)${rows};
create table if not exists om_journal (
  tenant     integer not null,
  club       varchar(36)${bytes} not null,
  number     bigint not null,
  type       varchar(20)${bytes} not null,
  operation  varchar(20)${bytes} not null,
  key_source varchar(40)${bytes} not null,
  key_value  varchar(100)${bytes} not null,
  line_count integer not null,
  document   varchar(40)${bytes},
  reverses   bigint,
  posted_at  bigint not null,
  primary key (tenant, club, number),
  constraint om_journal_command unique (tenant, club, operation, key_source, key_value),
  constraint om_journal_reversed_once unique (tenant, club, reverses),
  constraint om_journal_club foreign key (tenant, club) references om_club (tenant, id),
  constraint om_journal_numbers check (number >= 1 and line_count >= 1 and (reverses is null or reverses < number))
)${rows};
create table if not exists om_journal_effect (
  tenant    integer not null,
  account   varchar(36)${bytes} not null,
  first_seq bigint not null,
  last_seq  bigint not null,
  club      varchar(36)${bytes} not null,
  number    bigint not null,
  primary key (tenant, account, first_seq),
  constraint om_journal_effect_journal foreign key (tenant, club, number) references om_journal (tenant, club, number),
  constraint om_journal_effect_first foreign key (tenant, account, first_seq) references om_entry (tenant, account, seq),
  constraint om_journal_effect_last foreign key (tenant, account, last_seq) references om_entry (tenant, account, seq),
  constraint om_journal_effect_order check (first_seq <= last_seq)
)${rows};
create index if not exists om_journal_of_document on om_journal (tenant, club, document, number);
create index if not exists om_journal_effect_of on om_journal_effect (tenant, club, number, account);
