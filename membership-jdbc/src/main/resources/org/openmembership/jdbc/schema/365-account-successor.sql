-- Which account has what a closed one had: since a merge, since it became part of a family's, or since its card came to somebody
-- who had an account. A line may have several steps; undoing a merge takes its own out. The member is who brought it where
-- nobody shares it any more, so that they find what they had there.
create table if not exists om_account_successor (
  tenant    integer not null,
  account   varchar(36)${bytes} not null,
  successor varchar(36)${bytes} not null,
  member    varchar(36)${bytes},
  primary key (tenant, account),
  constraint om_account_successor_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_account_successor_next foreign key (tenant, successor) references om_account (tenant, id),
  constraint om_account_successor_other check (account <> successor)
)${rows};
create index if not exists om_account_successor_of on om_account_successor (tenant, successor, account);
create index if not exists om_account_successor_by on om_account_successor (tenant, member, account);
