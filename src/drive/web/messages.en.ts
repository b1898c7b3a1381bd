// Words of the screens of donation days.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {};
