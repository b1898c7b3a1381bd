// What is said before the program itself can run: while it is installed and built.
const vi = {
  nodeTooOld: (found, needed) =>
    `Giọt Hồng cần Node.js từ bản ${needed}; máy này đang có ${found}. Hãy cài bản mới tại https://nodejs.org rồi chạy lại.`,
  installing: "Cài đặt các thư viện (chỉ lần đầu hoặc sau khi cập nhật)…",
  installProgress: (done, total, seconds) => `  đã có ${done}/${total} gói sau ${seconds} giây…`,
  installed: (seconds) => `Cài đặt xong sau ${seconds} giây.`,
  installFailed: (reason) => `Không cài đặt được thư viện: ${reason}`,
  noNpm: "không tìm thấy lệnh npm; hãy cài lại Node.js kèm npm",
  building: "Dựng chương trình…",
  built: (seconds) => `Dựng xong sau ${seconds} giây.`,
  buildFailed: (reason) => `Không dựng được chương trình: ${reason}`,
  waiting: (pid) => `Chờ tiến trình ${pid} đang cài đặt hoặc dựng chương trình…`,
  notWritable: (folder) => `không ghi được vào thư mục ${folder}; hãy cấp quyền ghi rồi chạy lại`,
  diskFull: (folder) => `ổ đĩa chứa ${folder} đã đầy; hãy giải phóng chỗ trống rồi chạy lại`,
};

const en = {
  nodeTooOld: (found, needed) =>
    `Giọt Hồng needs Node.js ${needed} or later; this machine has ${found}. Install a newer one from https://nodejs.org and run again.`,
  installing: "Installing libraries (only the first time or after an update)…",
  installProgress: (done, total, seconds) => `  ${done}/${total} packages after ${seconds} s…`,
  installed: (seconds) => `Installed in ${seconds} s.`,
  installFailed: (reason) => `The libraries could not be installed: ${reason}`,
  noNpm: "there is no npm command; install Node.js together with npm",
  building: "Building the program…",
  built: (seconds) => `Built in ${seconds} s.`,
  buildFailed: (reason) => `The program could not be built: ${reason}`,
  waiting: (pid) => `Waiting for process ${pid}, which is installing or building…`,
  notWritable: (folder) => `the folder ${folder} cannot be written; let this user write there and run again`,
  diskFull: (folder) => `the disk that holds ${folder} is full; free some space and run again`,
};

export const words = process.env.GIOTHONG_LANG === "en" ? en : vi;

/** The refusal for a file-system error in `folder`, else the error's own words. */
export function reasonOf(error, folder) {
  if (["EACCES", "EPERM", "EROFS"].includes(error?.code)) return words.notWritable(folder);
  if (["ENOSPC", "EDQUOT"].includes(error?.code)) return words.diskFull(folder);
  const fault = error?.errors?.[0]; // esbuild's own list says where; its message only how many
  if (fault?.text !== undefined)
    return `${fault.location?.file ?? "?"}:${fault.location?.line ?? "?"} ${fault.text}`;
  return error instanceof Error
    ? (error.message.split("\n").find((line) => line.trim() !== "") ?? "?")
    : String(error);
}

/** A failure that has been put into one line for the person at the keyboard. */
export class LauncherProblem extends Error {}
