// What the command line says.
export const vi = {
  "cli.about": "Giọt Hồng: điều hành một đợt vận động hiến máu tình nguyện, từ văn bản chỉ đạo đến báo cáo.",
  "cli.start": "Chạy chương trình (cài, dựng, mở cơ sở dữ liệu, phục vụ trang web)",
  "cli.start-demo":
    "tỉnh mẫu của năm nào: 2021 (cây tháng 01/2021) hoặc 2025 (qua hai lần sắp xếp 01/6 và 01/7)",
  "cli.start-no-demo": "không nạp tỉnh mẫu vào cơ sở dữ liệu trống",
  "cli.serve": "Chạy cho nhiều người cùng lúc: nhiều tiến trình sau một cổng, không nạp tỉnh mẫu",
  "cli.serve-workers": "số tiến trình trả lời; bỏ trống thì bằng số lõi của máy",
  "cli.bad-workers": "--workers là một số từ 1 đến {most}.",
  "cli.workers-ready":
    "{workers} tiến trình đang trả lời. Thay lần lượt, không ngắt việc của ai: giothong restart",
  "cli.worker-died": "Tiến trình {number} dừng bất ngờ ({how}); đang thay.",
  "cli.worker-failed": "Không chạy được tiến trình nào: {detail}",
  "cli.workers-dying":
    "Các tiến trình vừa chạy đã dừng, 5 lần liền; chương trình dừng lại. Nhật ký ghi lý do ở dòng “did not begin”.",
  "cli.changing": "Đang thay lần lượt từng tiến trình…",
  "cli.changed": "Đã thay xong mọi tiến trình.",
  "cli.change-failed":
    "Tiến trình mới không chạy được ({detail}). Những tiến trình cũ chưa thay vẫn trả lời.",
  "cli.restart": "Thay lần lượt các tiến trình của “serve” đang chạy bằng bản đang có trên đĩa",
  "cli.restart-nothing": "Không có “serve” nào đang chạy với thư mục dữ liệu {dir}.",
  "cli.backup": "Sao lưu toàn bộ dữ liệu công đoàn vào một tệp",
  "cli.restore": "Phục hồi từ một tệp sao lưu vào cơ sở dữ liệu trống",
  "cli.restore-replace": "thay toàn bộ dữ liệu đang có",
  "cli.letter": "Văn bản chỉ đạo",
  "cli.letter-read":
    "Đọc một văn bản (.docx, .pdf có lớp chữ, .txt, hoặc - để đọc từ đầu vào chuẩn) thành dữ liệu",
  "cli.medical": "Chạy phía y tế: tiến trình, tài khoản cơ sở dữ liệu và khóa riêng",
  "cli.medical-ready": "Phía y tế đã sẵn sàng: {url}",
  "cli.install": "Lập cây tổ chức đầu tiên từ một tệp JSON và in mã một lần cho những người đầu tiên",
  "cli.install-not-empty":
    "Cơ sở dữ liệu đã có đơn vị. Lệnh này chỉ dùng cho cơ sở dữ liệu trống (chạy lần đầu bằng: start --no-demo).",
  "cli.install-order": "Đơn vị {code}: mã bị trùng, hoặc cấp trên {parent} không đứng trước nó trong tệp.",
  "cli.install-code": "{unit} · {role}: {code}",
  "cli.install-done":
    "Đã lập {units} đơn vị. Mã dùng một lần, trong 14 ngày; mở trang, chọn “Tôi có mã một lần”:",
  "cli.audit": "Nhật ký",
  "cli.audit-verify": "Kiểm tra nhật ký còn nguyên vẹn",
  "cli.json": "in kết quả dạng JSON",
  "cli.stopping": "Đang dừng…",
  "cli.loading-demo": "Nạp tỉnh mẫu (dữ liệu hư cấu) vào cơ sở dữ liệu trống…",
  "cli.demo-progress": "  {percent}% · {label}",
  "cli.ready": "Giọt Hồng đã sẵn sàng: {url}",
  "cli.demo-sign-ins": "Tài khoản mẫu (DỮ LIỆU MẪU):",
  "cli.demo-sign-in": "  {label}: {login} / {password}",
  "cli.file-missing": "Không đọc được tệp {file}.",
  "cli.not-a-letter": "{file}: {reason}",
  "cli.bad-input": "{detail}",
  "cli.audit-whole": "Nhật ký còn nguyên vẹn.",
  "cli.audit-block-broken": "Khối {block} của nhật ký đã bị sửa hoặc mất dòng.",
  "cli.audit-rows-missing": "Nhật ký từng có {expected} dòng, nay còn {found}.",
  "cli.audit-anchor-differs": "Khối {block} khác với dấu niêm phong giữ ngoài cơ sở dữ liệu.",
  "cli.server-away": "Không nối được tới {url}. Hãy chạy npm start trước, hoặc đặt GIOTHONG_URL.",
  "cli.not-signed-in":
    "Chưa đăng nhập. Chạy: giothong account sign-in --login TÊN, mật khẩu ở GIOTHONG_PASSWORD.",
  "cli.file": "tệp gửi lên, đúng như nó đang có",
  "cli.body": "nội dung JSON, hoặc @tệp, hoặc - để đọc từ bàn phím",
  "cli.password-env": "mật khẩu lấy từ biến GIOTHONG_PASSWORD",
  "cli.out": "ghi tệp nhận được vào đây",
  "cli.key": "khóa lặp lại (UUID): gửi lại cùng khóa thì không làm hai lần",
  "cli.reason.empty": "tệp trống, không có chữ nào; hãy chọn tệp chứa nội dung văn bản",
  "cli.reason.too-large": "tệp lớn hơn 20 MB; hãy gửi bản .docx hoặc PDF có lớp chữ của văn bản",
  "cli.reason.too-long": "tệp quá dài, không phải một văn bản; hãy tách riêng văn bản cần đọc",
  "cli.reason.not-text": "không phải văn bản chữ (Unicode); hãy lưu lại thành .docx, PDF hoặc .txt mã UTF-8",
  "cli.reason.unknown-form":
    "chưa đọc được dạng tệp này (như .doc, .rtf, .odt, .xlsx); hãy mở tệp và lưu lại thành .docx hoặc PDF",
  "cli.reason.encrypted": "tệp có mật khẩu; hãy bỏ mật khẩu rồi đọc lại",
  "cli.reason.damaged": "tệp hỏng hoặc chưa tải về đủ; hãy tải lại, hoặc mở tệp và lưu thành tệp mới",
  "cli.reason.too-much-inside":
    "bên trong tệp có quá nhiều nội dung, không phải một văn bản; hãy lưu riêng văn bản cần đọc",
  "cli.reason.no-text-layer":
    "tệp chỉ có ảnh chụp hoặc bản quét, không có lớp chữ; hãy xin bản .docx hoặc gõ lại nội dung",
  "cli.reason.took-too-long":
    "đọc tệp mất quá nhiều thời gian; hãy mở tệp, chép phần chữ và lưu thành .docx hoặc .txt",
  "cli.reason.not-a-letter": "không nhận ra đây là một văn bản hành chính; hãy kiểm tra lại tệp đã chọn",
  "cli.seed":
    "Nạp một đất nước mẫu (dữ liệu hư cấu, hai năm) vào cơ sở dữ liệu trống; dừng giữa chừng thì chạy lại để làm tiếp",
  "cli.seed-size": "cỡ: village (12.000 người), province (60.000), nation (11,8 triệu)",
  "cli.seed-seed": "số gieo: cùng cỡ và cùng số thì cùng dữ liệu",
  "cli.seed-today": "ngày cuối của hai năm, cũng là ngày của chương trình khi mở; không đặt thì là hôm nay",
} as const;
