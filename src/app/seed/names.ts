// vi-data: syllables that the names of the seeded country are put together from. Places, unions and people are chance
// meetings of syllables: none is meant, and many share a name, as in life.
import { draw, FOR, upTo } from "./chance.ts";
import { type Country, LEVEL, levelOf } from "./country.ts";

const list = (words: string): readonly string[] => words.split(" ");

export type NamePart = "surname" | "middle" | "given";

const SURNAMES = list(
  "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Tô Lâm Tạ Lò Giàng Sùng Hà Y Điểu Thạch Chu",
);
const MIDDLES = {
  female: list("Thị Thị Thị Thị Thu Ngọc Thanh Minh Phương Hồng Bích Kim Mỹ Diệu Quỳnh Hoài"),
  male: list("Văn Văn Văn Văn Đức Minh Quang Xuân Hữu Mạnh Tiến Công Đình Quốc Thành Bá"),
} as const;
const GIVEN = {
  female: list(
    "Lan Hoa Hương Hạnh Nga Thủy Vân Yến Thảo Ngân Dung Hằng Liên Loan Mai Nhung Oanh Trang Tuyết Anh Chi Hiền Huệ Linh Ly Ngọc Nhi Phượng Quyên Tâm Thơm Thúy Trâm Uyên Xuân Bình Diễm Giang",
  ),
  male: list(
    "Hùng Dũng Tuấn Cường Sơn Hải Long Nam Bình Thắng Khánh Toàn Phúc Quân Trung Việt Đạt Kiên Anh An Bảo Chiến Duy Giang Hà Hiếu Hòa Huy Khoa Lâm Lộc Nghĩa Phong Tài Tân Thịnh Tú Vinh",
  ),
} as const;

export const partsOf = (sex: "female" | "male", what: NamePart): readonly string[] =>
  what === "surname" ? SURNAMES : what === "middle" ? MIDDLES[sex] : GIVEN[sex];

const FIRST = list(
  "Sông Núi Đồng Suối Rừng Bãi Vườn Biển Hồ Đèo Bến Cồn Gò Trảng Thung Ghềnh Đầm Mường Bản Làng Tân Phú An Vĩnh Thạnh Long Bình Hòa Yên Quảng Đông Tây Nam Bắc Thượng Hạ Xuân Thu",
);
const SECOND = list(
  "Mây Trà Lúa Sim Mận Tre Sen Ban Bưởi Sao Trăng Gió Nắng Sương Đào Mơ Quế Hồi Lim Trúc Cau Dừa Mía Bàng Gạo Sung Muồng Phượng Ngâu Nhài Cúc Lê Chàm Lau Sậy Thông Dẻ Trám Vải Chè",
);
const at = (words: readonly string[], index: number): string => words[index % words.length] ?? "";
/** Places by number: the first sixteen hundred differ, then they begin again, as communes of two provinces may. */
const placeNo = (no: number): string => `${at(FIRST, no * 7)} ${at(SECOND, no * 11 + Math.floor(no / 40))}`;

const PLANTS = list(
  "Hoa_Ban Hoa_Mận Hoa_Sen Hoa_Cúc Hoa_Lan Hoa_Đào Hoa_Gạo Hoa_Mai Cây_Lim Cây_Quế Cây_Đa Cây_Tre Sa_Mu Hướng_Dương",
);
const EMPLOYERS = [
  "Trường Tiểu học",
  "Trường Trung học cơ sở",
  "Trường Mầm non",
  "Công ty cổ phần",
  "Công ty TNHH",
  "Công ty May",
  "Công ty Giày",
  "Công ty Điện tử",
  "Hợp tác xã",
  "Trung tâm Y tế",
  "Nhà máy",
  "Công ty Vận tải",
] as const;
const OFFICES = ["Cơ quan", "Ủy ban nhân dân xã", "Trường Tiểu học", "Phòng Tài chính"] as const;

export interface UnitName {
  readonly name: string;
  readonly shortName: string;
  readonly notation: string;
  readonly placeName: string;
  /** The line above its own name on its letters. */
  readonly superiorName: string | null;
  readonly central: boolean;
}

