// What a photo says besides its picture is taken out before it is kept: where and when it was taken, and with what.
import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";

/**
 * The picture alone; undefined for one that is not whole. What the picture itself shows (faces, a board with names)
 * stays: the screen asks people to look before they send it.
 */
export function cleanPhoto(
  mediaType: "image/jpeg" | "image/png",
  bytes: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  return mediaType === "image/jpeg" ? cleanJpeg(bytes) : cleanPng(bytes);
}
