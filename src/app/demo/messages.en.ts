// The same in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "demo.tree": "the tree, accounts and sample people",
  "demo.past": "the campaign of 2020",
  "demo.letter": "the letter of 2021 and its targets",
  "demo.may": "the donation day of May 2021",
  "demo.june": "places held for the main day, 9 June 2021",
  "demo.finish": "done",
  "demo.officer-province": "Officer, provincial federation",
  "demo.signatory-province": "Leader of the provincial federation (approves reports)",
  "demo.officer-tamduong": "Officer, Tam Đường district federation",
  "demo.officer-thanhpho": "Officer, Lai Châu city federation",
  "demo.officer-hoale1": "Officer, grassroots union Hoa Lê 1 (Tam Đường)",
  "demo.officer-samu1": "Officer, grassroots union Sa Mu 1 (city)",
  "demo.later-2021": "the end of the campaign of 2021",
  "demo.later-2024": "new grassroots unions of 2024",
  "demo.later-letter": "the letter of 2025 and its targets",
  "demo.later-june": "the re-organisation of 1 June 2025 and the main day",
  "demo.later-july": "the re-organisation of 1 July 2025, commune unions",
  "demo.officer-binhlu": "Officer, commune union Bình Lư",
  "demo.signatory-binhlu": "Leader of the commune union Bình Lư (approves reports)",
  "demo.officer-tanphong": "Officer, ward union Tân Phong",
  "demo.officer-hoatra1": "Officer, grassroots union Hoa Trà 1 (Bình Lư commune)",
  "demo.officer-ngoclan1": "Officer, grassroots union Ngọc Lan 1 (directly under the province)",
  "demo.facility": "Provincial General Hospital",
  "demo.administrator": "Administrator",
};
