// What may go wrong with targets, and what to do next.
export const vi = {
  "problem.target-sum":
    "Tổng các phần giao và phần dự phòng chưa bằng chỉ tiêu của công đoàn. Sửa các phần hoặc phần dự phòng cho khớp.",
  "problem.target-changed":
    "Chỉ tiêu vừa được người khác thay đổi. Tải lại trang để xem số mới rồi phân bổ lại.",
  "problem.share-outside-children":
    "Có công đoàn không thuộc cấp dưới trực tiếp và cũng không nhận văn bản của chương trình này. Bỏ công đoàn đó rồi lưu lại.",
  "problem.not-leading-unit":
    "Chỉ công đoàn chủ trì chương trình mới ghi chỉ tiêu được giao từ bên ngoài. Công đoàn cấp dưới phân bổ chỉ tiêu đã được giao.",
  "problem.nothing-assigned":
    "Công đoàn chưa được giao chỉ tiêu nên chưa phân bổ được. Chờ cấp trên giao, hoặc ghi chỉ tiêu tự đăng ký.",
  "problem.split-below-first":
    "Có công đoàn cấp dưới đã phân bổ hết số được giao, phần dự phòng của họ không đủ để giảm. Đề nghị công đoàn đó phân bổ lại trước.",
  "problem.already-assigned":
    "Có công đoàn đã được nơi khác giao chỉ tiêu của chương trình này. Đề nghị nơi đó phân bổ lại trước khi giao.",
  "problem.reason-missing": "Chỉ tiêu đã giao rồi: ghi lý do thay đổi, rồi lưu lại.",
  "problem.request-open":
    "Công đoàn đang có một đề nghị chờ trả lời. Chờ trả lời, hoặc rút đề nghị đó rồi gửi lại.",
  "problem.request-answered": "Đề nghị này đã được trả lời hoặc đã rút. Tải lại trang để xem kết quả.",
  "problem.request-same": "Con số đề nghị đúng bằng chỉ tiêu đang giữ. Ghi con số khác.",
  "problem.no-giver":
    "Chỉ tiêu của công đoàn không do công đoàn cấp trên nào giao trong chương trình này. Công đoàn chủ trì tự ghi chỉ tiêu.",
  "problem.reserve-too-small":
    "Phần dự phòng còn {reserve, number}, cần thêm {needed, number}. Chọn công đoàn nhường bớt, hoặc đề nghị tăng tổng chỉ tiêu trước.",
} as const;
