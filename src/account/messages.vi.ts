// Words of coming in and of offices.
export const vi = {
  "problem.wrong-login-or-password":
    "Tên đăng nhập hoặc mật khẩu không đúng. Nếu quên mật khẩu, xin mã một lần của công đoàn cấp trên.",
  "problem.code-not-valid":
    "Mã này không dùng được: gõ sai, đã dùng hoặc đã hết hạn. Xin công đoàn cấp trên in mã mới.",
  "problem.login-taken": "Tên đăng nhập này đã có người dùng. Chọn tên khác, ví dụ thêm tên công đoàn.",
  "problem.login-unknown": "Không có tài khoản với tên đăng nhập này. Kiểm tra lại cách viết.",
} as const;
