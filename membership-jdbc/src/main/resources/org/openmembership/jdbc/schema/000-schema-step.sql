-- Which steps of the schema are done; the first table there is.
create table if not exists om_schema_step (
  step       varchar(20)${bytes} not null,
  checksum   varchar(64)${bytes} not null,
  applied_at bigint not null,
  min_reader integer not null,
  min_writer integer not null,
  primary key (step)
)${rows};
