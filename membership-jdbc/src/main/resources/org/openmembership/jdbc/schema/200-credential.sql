-- What passwords are checked against; apart from users, so that nothing else ever reads it.
create table if not exists om_credential (
  tenant  integer not null,
  user_id varchar(36)${bytes} not null,
  hash    varchar(255)${bytes} not null,
  set_at  bigint not null,
  version integer not null,
  primary key (tenant, user_id),
  constraint om_credential_user foreign key (tenant, user_id) references om_app_user (tenant, id),
  constraint om_credential_version check (version >= 1)
)${rows};
