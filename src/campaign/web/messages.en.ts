// Words of the screens of campaign.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
};
