// The QR code of an address as a picture for print.
import { create } from "qrcode";

/**
 * An SVG of the code alone, one unit a module, level M, without the white around it, which the page gives. Runs of
 * modules are one shape: side by side, single squares print with hairlines between them.
 */
export function codeOf(url: string): string {
  const { modules } = create(url, { errorCorrectionLevel: "M" });
  const { size } = modules;
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const from = column;
      while (column < size && modules.get(row, column)) column++;
      if (column > from) path += `M${from} ${row}h${column - from}v1h-${column - from}z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}
