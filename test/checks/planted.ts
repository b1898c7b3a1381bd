// Small trees with planted faults, so that each check proves it can see what it is for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

export interface Finding {
  readonly problems: readonly string[];
  readonly note: string;
}

/** Writes the files into a new folder; answers its path. The caller removes it with `uproot`. */
export function plant(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(os.tmpdir(), "giothong-planted-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

export const uproot = (root: string): void => rmSync(root, { recursive: true, force: true });

/** A function of one of the check modules, which are plain JavaScript so that they run before any build. */
export async function fromCheck<F>(file: string, name: string): Promise<F> {
  const module: Record<string, F> = await import(new URL(`../../scripts/${file}`, import.meta.url).href);
  const found = module[name];
  if (found === undefined) throw new Error(`scripts/${file} has no ${name}`);
  return found;
}

/** Plants the files and runs one check over them. */
export async function check(
  file: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<Finding> {
  const run = await fromCheck<(root: string) => Finding | Promise<Finding>>(`check/${file}`, name);
  const root = plant(files);
  onTestFinished(() => uproot(root));
  return run(root);
}
