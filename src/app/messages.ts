// The server's words, all capabilities joined: titles of problems, e-mails, texts to copy; in both languages.
import { en as accountEn } from "../account/messages.en.ts";
import { vi as accountVi } from "../account/messages.vi.ts";
import { en as bookingEn } from "../booking/messages.en.ts";
import { vi as bookingVi } from "../booking/messages.vi.ts";
import { en as donorPagesEn } from "../booking/pages/messages.en.ts";
import { vi as donorPagesVi } from "../booking/pages/messages.vi.ts";
import { en as dashboardEn } from "../dashboard/messages.en.ts";
import { vi as dashboardVi } from "../dashboard/messages.vi.ts";
import { en as directiveEn } from "../directive/messages.en.ts";
import { vi as directiveVi } from "../directive/messages.vi.ts";
import { en as kitEn } from "../directive/pages/messages.en.ts";
import { vi as kitVi } from "../directive/pages/messages.vi.ts";
import { en as documentEn } from "../document/messages.en.ts";
import { vi as documentVi } from "../document/messages.vi.ts";
import { en as donorEn } from "../donor/messages.en.ts";
import { vi as donorVi } from "../donor/messages.vi.ts";
import { en as driveEn } from "../drive/messages.en.ts";
import { vi as driveVi } from "../drive/messages.vi.ts";
import { en as messageEn } from "../message/messages.en.ts";
import { vi as messageVi } from "../message/messages.vi.ts";
import { en as personEn } from "../person/messages.en.ts";
import { vi as personVi } from "../person/messages.vi.ts";
import { en as platformEn } from "../platform/i18n/messages.en.ts";
import { vi as platformVi } from "../platform/i18n/messages.vi.ts";
import { type Translate, translator } from "../platform/i18n/translate.ts";
import { en as recallEn } from "../recall/messages.en.ts";
import { vi as recallVi } from "../recall/messages.vi.ts";
import { en as reportEn } from "../report/messages.en.ts";
import { vi as reportVi } from "../report/messages.vi.ts";
import { en as targetEn } from "../target/messages.en.ts";
import { vi as targetVi } from "../target/messages.vi.ts";
import { en as turnoutEn } from "../turnout/messages.en.ts";
import { vi as turnoutVi } from "../turnout/messages.vi.ts";
import { en as unitEn } from "../unit/messages.en.ts";
import { vi as unitVi } from "../unit/messages.vi.ts";

const vietnamese = {
  ...platformVi,
  ...accountVi,
  ...bookingVi,
  ...donorPagesVi,
  ...dashboardVi,
  ...directiveVi,
  ...kitVi,
  ...documentVi,
  ...donorVi,
  ...driveVi,
  ...messageVi,
  ...personVi,
  ...recallVi,
  ...reportVi,
  ...targetVi,
  ...turnoutVi,
  ...unitVi,
};
const english = {
  ...platformEn,
  ...accountEn,
  ...bookingEn,
  ...donorPagesEn,
  ...dashboardEn,
  ...directiveEn,
  ...kitEn,
  ...documentEn,
  ...donorEn,
  ...driveEn,
  ...messageEn,
  ...personEn,
  ...recallEn,
  ...reportEn,
  ...targetEn,
  ...turnoutEn,
  ...unitEn,
};

export const translate: Record<"vi" | "en", Translate> = {
  vi: translator(vietnamese, "vi"),
  en: translator(english, "en"),
};
