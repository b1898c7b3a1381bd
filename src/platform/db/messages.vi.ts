// What the database side says to the person at the keyboard: progress lines and refusals, one line each.
export const vi = {
  "db.preparing": "Chuẩn bị cơ sở dữ liệu lần đầu…",
  "db.starting": "Khởi động cơ sở dữ liệu…",
  "db.adopted": "Tiếp quản cơ sở dữ liệu đang chạy sẵn.",
  "db.recovering": "Cơ sở dữ liệu đang tự phục hồi sau lần dừng đột ngột, vui lòng chờ…",
  "db.waiting-previous": "Chờ lần chạy trước dừng hẳn…",
  "db.restarting": "Cơ sở dữ liệu dừng đột ngột; đang khởi động lại…",
  "db.restarted": "Cơ sở dữ liệu đã chạy lại.",
  "db.restart-failed": "Chưa khởi động lại được cơ sở dữ liệu, sẽ thử tiếp: {detail}",
  "db.stopping": "Dừng cơ sở dữ liệu…",
  "db.migrating": "Cập nhật cấu trúc dữ liệu: {name}",
  "db.folder-unwritable":
    "Không ghi được vào thư mục dữ liệu {dir}. Hãy cấp quyền ghi cho người dùng đang chạy, hoặc đặt GIOTHONG_DATA tới thư mục khác.",
  "db.disk-full": "Ổ đĩa chứa {dir} đã đầy. Hãy giải phóng chỗ trống rồi chạy lại.",
  "db.second-owner":
    "Dữ liệu ở {dir} đang do một chương trình Giọt Hồng khác sử dụng (tiến trình {pid}, từ {since}). Hãy dùng chương trình đang chạy đó, hoặc dừng nó trước.",
  "db.port-taken":
    "Cổng {port} trên {host} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác, ví dụ: PORT={suggestion} npm start",
  "db.wrong-major":
    "Dữ liệu ở {dir} thuộc PostgreSQL {found}, chương trình này mang PostgreSQL {expected}. Hãy sao lưu bằng phiên bản cũ (giothong backup) rồi phục hồi vào thư mục mới.",
  "db.no-binary":
    "Không có PostgreSQL đi kèm cho máy này ({platform}). Hãy chạy lại npm ci, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL từ bản 15.",
  "db.root-unreachable":
    "Không chạy được cơ sở dữ liệu dưới quyền root trong {dir}. Hãy đặt thư mục dữ liệu và chương trình ở nơi mọi người dùng đi vào được, hoặc chạy bằng người dùng thường.",
  "db.secrets-missing":
    "Thư mục {dir} có dữ liệu nhưng thiếu hoặc hỏng tệp mật khẩu {file}. Hãy chép lại tệp này từ bản lưu của thư mục.",
  "db.still-held":
    "Sau {seconds} giây, dữ liệu ở {dir} vẫn do tiến trình {pid} của lần chạy trước giữ. Hãy thử lại sau ít phút.",
  "db.init-failed": "Không tạo được cơ sở dữ liệu ở {dir}: {detail}",
  "db.start-failed": "Cơ sở dữ liệu ở {dir} không khởi động được: {detail}",
  "db.unreachable": "Không nối được tới cơ sở dữ liệu {name}: {detail}",
  "db.only-reads":
    "Máy chủ cơ sở dữ liệu này là bản sao chỉ đọc. DATABASE_URL phải có máy đang nhận ghi: máy-a:5432,máy-b:5432.",
  "db.server-too-old": "Máy chủ cơ sở dữ liệu là PostgreSQL {found}; cần từ bản 15 trở lên.",
  "db.same-login":
    "DATABASE_URL và MEDICAL_DATABASE_URL phải dùng hai tài khoản khác nhau, không tài khoản nào là quản trị tối cao hoặc thành viên của tài khoản kia.",
  "db.migration-bad-name":
    "Tệp {file} trong thư mục cập nhật cấu trúc không đúng dạng 0001_ten.sql, hoặc trùng số.",
  "db.migration-gap": "Thiếu tệp cập nhật cấu trúc số {number}.",
  "db.migration-changed":
    "Tệp cập nhật cấu trúc {name} đã chạy rồi nhưng nội dung đã bị sửa. Hãy lấy lại tệp gốc.",
  "db.migration-missing":
    "Cơ sở dữ liệu đã có bản cập nhật {name} mà chương trình này không có. Hãy dùng phiên bản chương trình mới hơn.",
  "db.migration-failed": "Cập nhật cấu trúc {name} không thành (dòng {line}): {detail}",
  "db.backup-table": "{done}/{total} bảng · {table}: {rows, plural, other {#}} dòng",
  "db.backup-bytes": "  {table}: {megabytes} MB…",
  "db.backup-foreign": "Cơ sở dữ liệu này chưa có dữ liệu của Giọt Hồng nên không có gì để sao lưu.",
  "db.backup-done": "Đã sao lưu {tables} bảng, {rows} dòng vào {file}.",
  "db.backup-unwritable": "Không ghi được tệp sao lưu {file}: {detail}",
  "db.restore-done": "Đã phục hồi {tables} bảng, {rows} dòng từ {file}.",
  "db.restore-unreadable": "Không đọc được tệp sao lưu {file}: {detail}",
  "db.restore-damaged": "Tệp sao lưu {file} bị hỏng hoặc bị sửa ({detail}). Không có gì được phục hồi.",
  "db.restore-version":
    "Tệp sao lưu {file} thuộc định dạng {found}; chương trình này đọc định dạng {expected}.",
  "db.restore-level":
    "Tệp sao lưu {file} ở mức cấu trúc {found}, chương trình này ở mức {expected}. Hãy phục hồi bằng đúng phiên bản chương trình đã sao lưu, rồi cập nhật.",
  "db.restore-not-empty":
    "Cơ sở dữ liệu đích đang có dữ liệu ({table}). Hãy phục hồi vào cơ sở dữ liệu trống, hoặc thêm --replace để thay toàn bộ.",
} as const;
