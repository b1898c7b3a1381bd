// Duties not yet done, letters not yet confirmed and letters being drafted, for whoever takes an office over.
import type { OpenWork } from "../../account/service/open-work.ts";
import { countOpenWork } from "../store/open-work.ts";

export const directiveOpenWork: OpenWork = {
  name: "directive",
  list: (db, unitId) => countOpenWork(db, unitId),
};
