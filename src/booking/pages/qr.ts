// A QR code as a picture that a phone can save by a long press, without any script.
import { toBuffer } from "qrcode";

/** A PNG as a data address, with the white around it that cameras need. */
export async function qrPicture(text: string): Promise<string> {
  const png = await toBuffer(text, { errorCorrectionLevel: "M", margin: 3, scale: 6 });
  return `data:image/png;base64,${png.toString("base64")}`;
}
