-- By which routes accounts have come to their schemes: earned, with its validity and grace, and paid for. Written with its
-- account locked, and only once there is more to know than the account's row says.
create table if not exists om_scheme_standing (
  tenant        integer not null,
  account       varchar(36)${bytes} not null,
  earned_scheme varchar(36)${bytes} not null,
  earned_since  integer not null,
  earned_until  integer,
  missed_on     integer,
  grace_until   integer,
  paid_scheme   varchar(36)${bytes},
  paid_from     integer,
  paid_until    integer,
  primary key (tenant, account),
  constraint om_scheme_standing_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_scheme_standing_grace check ((missed_on is null) = (grace_until is null)),
  constraint om_scheme_standing_paid check
    ((paid_scheme is null) = (paid_from is null) and (paid_scheme is null) = (paid_until is null))
)${rows};
