// Names of campaigns, drives and places as unions give them.
// vi-data: such names are Vietnamese in every interface language.
import { type Country, LEVEL, levelOf } from "../country.ts";
import { unitName } from "../names.ts";
import type { Campaign } from "./campaigns.ts";
import { seasonOf } from "./seasons.ts";

export const PROGRAMME = {
  nation: "Giọt hồng công đoàn (mẫu)",
  federation: "Hành trình nhân ái (mẫu)",
} as const;

export const campaignName = (country: Country, { no, unit }: Pick<Campaign, "no" | "unit">): string => {
  const year = seasonOf(no, country).from.slice(0, 4);
  return unit === 0
    ? `${PROGRAMME.nation} năm ${year}, đợt ${no + 1}`
    : `${PROGRAMME.federation} năm ${year}, ${unitName(country, unit).shortName}`;
};

export const driveName = (country: Country, host: number, nth: number): string =>
  `Ngày hội hiến máu ${nth + 1} - ${unitName(country, host).shortName}`.slice(0, 160).normalize("NFC");

export const facilityPlace = (country: Country, host: number): string =>
  `Hội trường ${unitName(country, host).shortName}`.slice(0, 200);

export function unitKind(country: Country, unit: number): string {
  switch (levelOf(country, unit)) {
    case LEVEL.root:
      return "confederation";
    case LEVEL.province:
      return "federation";
    case LEVEL.district:
      return "district-federation";
    case LEVEL.commune:
      return "commune-union";
    default:
      return "grassroots";
  }
}
