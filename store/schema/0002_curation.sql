-- What people make of the events. The log is never changed: what an act did is undone by a further act.
-- The tables above hold the values of now; the log has those before and after each act.

alter table events add column place text not null default '';    -- the key without the article: knows the event again when the article's key changes
alter table events add column verdict text not null default '' check (verdict in ('', 'confirmed', 'rejected'));  -- a person's; '': unreviewed
alter table events add column is_gone integer not null default 0 check (is_gone in (0, 1));  -- 1: a person touched it, and the rules find it no longer
create index events_verdict on events (verdict) where verdict <> '';

-- The order of a timeline, so that its beginning is read without sorting all of it.
create index events_timeline on events (earliest is null and latest is null, coalesce(earliest, latest), coalesce(latest, '9999-12-31'));

create table acts (
  id        integer primary key,                          -- its number in this file; another file numbers otherwise
  event_key text not null,                                -- the key of the event; no foreign key, for an act outlives its event
  act       text not null check (act in ('confirm', 'reject', 'restore', 'edit', 'note', 'tag', 'untag', 'undo')),  -- what was done
  field     text not null check (field in ('verdict', 'date', 'type', 'modality', 'clause', 'actors', 'targets', 'note', 'tag')),  -- the field of the event that it was done to
  before    text not null,                                -- what it was; dates in EDTF, actors as [["name", "role", "kind", "title"], ...]
  after     text not null,                                -- what it is
  reason    text not null,                                -- why, as the person said; '': not said
  who       text not null,                                -- the person; '': not told
  at        text,                                         -- when, RFC 3339; NULL: not told
  undoes    integer unique references acts,               -- the act that this one undoes; NULL: none
  check ((act = 'undo') = (undoes is not null))
) strict;
create index acts_event on acts (event_key);
create trigger acts_stay before delete on acts begin
  select raise(abort, 'the log of acts is never changed');
end;
-- An event's key may change with its article's; all else of an act stays as it is.
create trigger acts_stay_so before update of id, act, field, before, after, reason, who, at, undoes on acts begin
  select raise(abort, 'the log of acts is never changed');
end;

create table tags (
  event_id integer not null references events on delete cascade,  -- the event
  tag      text not null check (tag <> ''),               -- what it is called
  primary key (event_id, tag)
) strict, without rowid;
create index tags_tag on tags (tag);

-- The log, ready to read.
create view changes as
  select a.at, a.who, a.act, a.event_key as key, a.field, a.before, a.after, a.reason,
    exists (select 1 from acts u where u.undoes = a.id) as is_undone
  from acts a order by a.id;

drop view timeline;
-- The timeline, ready to read, without what a person rejected: undated events come last and have no date.
create view timeline as
  select e.date, e.earliest, e.latest, e.type, e.modality, e.clause as what,
    coalesce((select group_concat(name, '; ') from (select a.name from event_actors x join actors a on a.id = x.actor_id
      where x.event_id = e.id and x.side = 'actor' order by x.position)), '') as actors,
    coalesce((select group_concat(name, '; ') from (select a.name from event_actors x join actors a on a.id = x.actor_id
      where x.event_id = e.id and x.side = 'target' order by x.position)), '') as targets,
    case when s.site <> '' then s.site when s.path <> '' then s.path else s.title end as source,
    e.paragraph, e.key, s.url
  from events e join articles s on s.id = e.article_id
  where e.verdict <> 'rejected'
  order by e.earliest is null and e.latest is null, coalesce(e.earliest, e.latest), coalesce(e.latest, '9999-12-31'),
    coalesce(s.published, '9999-12-31'), s.key, e.paragraph, e.position;

-- Who did what, a row for each side of each event.
create view timeline_actors as
  select a.name as actor, a.kind, x.side, x.role, x.title, e.date, e.earliest, e.latest, e.type, e.modality, e.clause as what, e.key
  from events e join event_actors x on x.event_id = e.id join actors a on a.id = x.actor_id
  where e.verdict <> 'rejected'
  order by a.name, e.earliest is null and e.latest is null, coalesce(e.earliest, e.latest), coalesce(e.latest, '9999-12-31'),
    e.key, x.side, x.position;

-- The events that no date is known of.
create view undated as
  select t.type, t.modality, t.what, t.actors, t.targets, t.source, t.paragraph, t.key, t.url
  from timeline t where t.earliest is null and t.latest is null;
