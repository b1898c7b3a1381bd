// Words of the screens of campaigns.
export const vi = {
  "campaign.title": "Chiến dịch",
  "campaign.begin": "Bắt đầu từ một văn bản",
  "campaign.none": "Chưa có chiến dịch nào",
  "campaign.none-help":
    "Chiến dịch bắt đầu từ văn bản chỉ đạo. Khi cấp trên ban hành, chiến dịch sẽ hiện ở đây; nếu công đoàn bạn chỉ đạo, hãy bắt đầu từ văn bản của mình.",
  "campaign.phase.before": "sắp bắt đầu",
  "campaign.phase.running": "đang chạy",
  "campaign.phase.after": "đã kết thúc",
  "campaign.period": "Từ {from} đến {until}",
  "campaign.led-by": "{unit} chỉ đạo",
  "campaign.rule.bag": "Đơn vị máu: mỗi túi máu là một đơn vị.",
  "campaign.rule.ml250": "Đơn vị máu: quy đổi mỗi 250 ml là một đơn vị.",
  "campaign.to-overview": "Toàn cảnh",
  "campaign.to-targets": "Chỉ tiêu",
  "campaign.to-invite": "Mời đoàn viên",
} as const;
