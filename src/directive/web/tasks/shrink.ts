// A photo made small enough for a weak signal before it is kept: at most 1,600 px, drawn anew, so that nothing it said
// of place, time and device goes along. A PDF stays as it is.
import { type FileBody, MOST_FILE_BYTES } from "../../../platform/contract/shapes.ts";

/** Pixels of the longer side: a banner behind people is still read at this. */
export const LONGEST = 1600;
const QUALITIES = [0.8, 0.65, 0.5] as const;
/** A photo larger than this takes minutes where there is one bar of signal: it is drawn coarser. */
const ENOUGH_BYTES = 400_000;

export type Unusable = "not-a-picture" | "too-large";

/** The size a picture of `width` × `height` is drawn at: never larger than it is, never under one pixel. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const of = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: of(width), height: of(height) };
}

/** "Họp tổ.HEIC" → "Họp tổ.jpg" */
export const asJpegName = (name: string): string =>
  `${
    name
      .normalize("NFC")
      .replace(/\.[^.]{1,5}$/, "")
      .trim()
      .slice(0, 190) || "anh"
  }.jpg`;

/** What is sent for a chosen file, or why it cannot be. */
export async function shrunk(file: File): Promise<FileBody | Unusable> {
  if (file.type === "application/pdf" || /\.pdf$/i.test(file.name)) {
    if (file.size > MOST_FILE_BYTES) return "too-large";
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { name: file.name.normalize("NFC").slice(-200), mediaType: "application/pdf", bytes };
  }
  const blob = await redrawn(file).catch(() => undefined);
  if (blob === undefined) return "not-a-picture";
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { name: asJpegName(file.name), mediaType: "image/jpeg", bytes };
}

async function redrawn(file: File): Promise<Blob | undefined> {
  // Comes turned as the camera was held: browsers do that unasked, and those of 2022 refuse to be asked.
  const picture = await createImageBitmap(file);
  try {
    const { width, height } = fitted(picture.width, picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext("2d");
    if (pen === null) return undefined;
    // A transparent drawing would come out on black.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    let blob: Blob | undefined;
    for (const quality of QUALITIES) {
      blob = await jpegOf(canvas, quality);
      if (blob === undefined || blob.size <= ENOUGH_BYTES) break;
    }
    return blob;
  } finally {
    picture.close();
  }
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | undefined> =>
  new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/jpeg", quality));
