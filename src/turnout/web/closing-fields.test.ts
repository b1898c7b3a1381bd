// Typed fields of closing become what is sent, or nothing is sent.
import { expect, it } from "vitest";
import { EMPTY_CLOSING, readClosing } from "./closing-fields.ts";

const typed = { ...EMPTY_CLOSING, stayed: 3, absent: 4 };

it("nothing is sent until both who came without giving and who did not come are typed", () => {
  expect(readClosing(EMPTY_CLOSING)).toBeUndefined();
  expect(readClosing({ ...typed, absent: "" })).toBeUndefined();
  expect(readClosing(typed)?.list).toEqual({ stayed: 3, absent: 4 });
});

it("an empty field of what was handed out is not a zero", () => {
  expect(readClosing(typed)).toMatchObject({
    units: null,
    outside: null,
    handed: { certificates: null, gifts: null, travel: null, travelDong: null },
  });
  expect(readClosing({ ...typed, certificates: 0 })?.handed.certificates).toBe(0);
  expect(readClosing({ ...typed, gifts: { ml250: "", ml350: 7, ml450: "" } })?.handed.gifts).toEqual({
    ml250: 0,
    ml350: 7,
    ml450: 0,
  });
});

it("a field that is no whole number sends nothing", () => {
  expect(readClosing({ ...typed, stayed: 1.5 })).toBeUndefined();
  expect(readClosing({ ...typed, stayed: -1 })).toBeUndefined();
  expect(readClosing({ ...typed, travel: "nhiều" })).toBeUndefined();
});
