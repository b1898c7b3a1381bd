// vi-data: the letters of the demo, in the words of a provincial federation; numbers, dates and plans are invented.
// They are read by the program's own reader like any other letter, and the targets of the demo come from their lists.
import { formatDay, formatDayInWords } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";

/** Assigned to the units directly below the province, in đơn vị máu, in the letter's order. */
export type Shares = readonly (readonly [key: string, called: string, value: number])[];

const SHARES_2021: Shares = [
  ["thanhpho", "LĐLĐ thành phố Lai Châu", 140],
  ["tamduong", "LĐLĐ huyện Tam Đường", 110],
  ["phongtho", "LĐLĐ huyện Phong Thổ", 95],
  ["sinho", "LĐLĐ huyện Sìn Hồ", 85],
  ["namnhun", "LĐLĐ huyện Nậm Nhùn", 60],
  ["muongte", "LĐLĐ huyện Mường Tè", 65],
  ["thanuyen", "LĐLĐ huyện Than Uyên", 100],
  ["tanuyen", "LĐLĐ huyện Tân Uyên", 90],
  ["giaoduc", "Công đoàn ngành Giáo dục", 80],
  ["yte", "Công đoàn ngành Y tế", 80],
  ["vienchuc", "Công đoàn Viên chức tỉnh", 50],
  ["caysoi1", "CĐCS Thủy điện Cây Sồi 1", 20],
  ["hoasu1", "CĐCS Ngân hàng Hoa Sứ 1", 15],
  ["hoagiay1", "CĐCS Bưu chính Hoa Giấy 1", 10],
];

const SHARES_2020: Shares = SHARES_2021.map(([key, called, value]) => [
  key,
  called,
  Math.round(value * 0.19),
]);

export interface Edition {
  readonly year: number;
  readonly day: string;
  readonly number: string;
  readonly plan: { readonly number: string; readonly day: string };
  readonly journey: string;
  readonly journeyNo: number;
  readonly riverNo: string;
  readonly shares: Shares;
}

export const EDITION_2020: Edition = {
  year: 2020,
  day: "2020-02-24",
  number: "58/LĐLĐ-CSPL",
  plan: { number: "19/KH-BCĐ", day: "2020-02-06" },
  journey: "VIII",
  journeyNo: 8,
  riverNo: "III",
  shares: SHARES_2020,
};

export const EDITION_2021: Edition = {
  year: 2021,
  day: "2021-01-25",
  number: "27/LĐLĐ-CSPL",
  plan: { number: "12/KH-BCĐ", day: "2021-01-11" },
  journey: "IX",
  journeyNo: 9,
  riverNo: "IV",
  shares: SHARES_2021,
};

const SHARES_2025: Shares = [
  ["thanhpho", "LĐLĐ thành phố Lai Châu", 75],
  ["tamduong", "LĐLĐ huyện Tam Đường", 55],
  ["phongtho", "LĐLĐ huyện Phong Thổ", 50],
  ["sinho", "LĐLĐ huyện Sìn Hồ", 60],
  ["namnhun", "LĐLĐ huyện Nậm Nhùn", 35],
  ["muongte", "LĐLĐ huyện Mường Tè", 35],
  ["thanuyen", "LĐLĐ huyện Than Uyên", 45],
  ["tanuyen", "LĐLĐ huyện Tân Uyên", 45],
  ["giaoduc", "Công đoàn ngành Giáo dục", 25],
  ["yte", "Công đoàn ngành Y tế", 30],
  ["vienchuc", "Công đoàn Viên chức tỉnh", 15],
  ["caysoi1", "CĐCS Thủy điện Cây Sồi 1", 12],
  ["hoasu1", "CĐCS Ngân hàng Hoa Sứ 1", 10],
  ["hoagiay1", "CĐCS Bưu chính Hoa Giấy 1", 8],
];

