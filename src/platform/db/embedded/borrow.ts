// The address of an embedded database that another program of ours is running, for work beside it (a backup).
import { SUPERUSER } from "./cluster.ts";
import { MEDICAL, UNION } from "./logins.ts";
import { isOwned } from "./owner-lock.ts";
import { readSecrets, type Secrets } from "./secrets.ts";

/** The two addresses the secrets stand for, and the superuser's. */
export function addressesOf(secrets: Secrets): { unionUrl: string; medicalUrl: string; adminUrl: string } {
  const { port, union, medical, superuser } = secrets;
  const address = (login: string, password: string, database: string) =>
    `postgres://${login}:${password}@127.0.0.1:${port}/${database}`;
  return {
    unionUrl: address(UNION.login, union, UNION.database),
    medicalUrl: address(MEDICAL.login, medical, MEDICAL.database),
    adminUrl: address(SUPERUSER, superuser, "postgres"),
  };
}

/** The union's address while a living program owns `dataDir`; undefined when nobody does. */
export async function borrowEmbedded(
  dataDir: string,
): Promise<{ unionUrl: string; stop(): Promise<void> } | undefined> {
  if (!(await isOwned(dataDir))) return undefined;
  const { unionUrl } = addressesOf(await readSecrets(dataDir));
  return { unionUrl, async stop() {} };
}
