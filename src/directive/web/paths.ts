// Addresses of letters and duties of a unit.
import { atUnit } from "../../account/web/paths.ts";

export const lettersPath = (unitId: string): string => atUnit(unitId, "van-ban");
export const readLetterPath = (unitId: string): string => atUnit(unitId, "van-ban", "doc");
export const letterPath = (unitId: string, directiveId: string, part = ""): string =>
  `${atUnit(unitId, "van-ban", directiveId)}${part && `#${part}`}`;

/** Part of a letter's page where dissemination is recorded. */
export const DISSEMINATE = "quan-triet";
/** Part of a letter's page that says who has received it. */
export const RECEIPTS = "ai-da-nhan";
