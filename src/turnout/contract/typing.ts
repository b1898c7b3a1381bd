// The numbered list on paper, and typing it back.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { id } from "../../platform/contract/shapes.ts";
import { PrintedList, RecordedRows, RecordRows } from "../schema/typing.ts";

const ofDrive = z.object({ driveId: id });

export const printList = endpoint({
  id: "turnout.print-list",
  method: "POST",
  path: "/api/drives/:driveId/turnout/list",
  summary:
    "Number the facility's list for printing: by time and given name; numbers once given stay, later people follow.",
  params: ofDrive,
  output: PrintedList,
  problems: ["not-open", "turnout-closed"],
});

export const recordMany = endpoint({
  id: "turnout.record-many",
  method: "PUT",
  path: "/api/drives/:driveId/turnout/donors",
  summary: "Enter outcomes of up to 100 donors in the order given; each row is answered, good rows are kept.",
  params: ofDrive,
  body: RecordRows,
  output: RecordedRows,
  problems: ["turnout-closed", "not-open", "before-the-day"],
});
