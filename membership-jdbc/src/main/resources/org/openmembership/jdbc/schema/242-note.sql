-- Notes about customers, and tasks: the one place for free text about people.
create table if not exists om_note (
  tenant          integer not null,
  id              varchar(36)${bytes} not null,
  customer        varchar(36)${bytes} not null,
  key_source      varchar(40)${bytes} not null,
  key_value       varchar(100)${bytes} not null,
  text            varchar(2000)${bytes} not null,
  category        varchar(40)${bytes},
  store           varchar(40)${bytes},
  status          varchar(20)${bytes},
  is_open         integer not null,
  due_on          integer,
  assignee        varchar(60)${bytes},
  actor_kind      varchar(20)${bytes} not null,
  actor_reference varchar(60)${bytes} not null,
  created_at      bigint not null,
  version         integer not null,
  primary key (tenant, id),
  constraint om_note_key unique (tenant, key_source, key_value),
  constraint om_note_customer foreign key (tenant, customer) references om_customer (tenant, id),
  constraint om_note_open check (is_open in (0, 1)),
  constraint om_note_task check ((status is null) = (due_on is null))
)${rows};
create index if not exists om_note_of_customer on om_note (tenant, customer, created_at, id);
create index if not exists om_note_of_due on om_note (tenant, is_open, due_on, id);
create index if not exists om_note_of_assignee on om_note (tenant, assignee, is_open, due_on, id);