/** The place of a federation, by its index among all of before. */
function provincePlace(country: Country, unit: number): string {
  const p = country.units.province[unit] ?? 0;
  const first = country.provinces[p]?.federations[0] ?? 0;
  return placeNo(p * 3 + (levelOf(country, unit) === LEVEL.province ? unit - first : 0));
}
/** Districts and communes are numbered through the country so that their places differ as long as there are some. */
const placeIn = (unit: number): string => placeNo(150 + unit * 13);

/** What a unit is called. Names stay through the re-organisation. */
export function unitName(country: Country, unit: number): UnitName {
  const province = provincePlace(country, unit);
  const chance = (nth: number, below: number): number =>
    upTo(draw(country.seed, FOR.unitName, unit, nth), below);
  const plain = { central: false, superiorName: null as string | null };
  switch (levelOf(country, unit)) {
    case LEVEL.root:
      return {
        ...plain,
        name: "Tổng Liên đoàn Lao động Việt Nam (mẫu)",
        shortName: "Tổng Liên đoàn (mẫu)",
        notation: "TLĐ",
        placeName: "Hà Nội",
      };
    case LEVEL.province:
      return {
        ...plain,
        name: `Liên đoàn Lao động tỉnh ${province}`,
        shortName: `LĐLĐ tỉnh ${province}`,
        superiorName: "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
        notation: "LĐLĐ",
        placeName: province,
      };
    case LEVEL.district: {
      const place = placeIn(unit);
      return {
        ...plain,
        name: `Liên đoàn Lao động huyện ${place}`,
        shortName: `LĐLĐ huyện ${place}`,
        superiorName: `LIÊN ĐOÀN LAO ĐỘNG TỈNH ${provincePlace(country, country.units.before[unit] ?? 0).toUpperCase()}`,
        notation: "LĐLĐ",
        placeName: place,
      };
    }
    case LEVEL.commune:
    case LEVEL.area: {
      const block = country.provinces[country.units.province[unit] ?? 0];
      const area = levelOf(country, unit) === LEVEL.area;
      const nth = unit - ((area ? block?.areas[0] : block?.communes[0]) ?? 0);
      const place = placeIn((block?.areas[0] ?? 0) + nth);
      const ward = nth % 5 === 0;
      if (area)
        return {
          ...plain,
          name: `${ward ? "Phường" : "Xã"} ${place}`,
          shortName: `${ward ? "P." : "Xã"} ${place}`,
          notation: "",
          placeName: place,
        };
      return {
        ...plain,
        name: `Công đoàn ${ward ? "phường" : "xã"} ${place}`,
        shortName: `CĐ ${ward ? "phường" : "xã"} ${place}`,
        superiorName: `LIÊN ĐOÀN LAO ĐỘNG TỈNH ${province.toUpperCase()}`,
        notation: "CĐ",
        placeName: place,
      };
    }
    case LEVEL.facility:
      return {
        ...plain,
        name: `Bệnh viện Đa khoa tỉnh ${province}`,
        shortName: `BVĐK tỉnh ${province}`,
        notation: "BV",
        placeName: province,
      };
    case LEVEL.section: {
      const nth = 1 + chance(0, 12);
      return {
        ...plain,
        name: `Công đoàn bộ phận Phân xưởng ${nth}`,
        shortName: `CĐBP Phân xưởng ${nth}`,
        notation: "CĐBP",
        placeName: province,
      };
    }
    case LEVEL.group: {
      const nth = 1 + chance(0, 30);
      return {
        ...plain,
        name: `Tổ công đoàn số ${nth}`,
        shortName: `Tổ CĐ số ${nth}`,
        notation: "TCĐ",
        placeName: province,
      };
    }
    default: {
      const ends = country.units.change[unit] === 2;
      const kind = ends ? at(OFFICES, chance(1, OFFICES.length)) : at(EMPLOYERS, chance(1, EMPLOYERS.length));
      const plant = at(PLANTS, chance(2, PLANTS.length)).replace("_", " ");
      const called = `${kind} ${plant} ${1 + chance(3, 9)}`;
      const above = country.units.before[unit] ?? 0;
      return {
        name: `Công đoàn cơ sở ${called}`,
        shortName: `CĐCS ${called}`,
        superiorName: null,
        notation: "CĐCS",
        placeName: province,
        central: levelOf(country, above) === LEVEL.province,
      };
    }
  }
}
