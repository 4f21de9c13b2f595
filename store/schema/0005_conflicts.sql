-- What a person corrected and the rules have come to find otherwise since. The correction holds; a conflict is told
-- until a person confirms the event or corrects the field again.
create table conflicts (
  event_id   integer not null references events on delete cascade,  -- the event
  field      text not null check (field in ('date', 'type', 'modality', 'clause', 'actors', 'targets')),  -- that was corrected
  found      text not null,                               -- what the rules find now, in the form of acts.before; neither what was corrected nor what it was corrected to
  is_settled integer not null check (is_settled in (0, 1)),  -- 1: a person has judged since
  primary key (event_id, field)
) strict, without rowid;

-- The events whose words a person gave: a search looks at these beside the paragraphs.
create index acts_words on acts (event_key) where field in ('clause', 'event');
