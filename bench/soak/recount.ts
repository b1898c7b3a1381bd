// Days typed back and their reports, counted again: what was answered against what stands, by name, by counter, by report.
import type pg from "pg";
import type { ToldDay } from "./days.ts";

interface Figures {
  readonly registered: number;
  readonly donated: number;
  readonly ml: number;
}

type Rows = Record<string, unknown>[];
type Expect = (what: string, found: number, wanted: number) => void;

/** Of `units`, by what was answered. */
function factsOf({ day, volumes }: ToldDay, units: ReadonlySet<string>): Figures {
  const own = day.places.filter(({ unitId }) => units.has(unitId));
  const given = own.map(({ bookingId }) => volumes.get(bookingId) ?? 0).filter((volume) => volume > 0);
  return { registered: own.length, donated: given.length, ml: given.reduce((sum, ml) => sum + ml, 0) };
}

const same = (one: Figures | undefined, other: Figures): boolean =>
  one?.registered === other.registered && one.donated === other.donated && one.ml === other.ml;

/** Units whose people a report of `unitId` is of: its own, or those that report to it, and to these. */
function below({ day }: ToldDay, unitId: string): Set<string> {
  const found = new Set([unitId]);
  // From above: whoever stands below comes before in the list.
  for (const { officer, above } of [...day.reporters].reverse())
    if (found.has(above.unitId)) found.add(officer.unitId);
  return found;
}

export async function recountDays(pool: pg.Pool, days: readonly ToldDay[], expect: Expect): Promise<void> {
  const drives = days.map(({ day }) => day.driveId);
  const all = async (text: string): Promise<Map<string, Rows>> => {
    const byDrive = new Map<string, Rows>();
    for (const found of (await pool.query({ text, values: [drives] })).rows as Rows) {
      const of = byDrive.get(String(found.driveId)) ?? [];
      byDrive.set(String(found.driveId), of);
      of.push(found);
    }
    return byDrive;
  };
  const outcomes = await all(
    `select drive_id as "driveId", booking_id as id, volume_ml as ml from turnout.outcome where drive_id = any ($1::uuid[])`,
  );
  const places = await all(
    `select drive_id as "driveId", count(*)::int as n from booking.booking
     where drive_id = any ($1::uuid[]) and state = 'confirmed' group by 1`,
  );
  const closed = await all(
    `select s.drive_id as "driveId", p.listed, d.state from turnout.sheet s join drive.drive d on d.id = s.drive_id
     left join turnout.presence p on p.drive_id = s.drive_id
     where s.drive_id = any ($1::uuid[]) and s.closed_at is not null`,
  );
  const counters = await all(
    `select drive_id as "driveId", unit_id as id,
            coalesce(sum(value) filter (where measure = 'registered'), 0)::int as registered,
            coalesce(sum(value) filter (where measure = 'donated'), 0)::int as donated,
            coalesce(sum(value) filter (where measure = 'ml'), 0)::int as ml
     from tally.counter where drive_id = any ($1::uuid[]) group by 1, 2`,
  );
  const donations = await all(
    `select drive_id as "driveId", count(*)::int as n from donor.donation where drive_id = any ($1::uuid[]) group by 1`,
  );
  const reports = await all(
    `select r.drive_id as "driveId", r.id, r.unit_id as "unitId", r.state, r.version,
            sum(l.registered)::int as registered, sum(l.donated)::int as donated, sum(l.ml)::int as ml
     from report.report r left join report.line l on l.report_id = r.id and l.version = r.version and l.source in ('own', 'child')
     where r.drive_id = any ($1::uuid[]) group by r.id`,
  );
  const covered = await all(
    `select r.drive_id as "driveId", v.credited_unit_id as id, count(*)::int as n
     from report.report r join report.covered v on v.report_id = r.id and v.version = r.version
     where r.drive_id = any ($1::uuid[]) and r.state in ('submitted', 'approved') group by 1, 2`,
  );

  let wrong = { typed: 0, split: 0, closed: 0, presence: 0, counters: 0, donations: 0 };
  let reported = { missing: 0, figures: 0, said: 0, versions: 0, twice: 0 };
  const off = (is: boolean): number => (is ? 0 : 1);
  for (const told of days) {
    const { day, volumes } = told;
    const of = (from: Map<string, Rows>): Rows => from.get(day.driveId) ?? [];
    const whole = factsOf(told, new Set(day.places.map(({ unitId }) => unitId)));
    const ml = new Map(of(outcomes).map(({ id, ml }) => [String(id), Number(ml)]));
    const zeros = [...ml.values()].filter((volume) => volume === 0).length;
    const sheet = of(closed)[0];
    wrong = {
      typed:
        wrong.typed +
        off(ml.size === volumes.size && [...volumes].every(([id, given]) => ml.get(id) === given)),
      split:
        wrong.split +
        off(
          !told.closed ||
            (of(places)[0]?.n === whole.donated + told.stayed + told.absent &&
              zeros === told.stayed + told.absent),
        ),
      closed:
        wrong.closed + off((sheet !== undefined) === told.closed && (!sheet || sheet.state === "closed")),
      // Told only where nobody can be told from it; where it is, it is who gave and who stayed.
      presence: wrong.presence + off(sheet?.listed == null || sheet.listed === whole.donated + told.stayed),
      counters:
        wrong.counters +
        off(
          [...new Set(day.places.map(({ unitId }) => unitId))].every((unitId) => {
            const facts = factsOf(told, new Set([unitId]));
            const counted = told.closed ? facts : { ...facts, donated: 0, ml: 0 };
            return same(of(counters).find(({ id }) => id === unitId) as unknown as Figures, counted);
          }),
        ),
      donations:
        wrong.donations + off(Number(of(donations)[0]?.n ?? 0) === (told.closed ? whole.donated : 0)),
    };
    const byUnit = new Map(of(reports).map((row) => [String(row.unitId), row]));
    reported.missing += off(byUnit.size === told.reports.size);
    reported.twice += of(covered).filter(({ n }) => Number(n) > 1).length;
    for (const [unitId, { id, state, total }] of told.reports) {
      const row = byUnit.get(unitId);
      const facts = factsOf(told, below(told, unitId));
      reported = {
        ...reported,
        missing: reported.missing + off(row?.id === id && row.state === state),
        figures: reported.figures + off(state === "draft" || same(row as unknown as Figures, facts)),
        said: reported.said + off(total === undefined || same(total, facts)),
        // Sent twice would have been frozen twice.
        versions: reported.versions + off(row?.version === (state === "draft" ? 0 : 1)),
      };
    }
  }
  expect("days whose outcomes are not those answered", wrong.typed, 0);
  expect("closed days where registered is not donated + not donated + absent", wrong.split, 0);
  expect("days closed without an answer, or answered and not closed", wrong.closed, 0);
  expect("days whose published count is not who gave and who stayed", wrong.presence, 0);
  expect("days whose counters are not their facts", wrong.counters, 0);
  expect("days whose donations are not kept once each", wrong.donations, 0);
  expect("reports that are not as answered", reported.missing, 0);
  expect("reports whose frozen figures are not the facts", reported.figures, 0);
  expect("reports that said other figures than the facts", reported.said, 0);
  expect("reports sent more than once", reported.versions, 0);
  expect("unions covered by two reports", reported.twice, 0);
}
