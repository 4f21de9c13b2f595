-- Everything that annals reads in an article, and the views for people.
-- Days are ISO text, so that they sort; places in a paragraph count bytes, the end is exclusive;
-- paragraphs and positions count from 0. An empty text means that the article has none; NULL has the meaning
-- that its column names. The file must stay readable for the sqlite3 program of 2023 (3.40), so no newer syntax.

create table articles (
  id             integer primary key,                     -- its number in this file; another file numbers otherwise
  key            text not null unique check (key <> ''),  -- the same on every machine: made of the address, or of title and paragraphs
  path           text not null,                           -- where it was read from, as the user named it; "-" is standard input
  url            text not null,                           -- its address
  title          text not null,                           -- its headline
  author         text not null,                           -- as the byline has it
  site           text not null,                           -- the outlet
  published      text check (published is date(published)),  -- day of publication; NULL: not known
  published_from text not null,                           -- what told it: header, flag, json-ld, meta, time, url ...
  media_type     text not null,                           -- text/plain, text/markdown, text/html ...
  meta           text not null check (json_valid(meta)),  -- further header lines: [["name", "value"], ...]
  digest         text not null                            -- SHA-256 of all that was read in it, to tell whether it changed
) strict;
create index articles_path on articles (path);

create table originals (
  article_id integer primary key references articles on delete cascade,  -- the article
  data       blob not null,                               -- the bytes as they came, compressed with zstd
  size       integer not null check (size >= 0),          -- how many they are, uncompressed
  sha256     text not null check (length(sha256) = 64),   -- of the uncompressed bytes, in lower-case hexadecimal
  media_type text not null,                               -- as it was declared or found
  obtained   text not null,                               -- how they came: file, standard input ...
  at         text                                         -- when, RFC 3339; NULL: not told
) strict;

create table paragraphs (
  id         integer primary key,                         -- also the row of paragraphs_text
  article_id integer not null references articles on delete cascade,  -- the article
  paragraph  integer not null check (paragraph >= 0),     -- its number in the article, boilerplate counted
  kind       text not null,                               -- body, post, heading, dateline, byline, caption, related, disclaimer
  text       text not null,                               -- its words
  start      integer,                                     -- where it stands in the original's bytes; NULL: not known
  "end"      integer check ((start is null) = ("end" is null) and start <= "end"),  -- where it ends there; NULL: not known
  unique (article_id, paragraph)
) strict;

