// Names of files as they are handed out again.
import fc from "fast-check";
import { expect, it } from "vitest";
import { fileName } from "./name.ts";

it.each([
  ["Kế hoạch 204.pdf", "Kế hoạch 204.pdf"],
  ["C:\\Users\\Nguyễn\\công văn.PDF", "công văn.PDF"],
  ["../../etc/passwd", "passwd.pdf"],
  ["thư.exe", "thư.exe.pdf"],
  ["Ke\u0302\u0301 hoạch\u202efdp.pdf", "Kế hoạchfdp.pdf"],
  ["a\u0000\u0007b\n c.pdf", "ab c.pdf"],
  ["...", "file.pdf"],
  [".pdf", "pdf.pdf"],
  ["", "file.pdf"],
])("%j becomes %j", (given, kept) => {
  expect(fileName(given, ["pdf"])).toBe(kept);
});

it("an ending the form knows is left as it is", () => {
  expect(fileName("anh.jpeg", ["jpg", "jpeg"])).toBe("anh.jpeg");
  expect(fileName("anh", ["jpg", "jpeg"])).toBe("anh.jpg");
});

it("whatever it was called, it fits the column, has no folder and tells the truth", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
      const name = fileName(given, ["png"]);
      expect(name.length).toBeLessThanOrEqual(200);
      expect(name.toLowerCase().endsWith(".png")).toBe(true);
      expect(name).not.toMatch(/[/\\\p{C}]/u);
      expect(name.normalize("NFC")).toBe(name);
    }),
  );
});
