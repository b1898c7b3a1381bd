// Addresses of letters and duties of a unit.
import { atUnit } from "../../account/web/paths.ts";

export const lettersPath = (unitId: string): string => atUnit(unitId, "van-ban");
export const readLetterPath = (unitId: string): string => atUnit(unitId, "van-ban", "doc");
export const letterPath = (unitId: string, directiveId: string, part = ""): string =>
  `${atUnit(unitId, "van-ban", directiveId)}${part && `#${part}`}`;

/** What a unit may write next to a letter: its own re-issue, a change of its own letter, one that urges, its draft. */
export type NextAs = "reissue" | "amend" | "replace" | "urge" | "draft";
/** Where that letter is written; `because`: the letter from above that makes an amendment necessary. */
export const nextLetterPath = (unitId: string, directiveId: string, as: NextAs, because?: string): string =>
  `${atUnit(unitId, "van-ban", directiveId, "soan-tiep")}?as=${as}${because === undefined ? "" : `&because=${because}`}`;
/** The running numbers of a unit's letters. */
export const seriesPath = (unitId: string): string => atUnit(unitId, "van-ban", "so-van-ban");

/** Part of a letter's page where dissemination is recorded. */
export const DISSEMINATE = "quan-triet";
/** Part of a letter's page that says who has received it. */
export const RECEIPTS = "ai-da-nhan";

const below = (shownId: string | undefined): string[] => (shownId === undefined ? [] : [shownId]);
/** The picture of a letter's way down; `shownId`: a unit below whose branch is shown. */
export const cascadePath = (unitId: string, directiveId: string, shownId?: string): string =>
  atUnit(unitId, "van-ban", directiveId, "lan-toa", ...below(shownId));
/** Who has not answered a letter. */
export const latePath = (unitId: string, directiveId: string, shownId?: string): string =>
  atUnit(unitId, "van-ban", directiveId, "chua-tra-loi", ...below(shownId));
/** How fast it went down. */
export const pacePath = (unitId: string, directiveId: string): string =>
  atUnit(unitId, "van-ban", directiveId, "toc-do");
/** The material that helps to spread it, and where it is written. */
export const kitPath = (unitId: string, directiveId: string): string =>
  atUnit(unitId, "van-ban", directiveId, "tai-lieu");
export const kitEditPath = (unitId: string, directiveId: string): string =>
  atUnit(unitId, "van-ban", directiveId, "tai-lieu", "soan");

/** Part of a letter's page: confirm receipt, spread, carry further. */
export const OWN_STEPS = "viec-cua-minh";
/** Part of a letter's page that says what it changes. */
export const CHANGES = "changes";

/** A duty on the page of duties. */
export const taskAnchor = (taskId: string): string => `viec-${taskId}`;
export const taskPath = (unitId: string, taskId: string): string =>
  `${atUnit(unitId, "viec")}#${taskAnchor(taskId)}`;
