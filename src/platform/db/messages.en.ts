// The same lines in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "db.preparing": "Preparing the database for the first time…",
  "db.starting": "Starting the database…",
  "db.adopted": "Adopted the database that was already running.",
  "db.recovering": "The database is recovering from a sudden stop, please wait…",
  "db.waiting-previous": "Waiting for the previous run to finish…",
  "db.restarting": "The database stopped suddenly; restarting it…",
  "db.restarted": "The database is running again.",
  "db.restart-failed": "The database could not be restarted yet, trying on: {detail}",
  "db.stopping": "Stopping the database…",
  "db.migrating": "Updating the data structure: {name}",
  "db.folder-unwritable":
    "Cannot write to the data folder {dir}. Let the user who runs this write there, or point GIOTHONG_DATA to another folder.",
  "db.disk-full": "The disk that holds {dir} is full. Free some space and start again.",
  "db.second-owner":
    "The data in {dir} is in use by another Giọt Hồng program (process {pid}, since {since}). Use that one, or stop it first.",
  "db.port-taken":
    "Port {port} on {host} is used by another program. Stop that program or choose another port, for example: PORT={suggestion} npm start",
  "db.wrong-major":
    "The data in {dir} belongs to PostgreSQL {found}; this program carries PostgreSQL {expected}. Back up with the old version (giothong backup) and restore into a new folder.",
  "db.no-binary":
    "There is no bundled PostgreSQL for this machine ({platform}). Run npm ci again, or point DATABASE_URL to a PostgreSQL server, version 15 or later.",
  "db.root-unreachable":
    "The database cannot run for root in {dir}. Put the data and the program where every user may enter, or run as an ordinary user.",
  "db.secrets-missing":
    "The folder {dir} holds data but its password file {file} is missing or damaged. Copy that file back from a copy of the folder.",
  "db.still-held":
    "After {seconds} seconds the data in {dir} is still held by process {pid} of the previous run. Try again in a few minutes.",
  "db.init-failed": "The database could not be created in {dir}: {detail}",
  "db.start-failed": "The database in {dir} does not start: {detail}",
  "db.unreachable": "Cannot connect to the database {name}: {detail}",
  "db.only-reads":
    "This database server is a standby that only reads. DATABASE_URL must name the one that accepts writes: host-a:5432,host-b:5432.",
  "db.server-too-old": "The database server is PostgreSQL {found}; version 15 or later is needed.",
  "db.same-login":
    "DATABASE_URL and MEDICAL_DATABASE_URL must use two different logins, neither a superuser nor a member of the other.",
  "db.migration-bad-name":
    "The migration file {file} is not named like 0001_name.sql, or its number is used twice.",
  "db.migration-gap": "Migration number {number} is missing.",
  "db.migration-changed":
    "Migration {name} has been applied but its file was changed since. Bring the original file back.",
  "db.migration-missing":
    "The database already has migration {name}, which this program does not know. Use a newer version of the program.",
  "db.migration-failed": "Migration {name} failed (line {line}): {detail}",
  "db.backup-table": "{done}/{total} tables · {table}: {rows, plural, one {# row} other {# rows}}",
  "db.backup-bytes": "  {table}: {megabytes} MB…",
  "db.backup-foreign": "This database holds no data of Giọt Hồng yet, so there is nothing to back up.",
  "db.backup-done": "Backed up {tables} tables, {rows} rows to {file}.",
  "db.backup-unwritable": "Cannot write the backup file {file}: {detail}",
  "db.restore-done": "Restored {tables} tables, {rows} rows from {file}.",
  "db.restore-unreadable": "Cannot read the backup file {file}: {detail}",
  "db.restore-damaged": "The backup file {file} is damaged or altered ({detail}). Nothing was restored.",
  "db.restore-version": "The backup file {file} has format {found}; this program reads format {expected}.",
  "db.restore-level":
    "The backup file {file} is at structure level {found}, this program at {expected}. Restore with the version of the program that made the backup, then update.",
  "db.restore-not-empty":
    "The target database holds data ({table}). Restore into an empty database, or add --replace to replace everything.",
};
