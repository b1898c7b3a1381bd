// Reading a letter from a file, files kept beside letters, documents of other bodies, and a unit's number series.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { done, file, fileBody, id, line } from "../platform/contract/shapes.ts";
import { FileView, Letter, SeriesReset, SeriesView } from "./schema.ts";

const atUnit = z.object({ unitId: id });

export const readFile = endpoint({
  id: "document.read-file",
  method: "POST",
  path: "/api/letters/read",
  summary: "Read a letter from a text, Word or PDF file into fields with their places. Writes nothing.",
  body: fileBody,
  accepts: "file",
  output: z.object({
    form: z.enum(["text", "docx", "pdf"]),
    pages: z.number().int().nullable(),
    letter: Letter,
  }),
  repeat: "natural",
  problems: ["letter-not-read"],
});

export const addFile = endpoint({
  id: "document.add-file",
  method: "POST",
  path: "/api/units/:unitId/files",
  summary: "Keep a file of a unit (PDF, Word, text, JPEG, PNG; at most 12 MB), to be attached to a letter.",
  params: atUnit,
  query: z.object({ fileId: id }),
  body: fileBody,
  accepts: "file",
  output: FileView,
  problems: ["file-form", "files-full"],
});

export const getFile = endpoint({
  id: "document.get-file",
  method: "GET",
  path: "/api/units/:unitId/files/:fileId",
  summary: "A file of a unit, as it came.",
  params: z.object({ unitId: id, fileId: id }),
  output: file,
  produces: "file",
});

export const setExternalFile = endpoint({
  id: "document.set-external-file",
  method: "PUT",
  path: "/api/units/:unitId/external-documents/:externalId/file",
  summary: "Put the file of another body's document beside its record.",
  params: z.object({ unitId: id, externalId: id }),
  body: z.object({ fileId: id }),
  output: done,
});

export const listSeries = endpoint({
  id: "document.series",
  method: "GET",
  path: "/api/units/:unitId/series",
  summary: "The number series of a unit in their running period, with the gaps explained.",
  params: atUnit,
  output: z.object({ items: z.array(SeriesView) }),
});

export const moveSeries = endpoint({
  id: "document.move-series",
  method: "POST",
  path: "/api/units/:unitId/series",
  summary:
    "Begin a series, say when it begins again, or move it past numbers used outside the program, with the reason.",
  params: atUnit,
  body: z.object({
    id,
    notation: line(40),
    reset: SeriesReset,
    /** Asked where the series begins again with each term: "2018-2023". */
    term: line(40).optional(),
    lastNumber: z.number().int().min(0).max(999_999),
    reason: line(500),
  }),
  output: done,
  problems: ["series-backwards", "term-missing"],
});
