-- Indexes for large databases. Almost all events last two months at most; those that can lie anywhere in a year or an
-- age are few, and have an index of their own, so that a span of days is found without reading all that began before.
create index events_long on events (latest, earliest) where julianday(latest) - julianday(earliest) > 62;
create index events_open on events (earliest) where latest is null;
