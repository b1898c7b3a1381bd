// A letter as corrected by hand, made whole again before it is kept: what was emptied is left out. Pure.
import type { Letter } from "../schema.ts";

const filled = (item: { readonly text?: string }): boolean => (item.text ?? "").trim() !== "";

/** The letter without items whose words were taken away, so that it fits its shape. */
export function tidied(letter: Letter): Letter {
  const { signature, reportDuty, issuer, ...rest } = letter;
  return {
    ...rest,
    addressees: letter.addressees.filter(filled),
    instructions: letter.instructions
      .filter(filled)
      .map((instruction) => ({ ...instruction, duties: instruction.duties ?? [] })),
    recipients: letter.recipients.filter(filled).map((to) => ({ ...to, role: to.role ?? "know" })),
    targets: letter.targets.filter(({ value }) => Number.isInteger(value)),
    bases: letter.bases.map((base) => ({ ...base, kind: base.kind ?? "khac" })),
    ...(issuer?.name !== undefined && { issuer }),
    ...(reportDuty && Object.keys(reportDuty).length > 0 && { reportDuty }),
    ...(signature &&
      (signature.name || signature.lines?.length) && {
        signature: { ...signature, lines: signature.lines ?? [] },
      }),
  };
}
