// Lists of people from files: seen first, taken then, taken back while nothing depends on them.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { count, done, fileBody, id } from "../../platform/contract/shapes.ts";
import { ImportEntry, ImportPreview, ImportRow, ImportView } from "../schema/importing.ts";

const atUnit = z.object({ unitId: id });
const ofImport = z.object({ unitId: id, importId: id });

export const previewImport = endpoint({
  id: "person.preview-import",
  method: "POST",
  path: "/api/units/:unitId/people/preview",
  summary:
    "Read a list of people (Excel or CSV, at most 5 MB and 5,000 rows): what would become of each row. Writes nothing.",
  params: atUnit,
  query: z.object({ fonts: z.enum(["mend", "as-is"]).default("mend") }),
  body: fileBody,
  accepts: "file",
  output: ImportPreview,
  repeat: "natural",
  problems: ["list-not-read"],
});

export const takeImport = endpoint({
  id: "person.import",
  method: "POST",
  path: "/api/units/:unitId/people/imports",
  summary: "Add the people of a list that was seen. They have agreed to nothing.",
  params: atUnit,
  body: ImportEntry,
  output: z.object({ id, added: count, skipped: count }),
  problems: ["nothing-to-import"],
});

export const listImports = endpoint({
  id: "person.imports",
  method: "GET",
  path: "/api/units/:unitId/people/imports",
  summary: "The last lists a unit brought in, newest first.",
  params: atUnit,
  output: z.object({ items: z.array(ImportRow) }),
});

export const getImport = endpoint({
  id: "person.get-import",
  method: "GET",
  path: "/api/units/:unitId/people/imports/:importId",
  summary:
    "One list that was brought in, and who of it has something by now that keeps it from being undone.",
  params: ofImport,
  output: ImportView,
});

export const undoImport = endpoint({
  id: "person.undo-import",
  method: "POST",
  path: "/api/units/:unitId/people/imports/:importId/undo",
  summary: "Take all people of a list away again, while nothing depends on any of them.",
  params: ofImport,
  output: done,
  problems: ["import-in-use"],
});
