// Places held for members who have not answered, for whoever takes an office over.
import type { OpenWork } from "../../account/service/open-work.ts";
import { countOpenWork } from "../store/open-work.ts";

export const bookingOpenWork: OpenWork = {
  name: "booking",
  list: (db, unitId) => countOpenWork(db, unitId),
};
