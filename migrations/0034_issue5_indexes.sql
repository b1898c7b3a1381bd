-- Why: what screens and the looks of each minute ask is found by an index, whatever a nation has gathered in years:
-- a look with nothing to do costs nothing, and nobody's page reads everybody's rows.

-- Reports of a drive, of every kind that has one: `report_once` serves only who says `kind = 'drive'`.
create index report_drive on report.report (drive_id, unit_id) where drive_id is not null;
create index report_of on report.report (of_id) where of_id is not null;
-- All consents of a person, those taken back too.
create index consent_person on person.consent (person_id, purpose);
-- Who came by a link.
create index booking_invitation on booking.booking (invitation) where invitation is not null;
-- Reminders and calendars go by the day.
create index drive_day on drive.drive (day, id);
-- The last closed days, for thanking; the last corrections, for adjusting.
create index sheet_closed_at on turnout.sheet (closed_at) where closed_at is not null;
create index correction_at on turnout.correction (at);
-- In which drives a unit's people took part.
create index counter_unit on tally.counter (unit_id, drive_id) where measure in ('registered', 'donated') and value > 0;
create index signed_list_unit on booking.signed_list (drive_id, unit_id);

-- Up to when corrections have been looked through for reports they contradict; at most one row.
create table report.corrections_looked (
  one boolean primary key default true check (one),
  at timestamptz not null
);
