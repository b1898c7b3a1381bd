// What the program's triggers hold of the facts, asked of all of them at once: each statement counts what is wrong.
import type { SeedCheck } from "../step.ts";

export const FACT_LAWS: readonly SeedCheck[] = [
  {
    name: "seats count their places",
    sql: `select count(*) as wrong from booking.seat s
          left join (select slot_id, count(*) as running from booking.booking where state <> 'released' group by slot_id) b
            on b.slot_id = s.slot_id
          where s.booked <> coalesce(b.running, 0) or s.kept <> 0 or s.walk_in <> 0`,
  },
  {
    name: "every running place has a seat of its drive",
    sql: `select count(*) as wrong from booking.booking b
          left join booking.seat s on s.slot_id = b.slot_id and s.drive_id = b.drive_id where s.slot_id is null`,
  },
  {
    name: "registered counts confirmed places",
    sql: `with facts as (
            select d.campaign_id, b.credited_unit_id as unit_id, b.drive_id, count(*) as value
            from booking.booking b join drive.drive d on d.id = b.drive_id where b.confirmed_at is not null group by 1, 2, 3),
          kept as (
            select campaign_id, unit_id, drive_id, sum(value) as value from tally.counter
            where measure = 'registered' group by 1, 2, 3)
          select count(*) as wrong from facts full join kept using (campaign_id, unit_id, drive_id)
          where facts.value is distinct from kept.value`,
  },
  {
    name: "donated, bags, ml and units count outcomes",
    sql: `with given as (
            select d.campaign_id, b.credited_unit_id as unit_id, o.drive_id, d.day, c.unit_rule, o.volume_ml
            from turnout.outcome o join booking.booking b on b.id = o.booking_id join drive.drive d on d.id = o.drive_id
            join campaign.campaign c on c.id = d.campaign_id where o.volume_ml > 0),
          facts as (
            select campaign_id, unit_id, drive_id, m.measure, day, sum(m.value) as value from given
            cross join lateral (values ('donated', 1), ('bags', 1), ('ml', volume_ml),
              ('units', case when unit_rule = 'bag' then 100 else case volume_ml when 250 then 100 when 350 then 140 else 180 end end))
              as m (measure, value)
            group by 1, 2, 3, 4, 5)
          select count(*) as wrong
          from facts full join (select * from tally.counter where measure <> 'registered') k
            using (campaign_id, unit_id, drive_id, measure, day)
          where facts.value is distinct from k.value`,
  },
  {
    name: "closed drives have an outcome for every confirmed place, and others none",
    sql: `select count(*) as wrong from booking.booking b join drive.drive d on d.id = b.drive_id
          left join turnout.outcome o on o.booking_id = b.id
          where (o.booking_id is not null) <> (d.state = 'closed' and b.state = 'confirmed')
             or (b.withdrawn_at is not null and o.volume_ml > 0)`,
  },
  {
    name: "sheets count bags of the list and of donors outside",
    sql: `select count(*) as wrong from turnout.sheet s
          left join (select drive_id, count(*) filter (where volume_ml = 250) as a, count(*) filter (where volume_ml = 350) as b,
                            count(*) filter (where volume_ml = 450) as c from turnout.outcome group by drive_id) o
            on o.drive_id = s.drive_id
          where (s.bags_250, s.bags_350, s.bags_450)
                <> (coalesce(o.a, 0) + s.outside_250, coalesce(o.b, 0) + s.outside_350, coalesce(o.c, 0) + s.outside_450)`,
  },
  {
    name: "known donations are the outcomes of who gave",
    sql: `select count(*) as wrong
          from (select b.person_id, o.drive_id, o.volume_ml from turnout.outcome o join booking.booking b on b.id = o.booking_id
                where o.volume_ml > 0) f
          full join donor.donation d on d.person_id = f.person_id and d.drive_id = f.drive_id
          where d.volume_ml is distinct from f.volume_ml`,
  },
  {
    name: "nobody gives twice within 84 days",
    sql: `select count(*) as wrong
          from (select day - lag(day) over (partition by person_id order by day) as apart from donor.donation) d where apart < 84`,
  },
  {
    name: "every place is credited to the union its person belonged to on the day",
    sql: `select count(*) as wrong from booking.booking b join drive.drive d on d.id = b.drive_id
          where not exists (select 1 from person.affiliation a where a.person_id = b.person_id and a.unit_id = b.credited_unit_id
                            and a.is_primary and a.valid @> d.day)`,
  },
  {
    name: "every fact is credited exactly once on every day",
    sql: `select count(*) as wrong
          from (select distinct unit_id from tally.counter) k
          cross join (select max(day) as today from tally.counter) t
          where (select count(*) from unit.v_credit c where c.unit_id = k.unit_id and c.valid @> t.today) <> 1`,
  },
  {
    name: "shares and reserve are the number",
    sql: `select count(*) as wrong from target.split s
          left join (select campaign_id, unit_id, measure, version, sum(value) as value, count(*) as parts
                     from target.share group by 1, 2, 3, 4) h using (campaign_id, unit_id, measure, version)
          where coalesce(h.value, 0) + s.reserve <> s.total or coalesce(h.parts, 0) <> s.parts`,
  },
  {
    name: "a unit splits the number it holds, and holds one",
    sql: `with held as (select campaign_id, unit_id, measure, count(*) as numbers, sum(value) as value
                        from target.v_assigned group by 1, 2, 3)
          select (select count(*) from held where numbers > 1)
               + (select count(*) from target.v_split s left join held h using (campaign_id, unit_id, measure)
                  where s.total is distinct from h.value::int) as wrong`,
  },
  {
    name: "days of a book never go back",
    sql: `select count(*) as wrong
          from (select in_force_on, lag(in_force_on) over (partition by campaign_id, measure order by decided_at) as before
                from target.split) s where in_force_on < before`,
  },
  {
    name: "the own line of a report is the facts of those it covers",
    sql: `with own as (
            select r.id, r.drive_id, r.version, n.registered, n.donated, n.bags_250, n.bags_350, n.bags_450, n.ml, n.units_hundredths
            from report.report r join report.line n on n.report_id = r.id and n.version = r.version and n.source = 'own'
            where r.kind = 'drive'),
          counted as (
            select v.report_id, v.version,
                   sum(k.value) filter (where k.measure = 'registered') as registered,
                   coalesce(sum(k.value) filter (where k.measure = 'donated'), 0) as donated,
                   coalesce(sum(k.value) filter (where k.measure = 'ml'), 0) as ml,
                   coalesce(sum(k.value) filter (where k.measure = 'units'), 0) as units
            from report.covered v join report.report r on r.id = v.report_id
            join tally.counter k on k.drive_id = r.drive_id and k.unit_id = v.credited_unit_id group by 1, 2)
          select count(*) as wrong from own left join counted c on c.report_id = own.id and c.version = own.version
          where (own.registered, own.donated, own.ml, own.units_hundredths)
                is distinct from (c.registered, c.donated, c.ml, c.units)
             or own.bags_250 + own.bags_350 + own.bags_450 <> own.donated`,
  },
  {
    name: "a line of a unit below is its approved report",
    sql: `with total as (
            select r.id, r.drive_id, r.unit_id, sum(n.registered) as registered, sum(n.donated) as donated, sum(n.bags_250) as a,
                   sum(n.bags_350) as b, sum(n.bags_450) as c, sum(n.ml) as ml, sum(n.units_hundredths) as units
            from report.report r join report.line n on n.report_id = r.id and n.version = r.version and n.source in ('own', 'child')
            where r.kind = 'drive' and r.state = 'approved' group by r.id)
          select count(*) as wrong
          from report.report r join report.line n on n.report_id = r.id and n.version = r.version and n.source = 'child' and n.reported
          left join total t on t.drive_id = r.drive_id and t.unit_id = n.unit_id
          where r.kind = 'drive'
            and (n.registered, n.donated, n.bags_250, n.bags_350, n.bags_450, n.ml, n.units_hundredths)
                is distinct from (t.registered, t.donated, t.a, t.b, t.c, t.ml, t.units)`,
  },
  {
    name: "nobody is covered by two reports of a drive",
    sql: `select count(*) as wrong
          from (select r.drive_id, v.credited_unit_id from report.covered v
                join report.report r on r.id = v.report_id and r.version = v.version
                where r.state in ('submitted', 'approved') group by 1, 2 having count(*) > 1) twice`,
  },
  {
    name: "lines are those of versions sent",
    sql: `select count(*) as wrong from report.line n join report.report r on r.id = n.report_id where n.version > r.version`,
  },
  {
    name: "a task is as its latest step says",
    sql: `with latest as (
            select distinct on (task_id) task_id, state, at, due_on, note, by_account from directive.task_step order by task_id, at desc)
          select count(*) as wrong from directive.task t left join latest l on l.task_id = t.id
          where l.state is distinct from (case when t.settled_at is null then 'open' else 'settled' end)
             or (t.settled_at is not null and t.settled_at <> l.at) or t.due_on is distinct from l.due_on`,
  },
  {
    name: "duties are owed where the letter arrived, and spread is what was recorded",
    sql: `select (select count(*) from directive.task t
                  left join directive.recipient r on r.directive_id = t.directive_id and r.unit_id = t.unit_id
                  where r.unit_id is null or r.root_id <> t.root_id or t.settled_at < r.reached_at)
               + (select count(*) from directive.recipient r
                  left join directive.dissemination s on s.directive_id = r.directive_id and s.unit_id = r.unit_id
                  where r.disseminated_at is distinct from s.recorded_at) as wrong`,
  },
  {
    name: "every line of the audit trail is counted",
    sql: `select abs((select sum(entries) from platform.audit_count) - (select count(*) from platform.audit_entry)) as wrong`,
  },
  {
    name: "each number of a series is one document, and the series stands at the last",
    sql: `select count(*) as wrong from document.series s
          where s.last_number <> (select max(n.number) from document.number n
                                  where (n.unit_id, n.notation, n.period) = (s.unit_id, s.notation, s.period))`,
  },
];