/** Its period is that of the national journey, 30 May to 30 July: both re-organisations fall into it. */
export const EDITION_2025: Edition = {
  year: 2025,
  day: "2025-05-08",
  number: "86/LĐLĐ-CSPL",
  plan: { number: "41/KH-BCĐ", day: "2025-04-22" },
  journey: "XIII",
  journeyNo: 13,
  riverNo: "VIII",
  shares: SHARES_2025,
};

export const totalOf = (shares: Shares): number => shares.reduce((sum, [, , value]) => sum + value, 0);

export const PROGRAMME = "Hành trình Đỏ";
export const campaignName = ({ riverNo, journey, year }: Edition): string =>
  `Giọt hồng Sông Đà lần thứ ${riverNo}, Hành trình Đỏ lần thứ ${journey} năm ${year}`;
const programmeOf = ({ riverNo, journey, year }: Edition): string =>
  `Chương trình Hành trình Đỏ lần thứ ${journey} năm ${year}, “Giọt hồng Sông Đà” lần thứ ${riverNo} tỉnh Lai Châu`;

const HEAD = `TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc`;

const ADDRESSEES = `Kính gửi:

- Liên đoàn Lao động các huyện, thành phố;
- Công đoàn ngành, Công đoàn Viên chức tỉnh;
- Công đoàn cơ sở Trung ương đóng trên địa bàn tỉnh.`;

const FOOT = `Nơi nhận:

- Như kính gửi;
- Tổng Liên đoàn Lao động Việt Nam (B/c);
- Ban Chỉ đạo vận động HMTN tỉnh (B/c);
- Hội Chữ thập đỏ tỉnh (để phối hợp);
- Lưu: VP, CSPL&QHLĐ.

TM. BAN THƯỜNG VỤ
PHÓ CHỦ TỊCH

(Đã ký)

Đèo Thị Thu Sương`;

const plannedBy = ({ plan }: Edition): string =>
  `Kế hoạch số ${plan.number}, ngày ${formatDay(plan.day)} của Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh`;

/** What the letter orders: last year's did it in fewer words. */
function orders(edition: Edition): string[] {
  const { shares } = edition;
  const numbers = `Phấn đấu hoàn thành và vượt chỉ tiêu ${formatCount(totalOf(shares))} đơn vị máu, cụ thể như sau:
${shares.map(([, called, value]) => `- ${called}: ${formatCount(value)} đơn vị máu;`).join("\n")}
Tổng cộng: ${formatCount(totalOf(shares))} đơn vị máu.`;
  const report =
    "Trong vòng 03 ngày sau mỗi đợt hiến máu, các đơn vị báo cáo kết quả về Liên đoàn Lao động tỉnh qua Ban Chính sách pháp luật và Quan hệ lao động để tổng hợp.";
  const spread = `Tổ chức quán triệt ${plannedBy(edition)}; tuyên truyền ý nghĩa của việc hiến máu tình nguyện cứu người đến toàn thể đoàn viên, người lao động`;
  return edition.year === 2020
    ? [`1. ${spread}.`, `2. ${numbers}`, `3. ${report}`]
    : [
        `1. ${spread} qua sinh hoạt công đoàn, bảng tin, loa truyền thanh và nhóm Zalo.`,
        `2. Vận động đoàn viên, người lao động đủ điều kiện sức khỏe tự nguyện đăng ký hiến máu và hiến máu định kỳ; vận động đồng nghiệp, người thân cùng tham gia. ${numbers}`,
        `3. Phối hợp với Hội Chữ thập đỏ và cơ sở y tế địa phương chuẩn bị từng đợt hiến máu an toàn, tiết kiệm, hiệu quả${edition.year === 2021 ? "; thực hiện nghiêm các biện pháp phòng, chống dịch Covid-19" : ""}.`,
        `4. ${report}`,
      ];
}

