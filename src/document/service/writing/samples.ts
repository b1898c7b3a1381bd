// Made-up documents for the tests of the writer: a report of a province, one of a grassroots union, a công văn.
import type { OfficialDocument, TableColumn, TableRow } from "./official.ts";

export const CREATED_AT = "2021-06-11T03:00:00.000Z";

const COLUMNS: TableColumn[] = [
  { title: "STT", width: 4, align: "center" },
  { title: "Công đoàn", width: 22, align: "left" },
  { title: "Chỉ tiêu giao", width: 8, align: "right" },
  { title: "Tự đăng ký", width: 8, align: "right" },
  { title: "Đăng ký", width: 8, align: "right" },
  { title: "Đã hiến (người)", width: 8, align: "right" },
  { title: "Đơn vị máu", width: 8, align: "right" },
  { title: "ml", width: 9, align: "right" },
  { title: "% chỉ tiêu", width: 8, align: "right" },
  { title: "Ghi chú", width: 12, align: "left" },
];

const byUnion: TableRow[] = Array.from({ length: 11 }, (_, i): TableRow => {
  const cells = [String(i + 1), `Công đoàn mẫu số ${i + 1}`, "55", "60"];
  if (i === 5) return { cells: [...cells, { text: "chưa báo cáo", span: 5 }, ""] };
  return { cells: [...cells, "80", "64", "64", "22.400", "116,4%", ""] };
});

const byGrassroots: TableRow[] = [
  { emphasis: "group", cells: ["I", { text: "Công đoàn mẫu số 1", span: 9, align: "left" }] },
  ...Array.from({ length: 40 }, (_, i): TableRow => {
    return {
      cells: [
        String(i + 1),
        `Công đoàn cơ sở Trường mẫu ${i + 1}`,
        "10",
        "12",
        "15",
        "11",
        "11",
        "3.850",
        "110%",
        "",
      ],
    };
  }),
  { emphasis: "total", cells: ["", "Tổng cộng", "400", "480", "600", "440", "440", "154.000", "110%", ""] },
];

export const PROVINCE_REPORT: OfficialDocument = {
  issuer: { superior: "Tổng Liên đoàn Lao động Việt Nam", name: "Liên đoàn Lao động tỉnh Lai Châu" },
  number: "87",
  notation: "BC-LĐLĐ",
  place: "Lai Châu",
  issuedOn: "2021-06-09",
  kindTitle: "Báo cáo",
  subject: "Kết quả tham gia Chương trình Hành trình Đỏ lần thứ IX năm 2021, “Giọt hồng Sông Đà” lần thứ IV",
  mark: "DỮ LIỆU MẪU",
  blocks: [
    { type: "paragraph", text: "Căn cứ Kế hoạch số 204/KH-BCĐ ngày 02/10/2020;", italic: true },
    { type: "heading", level: 1, text: "I. KẾT QUẢ" },
    { type: "heading", level: 2, text: "1. Kết quả theo công đoàn" },
    {
      type: "table",
      caption: "Kết quả theo công đoàn cấp trên trực tiếp cơ sở",
      columns: COLUMNS,
      groups: [
        { title: "Chỉ tiêu (đơn vị máu)", from: 2, span: 2 },
        { title: "Kết quả", from: 4, span: 5 },
      ],
      rows: [
        ...byUnion,
        {
          emphasis: "total",
          cells: ["", "Tổng cộng", "605", "660", "800", "640", "640", "224.000", "105,8%", ""],
        },
      ],
    },
    { type: "heading", level: 2, text: "2. Kết quả theo công đoàn cơ sở" },
    { type: "table", landscape: true, columns: COLUMNS, rows: byGrassroots },
    { type: "heading", level: 1, text: "II. KIẾN NGHỊ" },
    { type: "paragraph", text: "Trên đây là báo cáo của Ban Thường vụ Liên đoàn Lao động tỉnh." },
  ],
  recipients: ["Tổng Liên đoàn LĐVN (B/c)", "Hội Chữ thập đỏ tỉnh;", "Lưu: VP, CSPL&QHLĐ."],
  signature: { lines: ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"], name: "Nguyễn Văn Mẫu" },
};

export const GRASSROOTS_REPORT: OfficialDocument = {
  issuer: { name: "Công đoàn cơ sở Trường THPT Bản Mẫu" },
  notation: "BC-CĐCS",
  place: "Tam Đường",
  kindTitle: "BÁO CÁO",
  subject: "Kết quả tham gia đợt hiến máu ngày 09/06/2021",
  mark: "DỰ THẢO",
  addressees: ["Liên đoàn Lao động huyện Tam Đường"],
  blocks: [
    { type: "paragraph", text: "Ban Chấp hành Công đoàn cơ sở báo cáo kết quả như sau:" },
    {
      type: "table",
      columns: [
        { title: "Nội dung", width: 5, align: "left" },
        { title: "Chỉ tiêu", width: 2, align: "right" },
        { title: "Kết quả", width: 2, align: "right" },
      ],
      rows: [{ cells: ["Số người đã hiến máu", "–", "11"] }, { cells: ["Đơn vị máu", "10", "11"] }],
    },
  ],
  recipients: ["Như kính gửi", "Lưu: CĐCS"],
  signature: { lines: ["TM. BAN CHẤP HÀNH", "CHỦ TỊCH"], name: "Lò Thị Mẫu" },
};

export const CONG_VAN: OfficialDocument = {
  issuer: { superior: "Liên đoàn Lao động tỉnh Lai Châu", name: "Liên đoàn Lao động huyện Tam Đường" },
  number: "5",
  notation: "LĐLĐ",
  place: "Tam Đường",
  issuedOn: "2021-02-05",
  subject: "V/v tuyên truyền thực hiện Chương trình Hành trình Đỏ lần thứ IX năm 2021",
  addressees: ["Công đoàn cơ sở các cơ quan trên địa bàn huyện;", "Công đoàn cơ sở xã, thị trấn."],
  blocks: [
    { type: "paragraph", text: "Ban Thường vụ đề nghị các công đoàn cơ sở triển khai một số nội dung sau:" },
    {
      type: "paragraph",
      text: "1. Tổ chức quán triệt đến đoàn viên.\n2. Kết thúc mỗi đợt báo cáo kết quả để tổng hợp.",
    },
  ],
  recipients: ["Như kính gửi", "LĐLĐ tỉnh (B/c)", "Lưu: VT"],
  signature: { lines: ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"], name: "Vàng A Mẫu" },
};
