// What is no letter is refused with a reason, and reading takes bounded time on any input.
import { describe, expect, test } from "vitest";
import { sampleText } from "./letter.testing.ts";
import { readLetter } from "./read.ts";

describe("what is no letter", () => {
  test.each([
    ["", "empty"],
    [" \n\t ", "empty"],
    ["Chào các bạn, cuối tuần này mình đi hiến máu nhé!", "not-a-letter"],
    ["STT;Họ tên;Ngày sinh\n1;Lò Thị A;1990\n2;Sùng A B;1988", "not-a-letter"],
    ["PK\u0003\u0004\u0014\u0000\u0006\u0000\b\u0000\u0000\u0000!\u0000", "not-text"],
    ["%PDF-1.7\n\ufffd\ufffd\ufffd\ufffd\n1 0 obj", "not-text"],
    ["a".repeat(300_000), "too-long"],
    ["a\n".repeat(7000), "too-long"],
  ])("%#", (text, reason) => {
    expect(readLetter(text)).toEqual({ ok: false, reason });
  });
});

describe("time is bounded on any input", () => {
  const base = sampleText("cong-van-mau");
  const hostile = [
    "báo cáo kết quả về LĐLĐ ",
    "1. Báo cáo về LĐLĐ tỉnh ",
    "Căn cứ Kế hoạch số 1/KH ngày 1/1/2021 của A ",
    "- LĐLĐ huyện A: 12 đơn vị máu ",
    "tỉnh Lai Châu ",
    "Lai Châu, ngày ",
    "Số:  1/A  ",
    "} (B/c) ",
    "*a*",
    " ",
    "….",
    "1",
    "e\u0323\u0302",
    "T Ổ N G  ",
    "6 1 0 / ",
    "\f2\n",
    "Điều 1. ",
    "trước ngày 1/1 và ",
    "a) ",
  ];

  test.each(hostile)("%j over and over, before, inside and after a letter", (piece) => {
    const lines = (count: number) => `${piece.repeat(Math.ceil(4000 / piece.length))}\n`.repeat(count);
    for (const fill of [
      piece.repeat(Math.floor(100_000 / piece.length)),
      lines(25),
      `${piece}\n`.repeat(3000),
    ]) {
      for (const text of [fill + base, base.replace("2. Vận động", `2. ${fill} Vận động`), base + fill]) {
        const start = performance.now();
        readLetter(text.slice(0, 250_000));
        // Generous, because tests share the machine: a pattern that backtracks would take minutes.
        expect(performance.now() - start).toBeLessThan(5000);
      }
    }
  });

  test("2 MB of random characters are refused within a second", () => {
    let seed = 1;
    const next = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed;
    };
    const random = Array.from({ length: 2_000_000 }, () =>
      String.fromCharCode(0x20 + (next() % 0x1f00)),
    ).join("");
    for (const text of [random, random.slice(0, 250_000)]) {
      const start = performance.now();
      expect(readLetter(text).ok).toBe(false);
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });

  test.each(hostile)("four times as much of %j is at most about four times the work", (piece) => {
    const filled = (size: number): string =>
      base.replace(
        "2. Vận động",
        `2. ${`${piece.repeat(40)}\n`.repeat(Math.ceil(size / piece.length / 40))} Vận động`,
      );
    const [small, large] = [filled(25_000), filled(100_000)].map((text) => scanned(() => readLetter(text)));
    expect(large).toBeLessThan(6 * (small ?? 0));
  });
});

// Work without a clock: the characters patterns have run over while `action` ran.
function scanned(action: () => void): number {
  const { exec } = RegExp.prototype;
  let count = 0;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    count += (match ? match.index + match[0].length : text.length) - from;
    return match;
  };
  try {
    action();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return count;
}
