// What the command line says.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "cli.about":
    "Giọt Hồng: runs a voluntary blood-donation campaign, from the letter that orders it to the report.",
  "cli.start": "Run the program (install, build, open the database, serve the web)",
  "cli.start-demo":
    "the demo province of which year: 2021 (the tree of January 2021) or 2025 (past the re-organisations of 1 June and 1 July)",
  "cli.start-no-demo": "do not load the demo province into an empty database",
  "cli.serve": "Run for many at once: several processes behind one port, without the demo",
  "cli.serve-workers": "processes that answer; as many as the machine has cores if not said",
  "cli.bad-workers": "--workers is a number from 1 to {most}.",
  "cli.workers-ready":
    "{workers} processes answer. To replace them one by one without disturbing anybody: giothong restart",
  "cli.worker-died": "Process {number} ended unexpectedly ({how}); it is being replaced.",
  "cli.worker-failed": "No process could be started: {detail}",
  "cli.workers-dying":
    "Processes ended as soon as they had begun, 5 times in a row; the program stops. The log tells why at “did not begin”.",
  "cli.changing": "Replacing the processes one by one…",
  "cli.changed": "All processes have been replaced.",
  "cli.change-failed":
    "The new process did not come up ({detail}). The old ones that were not replaced still answer.",
  "cli.restart": "Replace the processes of the running “serve” one by one by what is on disk",
  "cli.restart-nothing": "No “serve” is running on the data folder {dir}.",
  "cli.backup": "Back up everything the union holds into one file",
  "cli.restore": "Restore a backup into an empty database",
  "cli.restore-replace": "replace everything that is there",
  "cli.letter": "Letters",
  "cli.letter-read": "Read a letter (.docx, .pdf with a text layer, .txt, or - for standard input) into data",
  "cli.medical": "Run the medical side: its own process, database login and key",
  "cli.medical-ready": "The medical side is ready: {url}",
  "cli.install": "Open the first tree from a JSON file and print one-time codes for the first people",
  "cli.install-not-empty":
    "The database has units already. This is for an empty one (first started with: start --no-demo).",
  "cli.install-order": "Unit {code}: its code stands twice, or its parent {parent} does not come before it.",
  "cli.install-code": "{unit} · {role}: {code}",
  "cli.install-done":
    "{units} units opened. Each code works once, for 14 days; open the page and choose “Tôi có mã một lần”:",
  "cli.audit": "The audit trail",
  "cli.audit-verify": "Check that the audit trail is whole",
  "cli.json": "print the result as JSON",
  "cli.stopping": "Stopping…",
  "cli.loading-demo": "Loading the demo province (fictional data) into the empty database…",
  "cli.demo-progress": "  {percent}% · {label}",
  "cli.ready": "Giọt Hồng is ready: {url}",
  "cli.demo-sign-ins": "Demo sign-ins (DỮ LIỆU MẪU, sample data):",
  "cli.demo-sign-in": "  {label}: {login} / {password}",
  "cli.file-missing": "The file {file} cannot be read.",
  "cli.not-a-letter": "{file}: {reason}",
  "cli.bad-input": "{detail}",
  "cli.audit-whole": "The audit trail is whole.",
  "cli.audit-block-broken": "Block {block} of the audit trail was altered or lost rows.",
  "cli.audit-rows-missing": "The audit trail once had {expected} rows and now has {found}.",
  "cli.audit-anchor-differs": "Block {block} differs from the seal kept outside the database.",
  "cli.server-away": "Cannot reach {url}. Run npm start first, or set GIOTHONG_URL.",
  "cli.not-signed-in":
    "Not signed in. Run: giothong account sign-in --login NAME, with GIOTHONG_PASSWORD set.",
  "cli.file": "the file to send, as it is",
  "cli.body": "JSON, or @file, or - for standard input",
  "cli.password-env": "the password comes from GIOTHONG_PASSWORD",
  "cli.out": "write the file that comes back here",
  "cli.key": "repeat key (UUID): sent again with the same key, nothing is done twice",
  "cli.reason.empty": "the file is empty, it holds no words; choose the file with the letter",
  "cli.reason.too-large": "the file is larger than 20 MB; use the letter's .docx, or a PDF with a text layer",
  "cli.reason.too-long": "the file is too long to be a letter; save the letter on its own",
  "cli.reason.not-text": "this is not (Unicode) text; save it as .docx, PDF or .txt in UTF-8",
  "cli.reason.unknown-form":
    "files of this form (such as .doc, .rtf, .odt, .xlsx) cannot be read; open it and save it as .docx or PDF",
  "cli.reason.encrypted": "the file has a password; remove it and try again",
  "cli.reason.damaged": "the file is damaged or incomplete; download it again, or open it and save it anew",
  "cli.reason.too-much-inside": "there is far more in this file than a letter; save the letter on its own",
  "cli.reason.no-text-layer":
    "the file holds only pictures of pages, no text layer; ask for the .docx or type the letter",
  "cli.reason.took-too-long":
    "reading the file took too long; open it, copy its words and save them as .docx or .txt",
  "cli.reason.not-a-letter": "this does not look like an official document; check which file you chose",
  "cli.seed":
    "Load a synthetic country (made up, two years) into an empty database; stopped half way, run it again to go on",
  "cli.seed-size": "size: village (12,000 people), province (60,000), nation (11.8 million)",
  "cli.seed-seed": "seed: same size and same number, same data",
  "cli.seed-today": "the last day of the two years, and the program's day when opened; without it, today",
};
