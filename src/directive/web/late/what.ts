// What a unit is late with, in words.
import type { T } from "../../../platform/ui/i18n.tsx";
import { LateWhat } from "../../schema/chasing.ts";

export const whatWords = (t: T, what: LateWhat): string =>
  what === "receive" ? t("directive.late.what-receive") : t(`document.duty.${what}`);

export const isLateWhat = (value: string): value is LateWhat => LateWhat.safeParse(value).success;
