// vi-data: the fixed words of an official document are its legal form, Vietnamese in every interface language.
// Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II (quốc hiệu, số, nơi nhận); the same words the Word file is set with.
import type { LetterFields } from "../../schema.ts";

export const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";
export const NUMBER = "Số:";
export const SUBJECT = "V/v";
export const ADDRESSEES = "Kính gửi:";
export const RECIPIENTS = "Nơi nhận:";

const ROOM = "\u00A0".repeat(6);
/** Room to write the day by hand. */
export const blankDay = `ngày${ROOM}tháng${ROOM}năm${ROOM}`;

const bare = (text: string): string =>
  text
    .trim()
    .replace(/^[-–•]\s*/u, "")
    .replace(/[.;,]+$/u, "");

/** Each closed by ";", the last by "."; empty ones left out (mục II.9). */
export const closedList = (texts: readonly string[]): string[] => {
  const names = texts.map(bare).filter((text) => text !== "");
  return names.map((text, index) => `${text}${index === names.length - 1 ? "." : ";"}`);
};

/** "- LĐLĐ tỉnh (B/c);" */
export const copiesOf = ({ recipients }: Pick<LetterFields, "recipients">): string[] =>
  closedList(
    recipients
      .filter(({ text }) => text.trim() !== "")
      .map(({ text, role }) => {
        const name = bare(text);
        if (role === "report" && !/\(\s*b\/c\s*\)/iu.test(name)) return `${name} (B/c)`;
        return name;
      }),
  ).map((line) => `- ${line}`);
