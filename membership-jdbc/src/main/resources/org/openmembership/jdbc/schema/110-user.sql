-- Logins. A username is taken for ever; the email is where messages go now.
create table if not exists om_app_user (
  tenant      integer not null,
  id          varchar(36)${bytes} not null,
  username    varchar(320)${bytes} not null,
  email       varchar(254)${bytes},
  email_key   varchar(254)${bytes},
  enabled     integer not null,
  verified_at bigint,
  epoch       integer not null,
  primary key (tenant, id),
  constraint om_app_user_tenant foreign key (tenant) references om_tenant (number),
  constraint om_app_user_username unique (tenant, username),
  constraint om_app_user_email_once unique (tenant, email_key),
  constraint om_app_user_email check ((email is null) = (email_key is null)),
  constraint om_app_user_enabled check (enabled in (0, 1)),
  constraint om_app_user_epoch check (epoch >= 1)
)${rows};
