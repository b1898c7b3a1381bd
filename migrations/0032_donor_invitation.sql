-- Why: people come by a link of their union, of a poster or of a friend. The link says to whom they may be credited
-- and who asked them; how many came by it is counted from their places, never who.
create table donor.invitation (
  code text primary key check (code ~ '^[a-hjkmnp-z2-9]{12}$'),
  kind text not null check (kind in ('unit', 'friend', 'poster')),
  campaign_id uuid not null references campaign.campaign,
  -- Whose people are meant first; of a friend's link the unit the friend's own place is credited to.
  unit_id uuid not null references unit.unit,
  inviter_person_id uuid references person.person,
  made_by uuid references account.account,
  made_at timestamptz not null,
  ended_at timestamptz check (ended_at >= made_at),
  check ((kind = 'friend') = (inviter_person_id is not null))
);
-- One that runs for each unit, poster and friend in a campaign.
create unique index invitation_unit on donor.invitation (campaign_id, unit_id, kind)
  where kind <> 'friend' and ended_at is null;
create unique index invitation_friend on donor.invitation (campaign_id, inviter_person_id)
  where kind = 'friend' and ended_at is null;
create index invitation_inviter on donor.invitation (inviter_person_id);

create view donor.v_invitation as
select code, kind, campaign_id, unit_id, inviter_person_id, made_at, ended_at from donor.invitation;
