-- The shops that share this database.
create table if not exists om_tenant (
  number integer not null,
  code   varchar(40)${bytes} not null,
  primary key (number),
  constraint om_tenant_code unique (code)
)${rows};
insert into om_tenant (number, code) values (1, 'default');
