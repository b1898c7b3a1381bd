// What is said before the program itself can run: while it is installed and built.
export const vi = {
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

/** The refusal for a file-system error in `folder`, else the error's own words. */
export function reasonOf(error, folder) {
  if (["EACCES", "EPERM", "EROFS"].includes(error?.code)) return vi.notWritable(folder);
  if (["ENOSPC", "EDQUOT"].includes(error?.code)) return vi.diskFull(folder);
  return error instanceof Error
    ? (error.message.split("\n").find((line) => line.trim() !== "") ?? "?")
    : String(error);
}

/** A failure that has been put into one line for the person at the keyboard. */
export class LauncherProblem extends Error {}
