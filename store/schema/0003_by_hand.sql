-- Events that people add, events that they say are one, and a full-text index of events.

alter table events add column is_by_hand integer not null default 0 check (is_by_hand in (0, 1));  -- 1: a person added it, no rule found it
alter table events add column merged_into text not null default '';  -- key of the event that it is another telling of; '': it stands for itself
create index events_merged on events (merged_into) where merged_into <> '';

-- An event's key is made of its article's, and changes with it. What people wrote down under the old key is found so.
create table former_keys (
  key text primary key,                                   -- that it had
  now text not null                                       -- that it has, or had before a further change
) strict, without rowid;

-- A check cannot be altered, so the log moves to a table with the new one.
drop view changes;
drop trigger acts_stay;
drop trigger acts_stay_so;
create table acts_moved as select * from acts;
drop table acts;
create table acts (
  id        integer primary key,                          -- its number in this file; another file numbers otherwise
  event_key text not null,                                -- the key of the event; no foreign key, for an act outlives its event
  act       text not null check (act in ('confirm', 'reject', 'restore', 'edit', 'note', 'tag', 'untag', 'undo', 'add', 'merge', 'split')),  -- what was done
  field     text not null check (field in                 -- the field of the event that it was done to
    ('verdict', 'date', 'type', 'modality', 'clause', 'actors', 'targets', 'note', 'tag', 'event', 'merged', 'mentions')),
  before    text not null,                                -- what it was; dates in EDTF, actors as [["name", "role", "kind", "title"], ...]
  after     text not null,                                -- what it is; of merged, the key of the event that stands for it
  reason    text not null,                                -- why, as the person said; '': not said
  who       text not null,                                -- the person; '': not told
  at        text,                                         -- when, RFC 3339; NULL: not told
  undoes    integer references acts,                      -- the act that this one undoes; NULL: none. Of two files merged, both may undo one
  check ((act = 'undo') = (undoes is not null))
) strict;
insert into acts (id, event_key, act, field, before, after, reason, who, at, undoes)
  select id, event_key, act, field, before, after, reason, who, at, undoes from acts_moved order by id;
drop table acts_moved;
create index acts_event on acts (event_key);
create index acts_merged on acts (after) where field = 'merged';
create index acts_undone on acts (undoes) where undoes is not null;
create trigger acts_stay before delete on acts begin
  select raise(abort, 'the log of acts is never changed');
end;
-- An event's key may change with its article's; all else of an act stays as it is.
create trigger acts_stay_so before update of id, act, field, before, after, reason, who, at, undoes on acts begin
  select raise(abort, 'the log of acts is never changed');
end;
-- The log, ready to read.
create view changes as
  select a.at, a.who, a.act, a.event_key as key, a.field, a.before, a.after, a.reason,
    exists (select 1 from acts u where u.undoes = a.id) as is_undone
  from acts a order by a.id;

-- Full-text search: select events.* from events_text('word') join events on id = rowid.
create virtual table events_text using fts5 (
  clause, trigger, content='events', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
insert into events_text (events_text) values ('rebuild');
create trigger events_added after insert on events begin
  insert into events_text (rowid, clause, trigger) values (new.id, new.clause, new.trigger);
end;
create trigger events_removed after delete on events begin
  insert into events_text (events_text, rowid, clause, trigger) values ('delete', old.id, old.clause, old.trigger);
end;
create trigger events_changed after update of clause, trigger on events begin
  insert into events_text (events_text, rowid, clause, trigger) values ('delete', old.id, old.clause, old.trigger);
  insert into events_text (rowid, clause, trigger) values (new.id, new.clause, new.trigger);
end;

drop view undated;
drop view timeline;
drop view timeline_actors;
-- The timeline, ready to read, without what a person rejected or merged into another event: undated events come last
-- and have no date.
create view timeline as
  select e.date, e.earliest, e.latest, e.type, e.modality, e.clause as what,
    coalesce((select group_concat(name, '; ') from (select a.name from event_actors x join actors a on a.id = x.actor_id
      where x.event_id = e.id and x.side = 'actor' order by x.position)), '') as actors,
    coalesce((select group_concat(name, '; ') from (select a.name from event_actors x join actors a on a.id = x.actor_id
      where x.event_id = e.id and x.side = 'target' order by x.position)), '') as targets,
    case when s.site <> '' then s.site when s.path <> '' then s.path else s.title end as source,
    e.paragraph, e.key, s.url
  from events e join articles s on s.id = e.article_id
  where e.verdict <> 'rejected' and e.merged_into = ''
  order by e.earliest is null and e.latest is null, coalesce(e.earliest, e.latest), coalesce(e.latest, '9999-12-31'),
    coalesce(s.published, '9999-12-31'), s.key, e.paragraph, e.position;

-- Who did what, a row for each side of each event.
create view timeline_actors as
  select a.name as actor, a.kind, x.side, x.role, x.title, e.date, e.earliest, e.latest, e.type, e.modality, e.clause as what, e.key
  from events e join event_actors x on x.event_id = e.id join actors a on a.id = x.actor_id
  where e.verdict <> 'rejected' and e.merged_into = ''
  order by a.name, e.earliest is null and e.latest is null, coalesce(e.earliest, e.latest), coalesce(e.latest, '9999-12-31'),
    e.key, x.side, x.position;

-- The events that no date is known of.
create view undated as
  select t.type, t.modality, t.what, t.actors, t.targets, t.source, t.paragraph, t.key, t.url
  from timeline t where t.earliest is null and t.latest is null;
