// Words of the donating life, as the person reads them; tips for keeping well.
export const vi = {
  "donor.held.gave": "Đã hiến",
  "donor.held.gave-line": "{ml, number} ml ngày {day}",
  "donor.held.links": "Liên kết mời bạn bè",
  "donor.held.links-line": "{all, number} liên kết, {running, number} còn dùng được",

  "donor.tips.title": "Giữ sức khỏe",
  "donor.tips.after": "Sau khi hiến máu",
  "donor.tips.season": "Trong mùa này",
  "donor.tips.lead": "Lời khuyên chung cho mọi người, không thay lời bác sĩ.",
  "donor.tip.water": "Uống nhiều nước trong ngày; không uống rượu, bia và không hút thuốc trong vài giờ đầu.",
  "donor.tip.bandage":
    "Giữ băng ít nhất 4 giờ, không xách nặng bằng tay vừa lấy máu. Rỉ máu thì ép chặt và giơ tay cao.",
  "donor.tip.no-heavy-work": "Nghỉ ngơi, không làm nặng, không chơi thể thao gắng sức trong ngày.",
  "donor.tip.high-work":
    "Lái tàu xe chở khách, lái cẩu, làm việc trên cao, dưới nước hay dưới hầm: chỉ làm lại sau ít nhất 12 giờ.",
  "donor.tip.unwell":
    "Chóng mặt thì nằm xuống, gác chân cao. Trong 14 ngày thấy sốt hay không khỏe, gọi ngay cho cơ sở y tế đã lấy máu.",
  "donor.tip.meals": "Ăn đủ bữa, thêm thịt, cá, trứng, đậu, rau xanh đậm để mau bù lại máu.",
  "donor.tip.tet":
    "Trước và sau Tết người bệnh thiếu máu nhất. Muốn hiến thì ngủ đủ, ăn uống chừng mực và không uống rượu, bia từ hôm trước.",
  "donor.tip.heat":
    "Trời nóng: uống đủ nước từ hôm trước, đến sớm cho mát, nghỉ tại chỗ ít nhất 15 phút rồi hãy về.",
  "donor.tip.storms":
    "Mùa mưa lũ: xem đường trước khi đi. Đợt có thể dời ngày; tin nhắn của công đoàn sẽ báo.",
  "donor.tip.cold": "Trời rét: mặc đủ ấm, ăn nóng trước khi đến; tay ấm thì lấy máu dễ hơn.",
} as const;
