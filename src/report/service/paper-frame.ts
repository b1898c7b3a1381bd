// What the papers of all kinds of report share: letterhead, căn cứ, addressee, remarks, Nơi nhận, signature, marks.
// Pure: the same report and facts give the same paper.
import type { Block, OfficialDocument } from "../../document/service/writing/official.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../rules/figures.ts";
import { type Figures, type PaperFacts, REMARK_PARTS, type RemarkParts } from "../schema.ts";
import { ARCHIVE, AS_ABOVE, MARK, NOTATION, REMARK_TITLES, signatureForm, TITLE } from "./paper-form.ts";
import { bases, NO_REMARKS } from "./paper-text.ts";

export interface PaperDays {
  /** The day that stands on the paper; undefined leaves room for a hand. */
  readonly approvedOn: string | undefined;
  /** The instant of the figures. */
  readonly asOf: string;
  readonly today: string;
  readonly demo: boolean;
}

export const paragraph = (text: string) => ({ type: "paragraph", text }) as const;
export const heading = (level: 1 | 2, text: string) => ({ type: "heading", level, text }) as const;

/** The paper round its `blocks`; `toName`: who it goes to, else who stands above by the letterhead. */
export function framed(
  {
    facts,
    toName,
    subject,
    blocks,
  }: {
    facts: PaperFacts;
    toName: string | undefined;
    subject: string;
    blocks: readonly Block[];
  },
  days: PaperDays,
): OfficialDocument {
  const { letterhead } = facts;
  const draft = days.approvedOn === undefined;
  const form = signatureForm(facts.unitKind, days.approvedOn ?? days.today);
  const superior = toName ?? letterhead.superiorName ?? undefined;
  const mark = [...(draft ? [MARK.draft] : []), ...(days.demo ? [MARK.demo] : [])].join(" - ");
  return {
    issuer: {
      name: letterhead.name,
      ...(letterhead.superiorName === null ? {} : { superior: letterhead.superiorName }),
    },
    notation: `${NOTATION}-${letterhead.notation}`,
    place: letterhead.placeName,
    ...(days.approvedOn === undefined ? {} : { issuedOn: days.approvedOn }),
    kindTitle: TITLE,
    subject,
    ...(superior === undefined ? {} : { addressees: [superior] }),
    blocks: [
      ...bases(facts.letters).map((text) => ({ type: "paragraph", text, italic: true }) as const),
      ...blocks,
    ],
    recipients: [...(superior === undefined ? [] : [AS_ABOVE]), `${ARCHIVE}: ${form.archive}`],
    signature: { lines: form.lines, name: facts.signer ?? "" },
    ...(mark === "" ? {} : { mark }),
  };
}

/** The parts that were written, each under its name; words kept from before they were asked apart go first. */
export function remarkBlocks(
  { remarks, parts }: { remarks: string; parts: RemarkParts },
  days: PaperDays,
): readonly Block[] {
  const written = REMARK_PARTS.filter((part) => parts[part] !== "");
  if (remarks === "" && written.length === 0) {
    return [paragraph(NO_REMARKS[days.approvedOn === undefined ? "draft" : "final"])];
  }
  return [
    ...(remarks === "" ? [] : [paragraph(remarks)]),
    ...written.flatMap((part, index) => [
      heading(2, `${index + 1}. ${REMARK_TITLES[part]}`),
      paragraph(parts[part]),
    ]),
  ];
}

/** Registered, donated, three kinds of bag, đơn vị máu, ml: as their columns follow each other. */
export const figureTexts = (figures: Figures): string[] => [
  ...[figures.registered, figures.donated, figures.bags250, figures.bags350, figures.bags450].map(
    formatCount,
  ),
  formatHundredths(figures.unitsHundredths),
  formatCount(figures.ml),
];
