-- That customers were asked to register with the address they had; of the secrets only hashes are kept.
create table if not exists om_invitation (
  tenant     integer not null,
  id         varchar(36)${bytes} not null,
  customer   varchar(36)${bytes} not null,
  email_key  varchar(254)${bytes} not null,
  invited_at bigint not null,
  code_hash  varchar(64)${bytes},
  token_hash varchar(64)${bytes},
  expires_at bigint,
  attempts   integer not null,
  state      varchar(24)${bytes} not null,
  version    integer not null,
  primary key (tenant, id),
  constraint om_invitation_of unique (tenant, customer),
  constraint om_invitation_customer foreign key (tenant, customer) references om_customer (tenant, id),
  constraint om_invitation_secrets
    check ((code_hash is null) = (expires_at is null) and (token_hash is null) = (expires_at is null)),
  constraint om_invitation_counts check (attempts >= 0 and version >= 1)
)${rows};
