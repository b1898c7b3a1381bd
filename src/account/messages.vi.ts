// Words of coming in and of offices.
export const vi = {
  "problem.wrong-login-or-password":
    "Tên đăng nhập hoặc mật khẩu không đúng. Nếu quên mật khẩu, xin mã một lần của công đoàn cấp trên.",
  "problem.code-not-valid":
    "Mã này không dùng được: gõ sai, đã dùng hoặc đã hết hạn. Xin công đoàn cấp trên in mã mới.",
  "problem.login-taken": "Tên đăng nhập này đã có người dùng. Chọn tên khác, ví dụ thêm tên công đoàn.",
  "problem.login-unknown": "Không có tài khoản với tên đăng nhập này. Kiểm tra lại cách viết.",

  "problem.term-ended":
    "Nhiệm kỳ này đã kết thúc nên không sửa được. Hãy in mã một lần mới cho người giữ vai trò.",
  "problem.term-in-past": "Ngày cuối phải từ hôm nay và không trước ngày bắt đầu. Hãy chọn ngày khác.",
  "problem.term-overlaps":
    "Người này đã có vai trò ấy trong những ngày đó. Hãy xem lại các nhiệm kỳ rồi chọn ngày khác.",
  "problem.delegation-term":
    "Ủy quyền phải từ hôm nay trở đi và ngày cuối không trước ngày đầu. Hãy sửa lại ngày.",
  "problem.delegation-beyond-term":
    "Chỉ ủy quyền được trong nhiệm kỳ người ký của chính bạn. Hãy chọn ngày cuối sớm hơn.",
  "problem.delegate-without-office":
    "Người được ủy quyền phải là cán bộ hoặc cấp phó của công đoàn này từ ngày đầu. Hãy chọn người khác hoặc ngày khác.",
  "problem.delegation-to-oneself": "Không tự ủy quyền cho mình được. Hãy chọn người khác.",
  "problem.delegation-running":
    "Đã có ủy quyền cho người này trong những ngày đó. Hãy thu hồi ủy quyền cũ trước, rồi lập lại.",
  "problem.handover-planned": "Vai trò này đang chờ bàn giao. Hãy hủy bàn giao trước khi đổi nhiệm kỳ.",
  "problem.handover-running":
    "Vai trò của người này đã có một lần bàn giao đang chờ. Hãy mở bàn giao đó để xem.",
  "problem.handover-day-past": "Không bàn giao lùi ngày được. Hãy chọn hôm nay hoặc một ngày sau.",
  "problem.handover-day-come":
    "Đã đến ngày bàn giao nên không hủy được nữa. Muốn đổi người, hãy lập bàn giao mới.",
  "problem.handover-not-yet": "Chưa đến ngày bàn giao. Hãy xác nhận từ ngày người mới nhận việc.",
  "problem.handover-settled": "Bàn giao này đã xong hoặc đã hủy. Hãy tải lại trang để xem.",
  "problem.handover-changed":
    "Nhiệm kỳ đã được đổi sau khi lập bàn giao nên không hủy được. Hãy sửa nhiệm kỳ ở trang cán bộ.",
  "problem.handover-joined":
    "Bàn giao này không còn chờ mã: người nhận đã có tài khoản. Hãy báo người đó đăng nhập.",
  "problem.holder-not-there":
    "Người bàn giao không giữ vai trò này vào ngày trước đó. Hãy chọn lại người hoặc ngày.",
  "problem.successor-holds-already": "Người nhận đã giữ vai trò này rồi. Hãy chọn người khác.",
} as const;