-- Full-text search: select paragraphs.* from paragraphs_text('word') join paragraphs on id = rowid.
create virtual table paragraphs_text using fts5 (
  text, content='paragraphs', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
create trigger paragraphs_added after insert on paragraphs begin
  insert into paragraphs_text (rowid, text) values (new.id, new.text);
end;
create trigger paragraphs_removed after delete on paragraphs begin
  insert into paragraphs_text (paragraphs_text, rowid, text) values ('delete', old.id, old.text);
end;
create trigger paragraphs_changed after update on paragraphs begin
  insert into paragraphs_text (paragraphs_text, rowid, text) values ('delete', old.id, old.text);
  insert into paragraphs_text (rowid, text) values (new.id, new.text);
end;

create table events (
  id            integer primary key,                      -- its number in this file; another file numbers otherwise
  key           text not null unique check (key <> ''),   -- stable: made of the article, the type and the trigger's sentence
  article_id    integer not null references articles on delete cascade,  -- the article
  position      integer not null check (position >= 0),   -- in reading order within the article
  type          text not null check (type <> ''),         -- designation, testimony, meeting ...
  paragraph     integer not null,                         -- the paragraph that reports it
  trigger       text not null check (trigger <> ''),      -- the words that name it, copied exactly
  trigger_start integer not null check (trigger_start >= 0),  -- where they begin in the paragraph, in bytes
  trigger_end   integer not null check (trigger_end >= trigger_start),  -- where they end
  date          text,                                     -- EDTF, as exact as the text and no more; NULL: the text gives none
  earliest      text check (earliest is date(earliest)),  -- first day that it can have happened on; NULL: no bound
  latest        text check (latest is date(latest)),      -- last day, likewise; NULL: no bound
  date_text     text not null,                            -- the words that give the date, copied exactly
  basis         text not null check (basis in ('explicit', 'relative', 'narrative', 'publication', 'none')),  -- the ground of the date
  modality      text not null check (modality in ('actual', 'planned', 'alleged', 'denied')),                -- how surely it is a fact
  clause        text not null,                            -- what happened, in the words of the source
  confidence    integer not null check (confidence between 0 and 100),  -- how sure the program is, in per cent
  unique (article_id, position),
  check (earliest <= latest),
  foreign key (article_id, paragraph) references paragraphs (article_id, paragraph) on delete cascade
) strict;
create index events_paragraph on events (article_id, paragraph);
create index events_order on events (earliest, latest);
create index events_type on events (type, earliest, latest);

-- Further places that tell of an event.
create table mentions (
  event_id      integer not null references events on delete cascade,  -- the event
  position      integer not null check (position >= 0),   -- in reading order
  paragraph     integer not null check (paragraph >= 0),  -- the number of the paragraph in the article
  trigger       text not null,                            -- the words that name it there, copied exactly
  trigger_start integer not null check (trigger_start >= 0),  -- where they begin in the paragraph, in bytes
  trigger_end   integer not null check (trigger_end >= trigger_start),  -- where they end
  primary key (event_id, position)
) strict, without rowid;

create table actors (
  id   integer primary key,                               -- its number in this file; another file numbers otherwise
  name text not null check (name <> ''),                  -- the fullest form that an article has, without titles
  kind text not null check (kind in ('', 'person', 'body', 'place', 'group', 'document', 'other')),  -- what it is; '': not known
  unique (name, kind)
) strict;

create table event_actors (
  event_id integer not null references events on delete cascade,  -- the event
  side     text not null check (side in ('actor', 'target')),  -- who did it; whom or what it was done to or said to
  position integer not null check (position >= 0),             -- in their order, on that side
  actor_id integer not null references actors,            -- the actor
  role     text not null check (role in ('', 'agent', 'speaker', 'participant', 'target', 'audience')),  -- the part, more exactly than the side; '': not known
  title    text not null,                                      -- office or function, as the article has it
  primary key (event_id, side, position)
) strict, without rowid;
create index event_actors_actor on event_actors (actor_id, side);
create trigger event_actors_removed after delete on event_actors begin
  delete from actors where id = old.actor_id and not exists (select 1 from event_actors where actor_id = old.actor_id);
end;

-- Time expressions, placed. Type, value and mod are those of TIMEX3 (TimeML 1.2.1).
create table times (
  id         integer primary key,                         -- its number in this file; another file numbers otherwise
  article_id integer not null references articles on delete cascade,  -- the article
  position   integer not null check (position >= 0),      -- in reading order within the article
  paragraph  integer not null,                            -- the number of the paragraph in the article
  start      integer not null check (start >= 0),         -- where it begins in the paragraph, in bytes
  "end"      integer not null check ("end" >= start),     -- where it ends
  text       text not null,                               -- its words, copied exactly
  type       text not null,                               -- DATE, TIME, DURATION, SET
  value      text not null,                               -- its TIMEX3 value
  mod        text not null,                               -- its TIMEX3 mod; '': none
  date       text,                                        -- EDTF; NULL: it dates nothing
  earliest   text check (earliest is date(earliest)),     -- first day that it can mean; NULL: no bound
  latest     text check (latest is date(latest)),         -- last day, likewise; NULL: no bound
  rule       text not null,                               -- the rule that read it
  reading    text not null,                               -- what the rule made of it, before placing
  anchor     text check (anchor is date(anchor)),         -- the day that it was placed by; NULL: it needs none
  anchor_from text not null,                              -- where the anchor came from
  rejected   text not null check (json_valid(rejected)),  -- other readings, each with the reason against it: ["...", ...]
  unique (article_id, position),
  foreign key (article_id, paragraph) references paragraphs (article_id, paragraph) on delete cascade
) strict;
create index times_paragraph on times (article_id, paragraph);

-- How an event came about, in plain words.
create table grounds (
  event_id integer primary key references events on delete cascade,  -- the event
  sentence text not null,                                 -- the sentence of the trigger
  entry    text not null,                                 -- the lexicon entry that the trigger is
  time_id  integer references times on delete set null,   -- the expression that dates the event; NULL: none does
  date     text not null,                                 -- why that expression, or which other ground there is
  modality text not null,                                 -- the words that gave the modality
  actors   text not null,                                 -- the construction that gave the actors
  targets  text not null                                  -- likewise
) strict;
create index grounds_time on grounds (time_id);

-- The timeline, ready to read: undated events come last and have no date.
create view timeline as
  select e.date, e.earliest, e.latest, e.type, e.modality, e.clause as what,
    coalesce((select group_concat(name, '; ') from (select a.name from event_actors x join actors a on a.id = x.actor_id
      where x.event_id = e.id and x.side = 'actor' order by x.position)), '') as actors,
    coalesce((select group_concat(name, '; ') from (select a.name from event_actors x join actors a on a.id = x.actor_id
      where x.event_id = e.id and x.side = 'target' order by x.position)), '') as targets,
    case when s.site <> '' then s.site when s.path <> '' then s.path else s.title end as source,
    e.paragraph, e.key, s.url
  from events e join articles s on s.id = e.article_id
  order by e.earliest is null and e.latest is null, coalesce(e.earliest, e.latest), coalesce(e.latest, '9999-12-31'),
    coalesce(s.published, '9999-12-31'), s.key, e.paragraph, e.position;

-- The articles, with what was found in them.
create view sources as
  select s.published, s.published_from, case when s.site <> '' then s.site else s.path end as source, s.title, s.url, s.key,
    (select count(*) from paragraphs p where p.article_id = s.id) as paragraphs,
    (select count(*) from events e where e.article_id = s.id) as events,
    (select count(*) from events e where e.article_id = s.id and e.earliest is null and e.latest is null) as undated
  from articles s
  order by coalesce(s.published, '9999-12-31'), s.key;
