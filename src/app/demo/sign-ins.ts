// vi-data: short names of the units whose officers a start introduces.
// Whom the start prints: one of each kind of desk, of both an eager and a slow union.
import type { Role } from "../../account/schema.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { language } from "../cli/words.ts";
import type { DemoYear } from "../config.ts";
import { ADMINISTRATOR, PASSWORD, SIGNATORY } from "./accounts.ts";
import { en } from "./messages.en.ts";
import { vi } from "./messages.vi.ts";
import { HOSPITAL, PROVINCE } from "./tree.ts";

export const demoWords = translator(language === "en" ? en : vi, language);

export interface DemoSignIn {
  readonly label: string;
  readonly login: string;
  readonly password: string;
  readonly role: Role;
  readonly unit: string;
}

type Entry = readonly [label: keyof typeof vi, login: string, role: Role, unit: string];

const ABOVE: readonly Entry[] = [
  ["demo.officer-province", PROVINCE, "officer", "LĐLĐ tỉnh Lai Châu"],
  ["demo.signatory-province", SIGNATORY, "signatory", "LĐLĐ tỉnh Lai Châu"],
];
const BESIDE: readonly Entry[] = [
  ["demo.facility", HOSPITAL, "facility", "BVĐK tỉnh"],
  ["demo.administrator", ADMINISTRATOR, "administrator", "LĐLĐ tỉnh Lai Châu"],
];

const OF_YEAR: Readonly<Record<DemoYear, readonly Entry[]>> = {
  2021: [
    ["demo.officer-tamduong", "tamduong", "officer", "LĐLĐ huyện Tam Đường"],
    ["demo.officer-thanhpho", "thanhpho", "officer", "LĐLĐ thành phố Lai Châu"],
    ["demo.officer-hoale1", "hoale1", "officer", "CĐCS Trường Trung học cơ sở Hoa Lê 1"],
    ["demo.officer-samu1", "samu1", "officer", "CĐCS Công ty cổ phần Sa Mu 1"],
  ],
  2025: [
    ["demo.officer-binhlu", "xa.binhlu", "officer", "CĐ xã Bình Lư"],
    ["demo.signatory-binhlu", "xa.binhlu.ky", "signatory", "CĐ xã Bình Lư"],
    ["demo.officer-tanphong", "phuong.tanphong", "officer", "CĐ phường Tân Phong"],
    ["demo.officer-hoatra1", "hoatra1", "officer", "CĐCS Công ty Chè Hoa Trà 1"],
    ["demo.officer-ngoclan1", "ngoclan1", "officer", "CĐCS Bệnh viện Ngọc Lan 1"],
  ],
};

export const demoSignIns = (year: DemoYear = "2021"): DemoSignIn[] =>
  [...ABOVE, ...OF_YEAR[year], ...BESIDE].map(([label, login, role, unit]) => ({
    label: demoWords(label),
    login,
    password: PASSWORD,
    role,
    unit,
  }));
