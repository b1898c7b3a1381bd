// Where the files that the program carries are: beside the bundle, or at the root of the sources (tests).
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const BASE = existsSync(join(here, "giothong.js")) ? here : join(here, "..", "..", "..");

/** Migrations of the union's database. */
export const MIGRATIONS = join(BASE, "migrations");
/** Migrations of the medical database; the folder may be absent. */
export const MEDICAL_MIGRATIONS = join(MIGRATIONS, "medical");
/** The built web app; exists in a build only. */
export const WEB = join(BASE, "web");
