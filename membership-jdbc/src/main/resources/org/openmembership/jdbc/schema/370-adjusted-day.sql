-- What actors have adjusted alone in a day of the shop's; points added and taken count alike.
create table if not exists om_adjusted_day (
  tenant          integer not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  adjusted_on     integer not null,
  points          bigint not null,
  version         bigint not null,
  primary key (tenant, actor_kind, actor_reference, adjusted_on),
  constraint om_adjusted_day_numbers check (points > 0 and version >= 1)
)${rows};
