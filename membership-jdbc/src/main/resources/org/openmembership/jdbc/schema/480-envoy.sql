-- Envoys, what they were promised when (percent in hundredths), and whom they recruited. Invite codes are public and kept as they are.
create table if not exists om_envoy (
  tenant   integer not null,
  member   varchar(36)${bytes} not null,
  status   varchar(20)${bytes} not null,
  since    bigint not null,
  code     varchar(26)${bytes} not null,
  settings integer not null,
  version  integer not null,
  primary key (tenant, member),
  constraint om_envoy_code unique (tenant, code),
  constraint om_envoy_member foreign key (tenant, member) references om_member (tenant, id),
  constraint om_envoy_numbers check (settings >= 1 and version >= 1)
)${rows};
create index if not exists om_envoy_of_status on om_envoy (tenant, status, member);
create table if not exists om_envoy_settings (
  tenant       integer not null,
  envoy        varchar(36)${bytes} not null,
  number       integer not null,
  from_at      bigint not null,
  percent      bigint not null,
  benefit_days integer,
  is_own       integer not null,
  primary key (tenant, envoy, number),
  constraint om_envoy_settings_of foreign key (tenant, envoy) references om_envoy (tenant, member),
  constraint om_envoy_settings_percent check (percent > 0 and percent <= 10000),
  constraint om_envoy_settings_days check (benefit_days is null or benefit_days >= 1),
  constraint om_envoy_settings_own check (is_own in (0, 1))
)${rows};
create table if not exists om_recruit (
  tenant   integer not null,
  member   varchar(36)${bytes} not null,
  envoy    varchar(36)${bytes} not null,
  since    bigint not null,
  until_at bigint,
  refused  varchar(20)${bytes},
  primary key (tenant, member),
  constraint om_recruit_member foreign key (tenant, member) references om_member (tenant, id),
  constraint om_recruit_other check (refused is not null or member <> envoy)
)${rows};
create index if not exists om_recruit_of_envoy on om_recruit (tenant, envoy, member);
create table if not exists om_envoy_reward (
  tenant        integer not null,
  sale_source   varchar(40)${bytes} not null,
  sale_value    varchar(100)${bytes} not null,
  account       varchar(36)${bytes} not null,
  club          varchar(36)${bytes} not null,
  envoy_account varchar(36)${bytes} not null,
  envoy_seq     bigint not null,
  percent       bigint not null,
  rounding_step bigint not null,
  direction     varchar(10)${bytes} not null,
  earned        bigint not null,
  given         bigint not null,
  version       integer not null,
  primary key (tenant, sale_source, sale_value, account, envoy_account, envoy_seq),
  constraint om_envoy_reward_account foreign key (tenant, account) references om_account (tenant, id),
  constraint om_envoy_reward_envoy foreign key (tenant, envoy_account) references om_account (tenant, id),
  constraint om_envoy_reward_points check (earned >= 0 and given >= 0 and version >= 1)
)${rows};
create index if not exists om_envoy_reward_of_entry on om_envoy_reward (tenant, envoy_account, envoy_seq);
create table if not exists om_envoy_wish (
  tenant       integer not null,
  registration varchar(36)${bytes} not null,
  code         varchar(26)${bytes} not null,
  primary key (tenant, registration),
  constraint om_envoy_wish_of foreign key (tenant, registration) references om_registration (tenant, id)
)${rows};
