/** Installs what the lock file asks for unless it is already there. */
export function ensureInstalled(options: { dev: boolean }): Promise<void>;
/** Builds `dist/` unless it is newer than every source. */
export function ensureBuilt(): Promise<void>;
