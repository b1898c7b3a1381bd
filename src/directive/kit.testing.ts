// A kit as Thu writes it, and a re-issued letter of A with its receivers, for tests.
import { expect } from "vitest";
import type { World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as family from "./contract/kit.ts";
import * as contract from "./contract.ts";
import type { KitContent } from "./schema/kit.ts";
import { at, body, draftAt, letter } from "./sending.testing.ts";

export const content = (over: Partial<KitContent> = {}): KitContent => ({
  keyMessages: ["Hiến máu là tự nguyện."],
  questions: [{ question: "Bao lâu hiến lại?", answer: "Sau ít nhất 84 ngày." }],
  poster: { headline: "Giọt hồng trao đi", lines: ["Mời bạn đăng ký"], when: "", where: "" },
  loudspeaker: [{ language: "vi", text: "Thưa bà con!" }],
  chat: "",
  ...over,
});

export const publish = (
  w: World,
  directiveId: string,
  over: object = {},
  { who = "thu", unitId = w.units.province }: { who?: "thu" | "tuan" | "binh"; unitId?: string } = {},
) =>
  w.as(who).call(family.publishKit, {
    ...at(unitId, directiveId),
    body: { id: newId(), basedOn: 0, content: content(), ...over },
  });

let number = 1000;
/** Each letter bears a number of its own: one number is one document. */
export const numbered = () => letter({ number: String(++number) });

/** A letter of the province that reached A and B. */
export async function sent(w: World, over: object = {}): Promise<{ id: string; campaignId: string }> {
  const campaign = body([]).campaign;
  const draft = body([w.units.a, w.units.b], { letter: numbered(), campaign, ...over });
  expect(await draftAt(w, draft)).toMatchObject({ status: 200 });
  expect(await w.as("thu").call(contract.issueDirective, at(w.units.province, draft.id))).toMatchObject({
    status: 200,
  });
  return { id: draft.id, campaignId: campaign.id };
}

/** A's own letter that carries the province's further to A1 and A2; answers its id. */
export async function reissued(w: World, parentId: string, campaignId: string): Promise<string> {
  const draft = body([w.units.a1, w.units.a2], {
    relation: { kind: "reissue", parentId },
    campaign: { existingId: campaignId },
    letter: numbered(),
  });
  const drafted = await w
    .as("binh")
    .call(contract.draftDirective, { params: { unitId: w.units.a }, body: draft as never });
  expect(drafted).toMatchObject({ status: 200 });
  expect(await w.as("binh").call(contract.issueDirective, at(w.units.a, draft.id))).toMatchObject({
    status: 200,
  });
  return draft.id;
}
