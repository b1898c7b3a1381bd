// The two logins and their two databases: union and medical. Neither is a superuser or a member of the other,
// and neither may connect to the other's database.
import type pg from "pg";
import type { Secrets } from "./secrets.ts";

export const UNION = { login: "giothong_union", database: "giothong" } as const;
export const MEDICAL = { login: "giothong_medical", database: "giothong_medical" } as const;

/** Makes what is missing; running it again changes nothing. */
export async function ensureLogins(admin: pg.Client, secrets: Secrets): Promise<void> {
  const found = await admin.query<{ roles: string[]; databases: string[]; open: boolean }>(`
    select array(select rolname::text from pg_roles) as roles,
           array(select datname::text from pg_database) as databases,
           has_database_privilege('public', 'postgres', 'connect') as open`);
  const { roles, databases, open } = found.rows[0] ?? { roles: [], databases: [], open: true };
  for (const [side, password] of [
    [UNION, secrets.union],
    [MEDICAL, secrets.medical],
  ] as const) {
    const login = admin.escapeIdentifier(side.login);
    const database = admin.escapeIdentifier(side.database);
    if (!roles.includes(side.login)) {
      await admin.query(
        `create role ${login} login nosuperuser nocreatedb nocreaterole noreplication
         password ${admin.escapeLiteral(password)}`,
      );
    }
    if (!databases.includes(side.database)) {
      await admin.query(`create database ${database} owner ${login}`);
    }
    await admin.query(`revoke all on database ${database} from public`);
  }
  if (open) {
    for (const database of ["postgres", "template1"]) {
      await admin.query(`revoke all on database ${database} from public`);
    }
  }
}
