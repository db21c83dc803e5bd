-- What the owner of a mailbox is asked to confirm. Of the secrets only hashes are kept. One without a user is about an
-- address that nobody has.
create table if not exists om_confirmation (
  tenant     integer not null,
  id         varchar(36)${bytes} not null,
  purpose    varchar(40)${bytes} not null,
  user_id    varchar(36)${bytes},
  epoch      integer,
  email      varchar(254)${bytes},
  previous   varchar(254)${bytes},
  code_hash  varchar(64)${bytes},
  token_hash varchar(64)${bytes},
  expires_at bigint,
  attempts   integer not null,
  state      varchar(24)${bytes} not null,
  created_at bigint not null,
  version    integer not null,
  primary key (tenant, id),
  constraint om_confirmation_tenant foreign key (tenant) references om_tenant (number),
  constraint om_confirmation_user foreign key (tenant, user_id) references om_app_user (tenant, id),
  constraint om_confirmation_subject
    check ((user_id is null) = (epoch is null) and (user_id is null) = (email is null)),
  constraint om_confirmation_secrets
    check ((code_hash is null) = (expires_at is null) and (token_hash is null) = (expires_at is null)),
  constraint om_confirmation_counts check (attempts >= 0 and version >= 1)
)${rows};
create index if not exists om_confirmation_of_user
  on om_confirmation (tenant, user_id, purpose, created_at, id);
