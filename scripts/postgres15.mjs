// Finds an installed PostgreSQL 15, the oldest server the program promises to work on.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const PLACES = [
  "/usr/lib/postgresql/15/bin",
  "/usr/pgsql-15/bin",
  "/opt/homebrew/opt/postgresql@15/bin",
  "/usr/local/opt/postgresql@15/bin",
  "/Applications/Postgres.app/Contents/Versions/15/bin",
  "C:\\Program Files\\PostgreSQL\\15\\bin",
];

/** The folder of its programs (`initdb`, `postgres`, `pg_ctl`), or undefined where it is not installed. */
export function findPostgres15() {
  const named = process.env.POSTGRES15_BIN;
  const places = named === undefined ? PLACES : [named];
  return places.find((place) => {
    if (!existsSync(place)) return false;
    const names = readdirSync(place).map((name) => path.parse(name).name);
    return ["initdb", "postgres", "pg_ctl"].every((name) => names.includes(name));
  });
}
