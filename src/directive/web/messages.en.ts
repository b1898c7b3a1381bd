// Words of the screens of directive.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
};
