// What the start says about its settings.
export const vi = {
  "config.port": "{variable} phải là số cổng từ 0 đến 65535, ví dụ 4160.",
  "config.demo": "{variable} phải là một trong: 2021, 2025.",
  "config.database-url":
    "{variable} phải có dạng postgres://tài-khoản:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu; nhiều máy chủ thì cách nhau bằng dấu phẩy: máy-a:5432,máy-b:5432.",
  "config.replica-alone": "{variable} chỉ dùng cùng DATABASE_URL: bản sao chỉ đọc của máy chủ ghi ở đó.",
  "config.replica-seconds":
    "{variable} phải là số giây từ 1 đến 3600: bản sao chậm hơn thế thì đọc ở máy chủ chính.",
  "config.medical-needed": "Phía y tế cần {variable}: cơ sở dữ liệu và tài khoản riêng của cơ sở y tế.",
  "config.smtp-url":
    "{variable} phải có dạng smtp://máy-chủ:587 hoặc smtps://tài-khoản:mật-khẩu@máy-chủ:465.",
  "config.smtp-from": "{variable} phải là địa chỉ thư gửi đi, ví dụ congdoan@vi-du.vn.",
  "config.smtp-both": "Còn thiếu {variable}: SMTP_URL và SMTP_FROM phải được đặt cùng nhau.",
  "config.tls-both": "Còn thiếu {variable}: TLS_CERT và TLS_KEY phải được đặt cùng nhau.",
  "config.file-unreadable": "Không đọc được tệp ghi ở {variable}.",
  "config.public-url": "{variable} phải là địa chỉ mà mọi người mở được, ví dụ https://giothong.vi-du.vn.",
  "config.log-level": "{variable} phải là một trong: fatal, error, warn, info, debug, trace, silent.",
} as const;
