-- Who did what, or tried to; never changed or removed. It has no foreign keys, because an attempt may name what is not there.
create table if not exists om_audit_record (
  tenant          integer not null,
  recorded_at     bigint not null,
  id              varchar(36)${bytes} not null,
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  permission      varchar(40)${bytes} not null,
  topic_kind      varchar(20)${bytes} not null,
  topic_id        varchar(60)${bytes} not null,
  verdict         varchar(20)${bytes} not null,
  kind            varchar(40)${bytes},
  format          integer,
  document        ${document}${bytes},
  primary key (tenant, recorded_at, id)
)${rows};
create index if not exists om_audit_record_topic on om_audit_record (tenant, topic_kind, topic_id, recorded_at, id);
create index if not exists om_audit_record_actor on om_audit_record (tenant, actor_kind, actor_reference, recorded_at, id);
