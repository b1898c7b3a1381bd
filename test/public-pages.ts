// A stranger's browser without scripts: pages by injection, forms as a plain HTML form sends them, cookies kept.
import { expect } from "vitest";
import { makeInvitation } from "../src/donor/contract.ts";
import type { CastName, UnitName } from "./cast.ts";
import type { World } from "./world.ts";

export interface Shown {
  readonly status: number;
  readonly page: string;
  readonly headers: Record<string, unknown>;
}

export interface Phone {
  get(path: string, headers?: Record<string, string>): Promise<Shown>;
  /** Sends a form and follows where it leads. */
  post(path: string, fields: Record<string, string>): Promise<Shown & { readonly at: string }>;
}

let phones = 0;

/** A phone of its own: an address, and what pages asked it to keep. */
export function phone(world: World): Phone {
  phones++;
  const remoteAddress = `10.77.${phones >> 8}.${phones & 255}`;
  const cookies = new Map<string, string>();
  const send = async (
    method: "GET" | "POST",
    url: string,
    fields?: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const reply = await world.server.inject({
      method,
      url,
      remoteAddress,
      cookies: Object.fromEntries(cookies),
      headers: {
        ...headers,
        ...(fields && { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
    });
    for (const { name, value, maxAge, expires } of reply.cookies) {
      if (maxAge === 0 || (expires !== undefined && expires.getTime() === 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return reply;
  };
  return {
    async get(path, headers) {
      const reply = await send("GET", path, undefined, headers);
      return { status: reply.statusCode, page: reply.body, headers: reply.headers };
    },
    async post(path, fields) {
      let reply = await send("POST", path, fields);
      let at = path;
      if (reply.statusCode === 303) {
        at = String(reply.headers.location);
        reply = await send("GET", at);
      }
      return { status: reply.statusCode, page: reply.body, headers: reply.headers, at };
    },
  };
}

/** The code of the unit's link, made by its officer. */
export async function invite(
  world: World,
  who: CastName,
  unit: UnitName,
  campaignId: string,
): Promise<string> {
  const { status, body } = await world
    .as(who)
    .call(makeInvitation, { params: { unitId: world.units[unit], campaignId } });
  expect(status).toBe(200);
  return body.code;
}

/** What the form on a page would send if nobody touched it: hidden fields, and what is ticked. */
export function fieldsOf(page: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (name === undefined) continue;
    if (/type="(radio|checkbox)"/.test(tag) && !/\schecked/.test(tag)) continue;
    fields[name] = value;
  }
  return fields;
}

/** An honest entry; each test changes what it is about. */
export const ENTRY = {
  do: "register",
  fullName: "Vàng Thị Mẫu",
  birthDay: "1",
  birthMonth: "5",
  birthYear: "1990",
  sex: "female",
  phone: "0912 000 111",
  relation: "member",
  takePart: "yes",
} as const;

/** Fills the form of a time as somebody would, and sends it. */
export async function registerAt(
  on: Phone,
  code: string,
  slotId: string,
  changes: Record<string, string> = {},
) {
  const path = `/m/${code}/${slotId}`;
  const form = await on.get(path);
  const fields: Record<string, string> = { ...fieldsOf(form.page), ...ENTRY, ...changes };
  return { fields, ...(await on.post(path, fields)) };
}
