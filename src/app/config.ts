// The program's settings from the environment, read once. A wrong one stops the start with one line that names it.
import { accessSync, constants } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { hostsOf } from "../platform/db/hosts.ts";
import { translator } from "../platform/i18n/translate.ts";
import { en } from "./start/messages.en.ts";
import { vi } from "./start/messages.vi.ts";

const lookup = { vi: translator(vi, "vi"), en: translator(en, "en") };
type Reason = Extract<keyof typeof vi, `config.${string}`>;

/** A setting that cannot be used. `message` is one Vietnamese line naming the variable. */
export class ConfigProblem extends Error {
  readonly variable: string;
  readonly reason: Reason;

  constructor(variable: string, reason: Reason) {
    super(lookup.vi(reason, { variable }));
    this.name = "ConfigProblem";
    this.variable = variable;
    this.reason = reason;
  }

  /** The same line in another language. */
  in(language: "vi" | "en"): string {
    return lookup[language](this.reason, { variable: this.variable });
  }
}

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const reason = (key: Reason) => ({ error: key });
/** The stories a demo can tell, by the year its clock shows. */
export const DEMO_YEARS = ["2021", "2025"] as const;
export type DemoYear = (typeof DEMO_YEARS)[number];

const databaseUrl = z.string().refine((url) => hostsOf(url) !== undefined, reason("config.database-url"));

// An empty variable is one that is not set: that is how people switch a line of a settings file off.
const settings = z.object({
  PORT: z.coerce
    .number(reason("config.port"))
    .int(reason("config.port"))
    .min(0, reason("config.port"))
    .max(65_535, reason("config.port"))
    .default(4160),
  HOST: z.string().default("127.0.0.1"),
  MEDICAL_PORT: z.coerce
    .number(reason("config.port"))
    .int(reason("config.port"))
    .min(0, reason("config.port"))
    .max(65_535, reason("config.port"))
    .default(4161),
  GIOTHONG_DATA: z.string().optional(),
  GIOTHONG_DEMO: z.enum(DEMO_YEARS, reason("config.demo")).default("2021"),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_REPLICA_URL: databaseUrl.optional(),
  DATABASE_REPLICA_SECONDS: z.coerce
    .number(reason("config.replica-seconds"))
    .int(reason("config.replica-seconds"))
    .min(1, reason("config.replica-seconds"))
    .max(3600, reason("config.replica-seconds"))
    .default(60),
  MEDICAL_DATABASE_URL: databaseUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, ...reason("config.smtp-url") }).optional(),
  SMTP_FROM: z.string().regex(/@/, reason("config.smtp-from")).optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, ...reason("config.public-url") }).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, reason("config.log-level")).default("info"),
});

export interface Config {
  /** 0 = any free port (tests). */
  readonly port: number;
  readonly host: string;
  /** Port of the medical side's own process. */
  readonly medicalPort: number;
  /** Absolute path of the data folder: embedded database, attached files. */
  readonly dataDir: string;
  /** Which story an empty installation is filled with; each has its own data folder unless one is named. */
  readonly demoYear: DemoYear;
  /** Absent = the embedded database. */
  readonly databaseUrl?: string;
  /** A standby that overviews may be read from while it is at most so many seconds behind. */
  readonly replica?: { readonly url: string; readonly mostSeconds: number };
  readonly medicalDatabaseUrl?: string;
  readonly smtp?: { readonly url: string; readonly from: string };
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  /** How people outside reach this program, without a slash at the end; absent = by its own host and port. */
  readonly publicUrl?: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Reads and checks the settings. Throws `ConfigProblem` for the first that cannot be used. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigProblem(String(issue?.path[0] ?? "?"), (issue?.message ?? "config.port") as Reason);
  }
  const found = parsed.data;
  const tls = both("TLS_CERT", found.TLS_CERT, "TLS_KEY", found.TLS_KEY, "config.tls-both");
  const smtp = both("SMTP_URL", found.SMTP_URL, "SMTP_FROM", found.SMTP_FROM, "config.smtp-both");
  for (const [variable, file] of [["TLS_CERT", tls?.[0]] as const, ["TLS_KEY", tls?.[1]] as const]) {
    if (file !== undefined && !isReadable(file)) throw new ConfigProblem(variable, "config.file-unreadable");
  }
  if (found.DATABASE_REPLICA_URL !== undefined && found.DATABASE_URL === undefined)
    throw new ConfigProblem("DATABASE_REPLICA_URL", "config.replica-alone");
  return {
    port: found.PORT,
    host: found.HOST,
    medicalPort: found.MEDICAL_PORT,
    dataDir: resolve(found.GIOTHONG_DATA ?? (found.GIOTHONG_DEMO === "2021" ? "./data" : "./data-2025")),
    demoYear: found.GIOTHONG_DEMO,
    logLevel: found.LOG_LEVEL,
    ...(found.DATABASE_URL === undefined ? {} : { databaseUrl: found.DATABASE_URL }),
    ...(found.DATABASE_REPLICA_URL === undefined
      ? {}
      : { replica: { url: found.DATABASE_REPLICA_URL, mostSeconds: found.DATABASE_REPLICA_SECONDS } }),
    ...(found.MEDICAL_DATABASE_URL === undefined ? {} : { medicalDatabaseUrl: found.MEDICAL_DATABASE_URL }),
    ...(smtp === undefined ? {} : { smtp: { url: smtp[0], from: smtp[1] } }),
    ...(tls === undefined ? {} : { tls: { certFile: resolve(tls[0]), keyFile: resolve(tls[1]) } }),
    ...(found.PUBLIC_URL === undefined ? {} : { publicUrl: found.PUBLIC_URL.replace(/\/+$/, "") }),
  };
}

/** Two settings that mean something only together; names the missing one. */
function both(
  firstName: string,
  first: string | undefined,
  secondName: string,
  second: string | undefined,
  key: Reason,
): [string, string] | undefined {
  if (first === undefined && second === undefined) return undefined;
  if (first === undefined) throw new ConfigProblem(firstName, key);
  if (second === undefined) throw new ConfigProblem(secondName, key);
  return [first, second];
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
