-- The floors a path counts on were written twice, for facts (0036) and for members (0039). They are one law.
create or replace function tally.floors(path text) returns table (above text, branch text) language sql immutable as $$
  select f.above, f.branch from unit.floors(path) f
$$;
