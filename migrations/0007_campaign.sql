-- Why: an edition of a programme in a year, owned by the unit that leads it.
create schema campaign;

create table campaign.campaign (
  id uuid primary key,
  unit_id uuid not null references unit.unit,
  programme text not null,
  edition integer check (edition > 0),
  name text not null check (name = normalize(name, nfc)),
  year integer not null check (year between 1990 and 2200),
  period daterange not null check (not isempty(period)),
  -- What "đơn vị máu" means here: one bag, or 250 ml equivalents (domain 7.1: organisers differ).
  unit_rule text not null check (unit_rule in ('bag', 'ml250')),
  created_at timestamptz not null,
  created_by uuid references account.account,
  -- Lets others hold a row to the unit that leads the campaign.
  unique (id, unit_id)
);
create index campaign_unit on campaign.campaign (unit_id, id);

create view campaign.v_campaign as
select id as campaign_id, unit_id, programme, edition, name, year, period, unit_rule from campaign.campaign;
