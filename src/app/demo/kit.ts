// vi-data: the demo's propaganda kit, drawn from the conditions of Thông tư 26/2013/TT-BYT and what donors ask.
// Loudspeaker text in Thái and Mông is left out: it has to come from people who speak them.
import type { KitContent } from "../../directive/schema/kit.ts";

export const demoKit: KitContent = {
  keyMessages: [
    "Hiến máu là tự nguyện. Không ai bị ép, bị chấm điểm thi đua hay bị hỏi lý do khi không tham gia.",
    "Người từ đủ 18 đến 60 tuổi, khỏe mạnh, nữ nặng từ 42 kg, nam từ 45 kg có thể đăng ký. Bác sĩ khám và quyết định tại chỗ.",
    "Hai lần hiến máu toàn phần cách nhau ít nhất 12 tuần (84 ngày), nam và nữ như nhau.",
    "Đêm trước ngủ đủ, không uống rượu bia; sáng ăn nhẹ, uống đủ nước. Mang theo căn cước hoặc giấy tờ tùy thân.",
    "Kết quả khám và xét nghiệm chỉ báo riêng cho người hiến. Công đoàn chỉ biết ai đã hiến và bao nhiêu ml.",
    "Người hiến được bồi dưỡng và nhận quà hoặc gói xét nghiệm theo quy định. Đó là sự hỗ trợ, không phải tiền mua máu.",
  ],
  questions: [
    {
      question: "Ai có thể hiến máu?",
      answer:
        "Người từ đủ 18 đến 60 tuổi, nữ nặng từ 42 kg, nam từ 45 kg, không mắc bệnh mạn tính hoặc cấp tính, không mang thai, không mắc bệnh lây qua đường máu. Đây chỉ là điều kiện chung: bác sĩ khám, đo huyết áp, xét nghiệm nhanh rồi mới quyết định.",
    },
    {
      question: "Tôi không muốn hiến thì có phải nói lý do không?",
      answer:
        "Không. Bạn chỉ cần không đăng ký, hoặc nói không ở bất cứ lúc nào, kể cả khi đã ngồi vào ghế hiến máu. Không ai được hỏi lý do, và việc này không ảnh hưởng đến thi đua hay quyền lợi của bạn.",
    },
    {
      question: "Lần trước hiến rồi, bao giờ hiến lại được?",
      answer:
        "Với máu toàn phần là sau ít nhất 12 tuần, tức 84 ngày. Nếu lần trước chỉ gạn tách tiểu cầu hoặc huyết tương thì sau 2 tuần.",
    },
    {
      question: "Trước khi hiến nên ăn, ngủ thế nào?",
      answer:
        "Đêm trước ngủ đủ giấc, không thức khuya, không uống rượu bia. Buổi sáng ăn nhẹ, tránh đồ nhiều dầu mỡ, uống thêm nước. Đừng nhịn đói đi hiến máu.",
    },
    {
      question: "Cần mang giấy tờ gì?",
      answer:
        "Căn cước hoặc giấy tờ tùy thân có ảnh. Ai đã từng hiến máu thì mang theo giấy chứng nhận hoặc thẻ hiến máu. Nếu đang uống thuốc, hãy mang theo hoặc nhớ tên thuốc để hỏi bác sĩ.",
    },
    {
      question: "Mỗi lần lấy bao nhiêu máu? Có hại không?",
      answer:
        "Mỗi lần 250, 350 hoặc 450 ml tùy cân nặng, do bác sĩ quyết định; người nặng từ 42 đến dưới 45 kg chỉ hiến tối đa 250 ml. Với người đủ điều kiện, cơ thể bù lại lượng máu đó. Một số ít người thấy choáng nhẹ, nên sau khi hiến hãy nghỉ tại chỗ và uống nước.",
    },
    {
      question: "Sau khi hiến máu cần tránh gì?",
      answer:
        "Nghỉ tại chỗ ít nhất 15 phút, không gập tay nhiều, không mang vác nặng trong ngày. Người lái xe khách, làm việc trên cao, dưới nước hoặc vận động nặng chỉ làm lại việc đó sau ít nhất 12 giờ. Thấy choáng thì nằm xuống, kê cao chân và gọi nhân viên y tế.",
    },
    {
      question: "Đang cảm cúm, vừa tiêm vắc xin hay vừa xăm thì sao?",
      answer:
        "Có thể phải hoãn: khỏi cảm cúm được 7 ngày; đa số vắc xin là 7 ngày, một số loại lâu hơn; xăm trổ, xỏ khuyên là 6 tháng; phẫu thuật, sinh con là 12 tháng. Hãy nói thật với bác sĩ tại điểm hiến máu, không cần nói với công đoàn.",
    },
    {
      question: "Người khác có biết kết quả xét nghiệm của tôi không?",
      answer:
        "Không. Kết quả khám và xét nghiệm là bí mật, chỉ cơ sở y tế và bạn biết. Nếu có kết quả bất thường, cơ sở y tế mời riêng bạn đến tư vấn.",
    },
    {
      question: "Hiến máu có được trả tiền không?",
      answer:
        "Không, máu không mua bán. Người hiến được bồi dưỡng tại chỗ, hỗ trợ đi lại và nhận quà hoặc gói xét nghiệm theo quy định của Bộ Y tế, cùng giấy chứng nhận hiến máu tình nguyện. Giấy này giúp bạn được truyền máu miễn phí khi cần, tối đa bằng lượng đã hiến.",
    },
    {
      question: "Nếu đến nơi mà không hiến được thì sao?",
      answer:
        "Không sao cả. Bác sĩ hoãn là để giữ an toàn cho bạn và người bệnh. Công đoàn không được biết lý do, và bạn vẫn được cảm ơn vì đã đến.",
    },
  ],
  poster: {
    headline: "Giọt hồng trao đi, cuộc đời ở lại",
    lines: [
      "Từ đủ 18 đến 60 tuổi, khỏe mạnh: mời bạn đăng ký hiến máu",
      "Cách lần hiến trước ít nhất 84 ngày",
      "Ngủ đủ, ăn nhẹ, mang theo căn cước",
      "Tự nguyện và kín đáo: bác sĩ quyết định, kết quả chỉ riêng bạn biết",
    ],
    when: "Ngày hội hiến máu của từng huyện: xem lịch tại công đoàn cơ sở",
    where: "Nhà văn hóa huyện, thành phố; hoặc Bệnh viện đa khoa tỉnh",
  },
  loudspeaker: [
    {
      language: "vi",
      text: "Thưa bà con, thưa đoàn viên và người lao động! Công đoàn tỉnh mời mọi người tham gia ngày hội hiến máu tình nguyện. Ai từ đủ 18 đến 60 tuổi, khỏe mạnh, nữ nặng từ bốn mươi hai cân, nam từ bốn mươi lăm cân, lần hiến trước đã qua mười hai tuần, thì có thể đăng ký với công đoàn nơi mình làm việc. Đêm trước xin ngủ đủ, không uống rượu. Sáng đi xin ăn nhẹ, uống nước, mang theo căn cước. Đến nơi, bác sĩ khám rồi mới quyết định. Hiến máu là tự nguyện, ai không tham gia thì không phải nói lý do. Xin cảm ơn bà con!",
    },
  ],
  chat: "Công đoàn mời đoàn viên, người lao động tham gia hiến máu tình nguyện. Điều kiện chung: từ đủ 18 đến 60 tuổi, nữ từ 42 kg, nam từ 45 kg, cách lần hiến trước ít nhất 84 ngày. Ngủ đủ, ăn nhẹ, mang căn cước. Hiến máu là tự nguyện, không tham gia không cần nêu lý do. Đăng ký với cán bộ công đoàn cơ sở; nhắn riêng, đừng ghi thông tin sức khỏe vào nhóm này.",
};
