// Reports to finish and reports to decide on, for whoever takes an office over.
import type { OpenWork } from "../../account/service/open-work.ts";
import { countOpenWork } from "../store/open-work.ts";

export const reportOpenWork: OpenWork = {
  name: "report",
  list: (db, unitId) => countOpenWork(db, unitId),
};