/** The letter that starts an edition. */
export function editionLetter(edition: Edition): string {
  const { day, number } = edition;
  const programme = programmeOf(edition);
  const planned = plannedBy(edition);
  return `${HEAD}

Số: ${number}

Lai Châu, ${formatDayInWords(day)}

V/v tuyên truyền, vận động hiến máu tình nguyện thực hiện
${programme}

${ADDRESSEES}

Căn cứ ${planned} về tổ chức ${programme}.

Ban Thường vụ Liên đoàn Lao động tỉnh đề nghị các cấp công đoàn trong tỉnh triển khai một số nội dung sau:

${orders(edition).join("\n\n")}

Đề nghị các cấp công đoàn quan tâm thực hiện./.

${FOOT}
`;
}

/** A second letter, two weeks before the main day: recent, so that not everyone has answered it yet. */
export const mainDayLetter = (): string => `${HEAD}

Số: 143/LĐLĐ-CSPL

Lai Châu, ${formatDayInWords("2021-05-26")}

V/v chuẩn bị tham gia Ngày hội chính hiến máu tình nguyện
“Giọt hồng Sông Đà” lần thứ IV năm 2021

${ADDRESSEES}

Căn cứ Công văn số ${EDITION_2021.number}, ngày ${formatDay(EDITION_2021.day)} của Liên đoàn Lao động tỉnh về việc tuyên truyền, vận động hiến máu tình nguyện năm 2021.

Ban Thường vụ Liên đoàn Lao động tỉnh đề nghị các cấp công đoàn thực hiện một số nội dung sau:

1. Thông báo rộng rãi, tuyên truyền đến đoàn viên, người lao động về Ngày hội chính tổ chức ngày 09/6/2021 tại Trung tâm Hội nghị - Văn hóa tỉnh.

2. Lập danh sách đăng ký hiến máu của từng công đoàn cơ sở, giữ chỗ theo khung giờ trước ngày 05/6/2021; nhắc người đăng ký tự xác nhận.

3. Thực hiện nghiêm công tác phòng, chống dịch Covid-19: chia khung giờ, đeo khẩu trang, giữ khoảng cách tại điểm hiến máu.

Đề nghị các cấp công đoàn quan tâm thực hiện./.

${FOOT}
`;

/** The first letter under the new letterhead, to the unions as they stand since 1 July 2025. */
export const secondHalfLetter = (superior: string): string => `${superior}
LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/LĐLĐ

Lai Châu, ${formatDayInWords("2025-07-03")}

V/v tiếp tục vận động hiến máu tình nguyện sau khi sắp xếp tổ chức,
“Giọt hồng Sông Đà” lần thứ VIII năm 2025

Kính gửi:

- Công đoàn các xã, phường;
- Công đoàn cơ sở trực thuộc Liên đoàn Lao động tỉnh.

Căn cứ Công văn số ${EDITION_2025.number}, ngày ${formatDay(EDITION_2025.day)} của Liên đoàn Lao động tỉnh về việc tuyên truyền, vận động hiến máu tình nguyện năm 2025.

Ban Thường vụ Liên đoàn Lao động tỉnh đề nghị các cấp công đoàn thực hiện một số nội dung sau:

1. Thông báo rộng rãi, tuyên truyền đến đoàn viên, người lao động về ngày hội hiến máu tổ chức ngày 26/7/2025 tại Trung tâm Hội nghị - Văn hóa tỉnh.

2. Lập danh sách đăng ký hiến máu của từng công đoàn cơ sở, giữ chỗ theo khung giờ trước ngày 22/7/2025; nhắc người đăng ký tự xác nhận.

3. Người thôi là đoàn viên do kết thúc hoạt động công đoàn cơ sở vẫn được hướng dẫn tham gia hiến máu qua Ủy ban Mặt trận Tổ quốc, Hội Chữ thập đỏ nơi cư trú.

Đề nghị các cấp công đoàn quan tâm thực hiện./.

Nơi nhận:

- Như kính gửi;
- Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh (B/c);
- Ban Chỉ đạo vận động HMTN tỉnh (B/c);
- Lưu: VT, Ban Công tác Công đoàn.

TM. BAN THƯỜNG VỤ
PHÓ CHỦ TỊCH

(Đã ký)

Đèo Thị Thu Sương
`;
