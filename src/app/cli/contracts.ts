// One command-line verb per endpoint, made from the contracts: `giothong directive issue --unit-id … --directive-id …`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import type { Command } from "commander";
import type { AnyContract } from "../../platform/contract/contract.ts";
import { isWrite } from "../../platform/contract/contract.ts";
import { newId } from "../../platform/pure/ids.ts";
import { ROUTES } from "../capabilities.ts";
import { readInput, readText } from "./input.ts";
import { BadInput } from "./problem.ts";
import { words } from "./words.ts";

const SESSION_FOLDER = join(homedir(), ".giothong");
const SESSION_FILE = join(SESSION_FOLDER, "session");

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Adds `capability operation` verbs for every contract the server answers with JSON or a file. */
export function addContractVerbs(program: Command): void {
  const groups = new Map<string, Command>();
  for (const { contract } of ROUTES) {
    if (contract.produces === "html") continue;
    const [capability, verb] = contract.id.split(".") as [string, string];
    let group = groups.get(capability);
    if (group === undefined) {
      group = program.commands.find((found) => found.name() === capability) ?? program.command(capability);
      groups.set(capability, group);
    }
    addVerb(group.command(verb).description(contract.summary), contract);
  }
}

function addVerb(command: Command, contract: AnyContract): void {
  for (const name of fieldsOf(contract.params)) command.requiredOption(`--${kebab(name)} <id>`);
  for (const name of fieldsOf(contract.query)) command.option(`--${kebab(name)} <value>`);
  if (contract.id === "account.sign-in") command.requiredOption("--login <login>", words("cli.password-env"));
  else if (contract.accepts) command.requiredOption("--file <file>", words("cli.file"));
  else if (contract.body) command.option("--body <json>", words("cli.body"));
  if (contract.produces) command.requiredOption("--out <file>", words("cli.out"));
  if (isWrite(contract)) command.option("--key <uuid>", words("cli.key"));
  command.option("--json", words("cli.json"));
  command.action((options: Record<string, string>) => run(contract, options));
}

const fieldsOf = (shape: AnyContract["params"]): string[] =>
  shape === undefined ? [] : Object.keys((shape as { shape: object }).shape);

async function run(contract: AnyContract, options: Record<string, string>): Promise<void> {
  const base = (process.env.GIOTHONG_URL ?? "http://localhost:4160").replace(/\/+$/, "");
  const address = addressOf(contract, options);
  const headers: Record<string, string> = { "content-type": "application/json" };
  const session = process.env.GIOTHONG_SESSION ?? (await readFile(SESSION_FILE, "utf8").catch(() => ""));
  if (session !== "") headers.cookie = session.trim();
  if (isWrite(contract)) headers["idempotency-key"] = options.key ?? newId();
  const body = await bodyOf(contract, options, headers);
  const response = await fetch(`${base}${address}`, {
    method: contract.method,
    headers,
    ...(isWrite(contract) && { body }),
  }).catch(() => {
    throw new BadInput(words("cli.server-away", { url: base }));
  });
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({ title: response.statusText }))) as {
      title: string;
    };
    throw new BadInput(
      response.status === 401 && session === "" ? words("cli.not-signed-in") : problem.title,
    );
  }
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith("giothong_session="));
  if (cookie !== undefined) {
    await mkdir(SESSION_FOLDER, { recursive: true, mode: 0o700 });
    await writeFile(SESSION_FILE, cookie.split(";")[0] as string, { mode: 0o600 });
  }
  if (contract.produces) {
    await writeFile(options.out as string, Buffer.from(await response.arrayBuffer()));
    return;
  }
  const answer: unknown = await response.json();
  process.stdout.write(`${JSON.stringify(answer, null, options.json === undefined ? 2 : 0)}\n`);
}

function addressOf(contract: AnyContract, options: Record<string, string>): string {
  const given = (name: string): string | undefined => options[camel(kebab(name))];
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given(name) ?? ""));
  const query = new URLSearchParams();
  for (const name of fieldsOf(contract.query)) {
    const value = given(name);
    if (value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** JSON as given, or a file as it is; names a file's form in `headers`. */
async function bodyOf(
  contract: AnyContract,
  options: Record<string, string>,
  headers: Record<string, string>,
): Promise<BodyInit> {
  if (contract.accepts) {
    const file = options.file as string;
    headers["content-type"] = "application/octet-stream";
    headers["x-file-name"] = encodeURIComponent(basename(file));
    return readFile(file).catch(() => {
      throw new BadInput(words("cli.file-missing", { file }));
    });
  }
  return JSON.stringify(await jsonOf(contract, options));
}

async function jsonOf(contract: AnyContract, options: Record<string, string>): Promise<unknown> {
  if (contract.id === "account.sign-in") {
    return { login: options.login, password: process.env.GIOTHONG_PASSWORD ?? "" };
  }
  const given = options.body;
  if (given === undefined) return {};
  const text =
    given === "-" ? await readInput() : given.startsWith("@") ? await readText(given.slice(1)) : given;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(words("cli.bad-input", { detail: `--body: ${(error as Error).message}` }));
  }
}
