import { describe, expect, it } from "vitest";
import type { Letter } from "../../document/schema.ts";
import { newId } from "../../platform/pure/ids.ts";
import { DirectiveDraft } from "../schema.ts";
import {
  blankDraft,
  campaignErrors,
  draftBody,
  type LetterDraft,
  type Resolved,
  recipientCount,
  recipientsOf,
  unanswered,
  withLetter,
} from "./letter-draft.ts";

const unit = (name: string) => ({ id: newId(), name, shortName: name });
const tamDuong = unit("LĐLĐ huyện Tam Đường");
const sinHo = unit("LĐLĐ huyện Sìn Hồ");
const districts: Resolved = {
  ordinal: 1,
  text: "LĐLĐ các huyện",
  group: "district-federations",
  count: 2,
  units: [tamDuong, sinHo],
  certain: true,
};
const unclear: Resolved = {
  ordinal: 2,
  text: "Các đơn vị",
  group: null,
  count: 2,
  units: [tamDuong, unit("Công đoàn ngành Y tế")],
  certain: false,
};
const named: Resolved = {
  ordinal: 3,
  text: "LĐLĐ huyện Tam Đường",
  group: null,
  count: 1,
  units: [tamDuong],
  certain: true,
};

const letter: Letter = {
  addressees: [{ text: "LĐLĐ các huyện", group: "district-federations" }],
  bases: [],
  instructions: [],
  targets: [],
  recipients: [],
  warnings: [],
  text: "…",
  spans: {},
  reportDuty: { days: 3 },
};

const untouched = { chosen: {}, left: [] };

describe("recipients of a letter", () => {
  it("are all units of a known group, and a unit that is named alone", () => {
    expect(recipientsOf([districts, named], untouched)).toEqual([
      { unitId: tamDuong.id, addressee: "LĐLĐ các huyện" },
      { unitId: sinHo.id, addressee: "LĐLĐ các huyện" },
    ]);
  });

  it("are asked, not guessed, where a line could mean several units", () => {
    expect(recipientsOf([unclear], untouched)).toEqual([]);
    expect(unanswered([districts, unclear], untouched)).toEqual([unclear]);
    const answered = { chosen: { "Các đơn vị": [sinHo] }, left: [] };
    expect(recipientsOf([unclear], answered)).toEqual([{ unitId: sinHo.id, addressee: "Các đơn vị" }]);
    expect(unanswered([unclear], answered)).toEqual([]);
  });

  it("leave out a line of which an officer says that nothing is sent there", () => {
    const left = { chosen: {}, left: ["LĐLĐ các huyện", "Các đơn vị"] };
    expect(recipientsOf([districts, unclear, named], left)).toEqual([
      { unitId: tamDuong.id, addressee: "LĐLĐ huyện Tam Đường" },
    ]);
    expect(unanswered([districts, unclear, named], left)).toEqual([]);
  });

  it("are all of a line too long to be listed, which is sent to as a whole or left", () => {
    const all: Resolved = {
      ...districts,
      text: "Công đoàn cơ sở",
      group: "grassroots",
      count: 127_000,
      units: [],
    };
    expect(unanswered([all], untouched)).toEqual([]);
    expect(recipientCount([all, named], untouched)).toBe(127_001);
    const draft: LetterDraft = {
      ...withLetter(blankDraft(), letter),
      campaign: { ...blankDraft().campaign, existingId: newId() },
    };
    expect(DirectiveDraft.parse(draftBody(draft, [all, named]))).toMatchObject({
      whole: ["Công đoàn cơ sở"],
      recipients: [{ unitId: tamDuong.id }],
    });
    const left = { ...draft, left: [all.text] };
    expect(recipientCount([all, named], left)).toBe(1);
    expect(DirectiveDraft.parse(draftBody(left, [all, named])).whole).toEqual([]);
  });

  it("are asked again when every unit of a clear line was unticked", () => {
    expect(unanswered([districts], { chosen: { "LĐLĐ các huyện": [] }, left: [] })).toEqual([districts]);
  });
});

describe("a letter about to be confirmed", () => {
  const whole: LetterDraft = {
    ...withLetter(blankDraft(), letter),
    campaign: {
      existingId: "",
      name: "Giọt hồng Sông Đà lần thứ IV",
      programme: "Giọt hồng Sông Đà",
      edition: "4",
      year: "2021",
      from: "2021-01-18",
      until: "2021-12-31",
      unitRule: "bag",
    },
  };

  it("takes the days to report from the letter and fits the contract", () => {
    expect(DirectiveDraft.parse(draftBody(whole, [districts]))).toMatchObject({
      reportDays: 3,
      campaign: { edition: 4 },
    });
  });

  it("waits until its period, rule and recipients have been chosen", () => {
    const { campaign } = whole;
    expect([...campaignErrors(withLetter(blankDraft(), letter).campaign)]).toEqual(
      expect.arrayContaining(["from", "until", "unitRule"]),
    );
    expect(draftBody({ ...whole, campaign: { ...campaign, unitRule: "" } }, [districts])).toBeUndefined();
    expect(
      draftBody({ ...whole, campaign: { ...campaign, until: "2021-01-17" } }, [districts]),
    ).toBeUndefined();
    expect(draftBody({ ...whole, reportDays: "91" }, [districts])).toBeUndefined();
    expect(draftBody({ ...whole, receiveDays: "31" }, [districts])).toBeUndefined();
    expect(draftBody(whole, [unclear])).toBeUndefined();
    expect(draftBody(whole, [districts, unclear])).toBeUndefined();
  });

  it("carries the file it was read from", () => {
    const originalFileId = newId();
    expect(DirectiveDraft.parse(draftBody(whole, [districts], originalFileId))).toMatchObject({
      originalFileId,
      receiveDays: 2,
    });
  });

  it("may join a campaign that is there already", () => {
    const existingId = newId();
    const body = draftBody({ ...whole, campaign: { ...blankDraft().campaign, existingId } }, [districts]);
    expect(body?.campaign).toEqual({ existingId });
  });
});
