import { describe, expect, it } from "vitest";
import { asJpegName, fitted, LONGEST } from "./shrink.ts";

describe("a photo before it is sent", () => {
  it("has a longer side of 1,600 px at most and keeps its shape", () => {
    expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 });
    expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 });
  });

  it("is never drawn larger than it is", () => {
    expect(fitted(640, 480)).toEqual({ width: 640, height: 480 });
    expect(fitted(1600, 1)).toEqual({ width: LONGEST, height: 1 });
  });

  it("keeps at least a pixel of a strip", () => {
    expect(fitted(40_000, 3)).toEqual({ width: 1600, height: 1 });
  });

  it("is named as the JPEG it has become", () => {
    expect(asJpegName("Họp tổ.HEIC")).toBe("Họp tổ.jpg");
    expect(asJpegName("image.png")).toBe("image.jpg");
    expect(asJpegName(".jpg")).toBe("anh.jpg");
    expect(asJpegName("a".repeat(300)).length).toBeLessThanOrEqual(200);
  });
});
