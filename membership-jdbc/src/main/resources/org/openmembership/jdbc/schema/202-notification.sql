-- Messages that are due to users or, about an opt-in, an invitation or their record, to customers, or were; never the messages
-- themselves. The address that was a customer's is kept until the message to it is sent or given up.
create table if not exists om_notification (
  tenant       integer not null,
  id           varchar(36)${bytes} not null,
  purpose      varchar(40)${bytes} not null,
  user_id      varchar(36)${bytes},
  registration varchar(36)${bytes},
  confirmation varchar(36)${bytes},
  opt_in       varchar(36)${bytes},
  invitation   varchar(36)${bytes},
  customer     varchar(36)${bytes},
  former_email varchar(254)${bytes},
  created_at   bigint not null,
  state        varchar(20)${bytes} not null,
  due_at       bigint not null,
  attempts     integer not null,
  delivered_at bigint,
  primary key (tenant, id),
  constraint om_notification_tenant foreign key (tenant) references om_tenant (number),
  constraint om_notification_user foreign key (tenant, user_id) references om_app_user (tenant, id),
  constraint om_notification_registration foreign key (tenant, registration) references om_registration (tenant, id),
  constraint om_notification_confirmation foreign key (tenant, confirmation) references om_confirmation (tenant, id),
  constraint om_notification_topic check (
    (registration is null or confirmation is null)
    and (opt_in is null or (registration is null and confirmation is null))
    and (invitation is null or (registration is null and confirmation is null and opt_in is null))
    and (customer is null or (registration is null and confirmation is null and opt_in is null and invitation is null))),
  constraint om_notification_former check (former_email is null or (customer is not null and state = 'WAITING')),
  constraint om_notification_attempts check (attempts >= 0)
)${rows};
create index if not exists om_notification_due on om_notification (tenant, state, due_at, id);
create index if not exists om_notification_customer on om_notification (tenant, customer);
