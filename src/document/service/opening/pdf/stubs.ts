// What pdf.js looks for in a browser. Only drawing uses these, and nothing is drawn here.

class Nothing {}

/** Must run before pdf.js is loaded. */
export function standIns(): void {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ["DOMMatrix", "Path2D", "ImageData"]) scope[name] ??= Nothing;
}
