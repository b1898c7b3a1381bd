// A .txt file as it comes from Windows, a phone or a mail: which Unicode form its bytes are in.

/** The text of a file, or undefined when its bytes are no Unicode text (a Word file, a picture, a legacy font). */
export function decodeText(bytes: Uint8Array): string | undefined {
  const form = unicodeForm(bytes);
  try {
    const text = new TextDecoder(form, { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? undefined : text;
  } catch {
    return undefined;
  }
}

function unicodeForm(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Without a mark: spaces and line ends of UTF-16 have a zero in every other byte, UTF-8 text has none.
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  if (odd > sample.length / 20 && even === 0) return "utf-16le";
  if (even > sample.length / 20 && odd === 0) return "utf-16be";
  return "utf-8";
}
