// The outside of the e-mail channel: nodemailer over SMTP. The address of the server is the operator's setting.
import { createTransport } from "nodemailer";
import type { Email, SendEmail } from "./service.ts";

const TIMEOUT_MS = 20_000;

/** `url`: smtp(s)://user:password@host:port; `from`: the address of the union, with or without a name. */
export function smtpSender({ url, from }: { readonly url: string; readonly from: string }): SendEmail {
  const transport = createTransport(
    {
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      // What is sent is text of ours; nothing may make this program read a file or fetch an address for it.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "giothong.invalid";
  return async (email: Email) => {
    try {
      await transport.sendMail({
        messageId: `<${email.id}@${domain}>`,
        to: email.to,
        subject: email.subject,
        text: email.text,
        // Out-of-office answers to a program help nobody.
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return "accepted";
    } catch (error) {
      if (isFinal(error)) return "refused";
      throw error;
    }
  };
}

/** A 5xx answer to the recipient or the text stays a 5xx; sign-in and connection troubles are the operator's to mend. */
function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return code !== "EAUTH" && responseCode !== undefined && responseCode >= 500 && responseCode < 600;
}
