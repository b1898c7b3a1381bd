// Phone numbers as people type them.
import fc from "fast-check";
import { expect, it } from "vitest";
import { isPhone, normalPhone } from "./phone.ts";

it.each([
  ["0912 345 678", "0912345678"],
  ["+84 912.345.678", "0912345678"],
  ["0084912345678", "0912345678"],
  ["84912345678", "0912345678"],
  ["+84 (0)912 345 678", "0912345678"],
  ["912345678", "0912345678"],
  ["0162 345 6789", "0323456789"],
  ["+84 169 345 6789", "0393456789"],
  ["1234567890", "0834567890"],
  ["0213 3876 543", "02133876543"],
])("reads %s", (typed, normal) => expect(normalPhone(typed)).toBe(normal));

it.each(["", "12345", "0000000000", "01623456789012", "không có", "09123456a8", "0213387654"])(
  "does not take %s for more than it is",
  (typed) => expect(isPhone(normalPhone(typed))).toBe(typed === "0213387654"),
);

it("gives a number in its one form back, whatever is between its digits", () => {
  const sign = fc.constantFrom("", " ", ".", "-", " - ");
  fc.assert(
    fc.property(
      fc.stringMatching(/^0[35789]\d{8}$/),
      fc.array(sign, { minLength: 10, maxLength: 10 }),
      (number, signs) => {
        const typed = [...number].map((digit, i) => digit + signs[i]).join("");
        expect(normalPhone(typed)).toBe(number);
        expect(normalPhone(normalPhone(typed))).toBe(number);
        expect(normalPhone(`+84${number.slice(1)}`)).toBe(number);
      },
    ),
  );
});
