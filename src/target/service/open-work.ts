// Requests for another number that wait, for whoever takes an office over.
import type { OpenWork } from "../../account/service/open-work.ts";
import { countOpenWork } from "../store/open-work.ts";

export const targetOpenWork: OpenWork = {
  name: "target",
  list: (db, unitId) => countOpenWork(db, unitId),
};
