// Addresses of a unit's campaigns; targets and the overview stand below one of them.
import { atUnit } from "../../account/web/paths.ts";

export const campaignsPath = (unitId: string): string => atUnit(unitId, "chien-dich");
export const targetsPath = (unitId: string, campaignId: string): string =>
  atUnit(unitId, "chien-dich", campaignId, "chi-tieu");
export const invitePath = (unitId: string, campaignId: string): string =>
  atUnit(unitId, "chien-dich", campaignId, "moi");
export const overviewPath = (unitId: string, campaignId: string): string =>
  atUnit(unitId, "chien-dich", campaignId, "toan-canh");
