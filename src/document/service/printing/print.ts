// Printing as PDF: the campaign's poster, the sheet of duties, letters of thanks.
import { createRequire } from "node:module";
import type { z } from "zod";
import { Problem } from "../../../platform/contract/problem.ts";
import { runInWorker, type WorkerLimits } from "../../../platform/worker/run.ts";
import { type Language, posterPage, tableSheetPage, taskSheetPage, thanksPage } from "./page.ts";
import { Poster } from "./poster.ts";
import type { PrintJob } from "./printing.worker.ts";
import { TableSheet } from "./table-sheet.ts";
import { TaskSheet } from "./task-sheet.ts";
import { ThanksLetters } from "./thanks.ts";

const LIMITS: WorkerLimits = { memoryMb: 128, deadlineMs: 15_000, atOnce: 1 };

/** What each template is given; shapes that are not so are refused with a ZodError. */
interface Printable {
  readonly poster: z.input<typeof Poster>;
  readonly "task-sheet": z.input<typeof TaskSheet>;
  readonly "table-sheet": z.input<typeof TableSheet>;
  readonly thanks: z.input<typeof ThanksLetters>;
}

export interface PrintOptions {
  /** Of the words around the data. Vietnamese unless told. */
  readonly language?: Language;
  /** Instead of the usual limits of memory and time. */
  readonly limits?: Partial<WorkerLimits>;
}

/**
 * The bytes of a PDF, the same for the same data. Asks no authority and reads no clock. 0.1 to 0.2 s for a page
 * and 0.9 s for 500 duties, in a thread of its own; one at a time, the others wait.
 * @throws z.ZodError when `data` is not what the template prints
 * @throws Problem `unavailable` when it took too long or too much memory; the next print is not affected
 * @throws Error when the template fails, which is a defect
 */
export async function printPdf<Template extends keyof Printable>(
  template: Template,
  data: Printable[Template],
  { language = "vi", limits = {} }: PrintOptions = {},
): Promise<Uint8Array> {
  const page = PAGES[template](data, language);
  const job: PrintJob = { template, page: JSON.stringify(page), fonts: FONTS[template]() };
  const outcome = await runInWorker<Uint8Array>("printing", job, { ...LIMITS, ...limits });
  if (outcome.ended === "answered") return outcome.value;
  if (outcome.ended === "failed") throw new Error(`printing ${template} failed: ${outcome.message}`);
  throw new Problem("unavailable", 503, { what: template, why: outcome.ended });
}

const PAGES: Readonly<Record<keyof Printable, (data: unknown, language: Language) => unknown>> = {
  poster: (data, language) => posterPage(Poster.parse(data), language),
  "table-sheet": (data, language) => tableSheetPage(TableSheet.parse(data), language),
  "task-sheet": (data, language) => taskSheetPage(TaskSheet.parse(data), language),
  thanks: (data, language) => thanksPage(ThanksLetters.parse(data), language),
};

const require = createRequire(import.meta.url);

const tinos = (): string[] => [
  require.resolve("@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf"),
  require.resolve("@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf"),
  require.resolve("@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf"),
];

// Be Vietnam Pro for what hangs on a wall; Tinos, which has the measures of Times, for what lies on a desk.
const FONTS: Readonly<Record<keyof Printable, () => string[]>> = {
  poster: () => [
    require.resolve("@expo-google-fonts/be-vietnam-pro/500Medium/BeVietnamPro_500Medium.ttf"),
    require.resolve("@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf"),
    require.resolve("@expo-google-fonts/be-vietnam-pro/800ExtraBold/BeVietnamPro_800ExtraBold.ttf"),
  ],
  "task-sheet": tinos,
  "table-sheet": tinos,
  thanks: tinos,
};
