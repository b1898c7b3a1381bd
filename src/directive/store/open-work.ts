// SQL of the work an office leaves open.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

export const countOpenWork = (db: Db, unitId: string): Promise<{ what: string; count: number }[]> =>
  rows(
    db,
    sql`select 'duties' as what, count(*) as count from directive.task
        where unit_id = ${unitId} and settled_at is null and withdrawn_at is null
        union all
        select 'letters-unconfirmed', count(distinct root_id) from directive.recipient
        where unit_id = ${unitId} and reached_at is not null and received_at is null and ended_at is null
        union all
        select 'letter-drafts', count(*) from directive.directive where unit_id = ${unitId} and state = 'draft'`,
  );
