// Shapes every contract shares.
import { z } from "zod";
import type { FileAnswer } from "./contract.ts";

export const id = z.uuid();
/** A calendar day in Việt Nam, YYYY-MM-DD. */
export const day = z.iso.date();
/** An instant, ISO with zone. */
export const instant = z.iso.datetime({ offset: true });
/** Text somebody typed: NFC, trimmed, within `max` characters. */
export const line = (max: number) => z.string().normalize("NFC").trim().min(1).max(max);
export const note = (max: number) => z.string().normalize("NFC").trim().max(max);
export const count = z.number().int().min(0).max(10_000_000);

/** Pages go by key: `after` is the last key of the page before. */
export const pageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** Operations the asker may call next on what was answered; screens never work permission out again. */
export const allowedActions = z.array(z.string());
export const nothing = z.object({});
/** The answer of a write: what it touched. Personal data is fetched again, never kept in the ledger. */
export const done = z.object({ id });
export const UnitRef = z.object({ id, name: z.string(), shortName: z.string() });
export type UnitRef = z.output<typeof UnitRef>;
/** A file or page; never serialised as JSON. */
export const file = z.custom<FileAnswer>();

/** The largest file that may be sent in, bytes. */
export const MOST_FILE_BYTES = 12_000_000;
/** A file sent in as the body of a request whose contract `accepts` one. */
export const fileBody = z.object({
  name: line(200),
  mediaType: z.string().max(200),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= MOST_FILE_BYTES),
});
export type FileBody = z.output<typeof fileBody>;
