// One order, many letters: drafts the program suggests, links, changes, recall, the letter as a Word file, its files.
import { z } from "zod";
import { AttachmentRole, FileView } from "../../document/schema.ts";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, file, fileBody, id, line, page, pageQuery } from "../../platform/contract/shapes.ts";
import { LetterChanges, LetterLink, Suggestion } from "../schema/family.ts";

const ofUnit = z.object({ unitId: id, directiveId: id });
const ofTask = z.object({ unitId: id, taskId: id });

export const suggestLetter = endpoint({
  id: "directive.suggest",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/suggestion",
  summary:
    "The letter a unit would write next to this one: its own re-issue, an amendment, a replacement, an urging letter to those late; or its own draft, to be written on.",
  params: ofUnit,
  query: z.object({ as: z.enum(["reissue", "amend", "replace", "urge", "draft"]) }),
  output: Suggestion,
  problems: ["parent-not-held", "letter-not-held", "already-changed", "no-recipients", "not-a-draft"],
});

export const listReissues = endpoint({
  id: "directive.reissues",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/reissues",
  summary: "Letters in which units below carry this one further, newest first.",
  params: ofUnit,
  query: pageQuery,
  output: page(LetterLink),
});

export const compareLetter = endpoint({
  id: "directive.changes",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/changes",
  summary: "What an amending or replacing letter says differently from the one before it.",
  params: ofUnit,
  output: LetterChanges,
});

export const recallLetter = endpoint({
  id: "directive.recall",
  method: "POST",
  path: "/api/units/:unitId/directives/:directiveId/recall",
  summary: "Recall (thu hồi) an issued letter: its open duties are withdrawn, every receiver sees why.",
  params: ofUnit,
  body: z.object({ reason: line(500) }),
  output: done,
  problems: ["letter-not-held"],
});

export const letterDocx = endpoint({
  id: "directive.docx",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/docx",
  summary:
    "The letter as a Word file in the form of NĐ 30/2020, ready to sign; marked as a draft until issued.",
  params: ofUnit,
  output: file,
  produces: "docx",
});

export const attachFile = endpoint({
  id: "directive.attach",
  method: "POST",
  path: "/api/units/:unitId/directives/:directiveId/files",
  summary:
    "Attach a kept file to a letter: the signed scan (once, also after issue) or an annex (before issue).",
  params: ofUnit,
  body: z.object({ fileId: id, role: AttachmentRole }),
  output: done,
  problems: ["not-a-draft", "signed-already"],
});

export const letterFile = endpoint({
  id: "directive.file",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/files/:fileId",
  summary: "A file of a letter or of a document it rests on, for whoever may read the letter.",
  params: ofUnit.extend({ fileId: id }),
  output: file,
  produces: "file",
});

export const addEvidence = endpoint({
  id: "directive.add-evidence",
  method: "POST",
  path: "/api/units/:unitId/tasks/:taskId/evidence",
  summary:
    "Show that a duty was done: a photo or a PDF, at most six. What a photo says of place and device is taken out.",
  params: ofTask,
  query: z.object({ fileId: id }),
  body: fileBody,
  accepts: "file",
  output: FileView,
  problems: ["file-form", "too-many-files", "files-full"],
});

export const removeEvidence = endpoint({
  id: "directive.remove-evidence",
  method: "DELETE",
  path: "/api/units/:unitId/tasks/:taskId/evidence/:fileId",
  summary: "Take a photo away again.",
  params: ofTask.extend({ fileId: id }),
  output: done,
});

export const getEvidence = endpoint({
  id: "directive.evidence",
  method: "GET",
  path: "/api/units/:unitId/tasks/:taskId/evidence/:fileId",
  summary: "A photo or scan that shows a duty was done, for the unit and the levels above it.",
  params: ofTask.extend({ fileId: id }),
  output: file,
  produces: "file",
});

export const taskSheet = endpoint({
  id: "directive.task-sheet",
  method: "GET",
  path: "/api/units/:unitId/tasks.pdf",
  summary: "Việc cần làm on paper (A4), for those without a phone.",
  params: z.object({ unitId: id }),
  output: file,
  produces: "pdf",
});
