-- Customers who became one: everything that was moved for it, and who has agreed to it. Ids and codes only.
create table if not exists om_merge (
  tenant          integer not null,
  id              varchar(36)${bytes} not null,
  key_source      varchar(40)${bytes} not null,
  key_value       varchar(100)${bytes} not null,
  fingerprint     varchar(64)${bytes} not null,
  survivor        varchar(36)${bytes} not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  merged_at       bigint not null,
  is_undone       integer not null,
  undone_at       bigint,
  primary key (tenant, id),
  constraint om_merge_key unique (tenant, key_source, key_value),
  constraint om_merge_undone check ((is_undone = 1 and undone_at is not null) or (is_undone = 0 and undone_at is null))
)${rows};
create table if not exists om_merge_move (
  tenant  integer not null,
  merge_id varchar(36)${bytes} not null,
  number  integer not null,
  kind    varchar(20)${bytes} not null,
  subject varchar(60)${bytes} not null,
  origin  varchar(60)${bytes} not null,
  target  varchar(60)${bytes} not null,
  primary key (tenant, merge_id, number),
  constraint om_merge_move_merge foreign key (tenant, merge_id) references om_merge (tenant, id)
)${rows};
create index if not exists om_merge_move_of_subject on om_merge_move (tenant, kind, subject, merge_id);
create index if not exists om_merge_move_of_origin on om_merge_move (tenant, kind, origin, merge_id);
create table if not exists om_merge_agreement (
  tenant    integer not null,
  member    varchar(36)${bytes} not null,
  other     varchar(36)${bytes} not null,
  agreed_at bigint not null,
  primary key (tenant, member, other)
)${rows};
