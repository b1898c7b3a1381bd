// The demo as planned: the same on every machine, fictional where it must be, and fit to give blood.
import { expect, it } from "vitest";
import { addDays } from "../../platform/pure/calendar.ts";
import { chanceFrom } from "./chance.ts";
import { DEMO_DAY } from "./people.ts";
import { planDemo } from "./plan.ts";
import { PROVINCE } from "./tree.ts";

const { tree, people, accounts } = planDemo();

it("has the province, eleven intermediate unions, grassroots unions with sections and groups, and those beside", () => {
  const of = (...kinds: string[]) => tree.filter(({ kind }) => kinds.includes(kind)).length;
  expect(tree).toHaveLength(60);
  expect(of("federation")).toBe(1);
  expect(of("district-federation", "sector-union", "civil-servant-union")).toBe(11);
  expect(of("grassroots")).toBe(35);
  expect(of("section", "group")).toBe(10);
  expect(of("facility", "red-cross", "steering-committee")).toBe(3);
  expect(tree.filter(({ central, parent }) => central && parent === PROVINCE)).toHaveLength(3);
});

it("has two thousand people", () => {
  expect(people).toHaveLength(2000);
});

it("is the same each time it is planned", () => {
  const again = planDemo();
  expect(again.tree).toEqual(tree);
  expect(again.people).toEqual(people);
  expect(again.accounts).toEqual(accounts);
});

it("names no id twice, and no unit or sign-in", () => {
  const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);
  unique([...tree, ...people, ...accounts].map(({ id }) => id));
  unique(tree.map(({ name }) => name));
  unique(tree.map(({ shortName }) => shortName));
  unique(accounts.map(({ login }) => login));
});

it("names a grassroots union by a plant and a number, never by a place", () => {
  const places = tree.map(({ placeName }) => placeName);
  for (const unit of tree.filter(({ kind }) => ["grassroots", "section", "group"].includes(kind))) {
    expect(unit.name).toMatch(
      / (Hoa|Cây|Sa|Hướng|Ngọc|Lá) .*\d$|(Hướng Dương|Ngọc Lan|Sa Mu|Hoa \p{L}+) \d$/u,
    );
    expect(places.filter((place) => unit.name.includes(place))).toEqual([]);
  }
});

it("has nobody under 18 or over 58 on the day it opens", () => {
  for (const { birthDate } of people) {
    expect(birthDate <= `${Number(DEMO_DAY.slice(0, 4)) - 18}${DEMO_DAY.slice(4)}`).toBe(true);
    expect(birthDate > `${Number(DEMO_DAY.slice(0, 4)) - 59}${DEMO_DAY.slice(4)}`).toBe(true);
  }
});

it("lists nobody in a unit before they were 18", () => {
  for (const { birthDate, from } of people) {
    expect(
      from >= `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4).replace("02-29", "02-28")}`,
    ).toBe(true);
    expect(from < addDays(DEMO_DAY, 1)).toBe(true);
  }
});

it("could reach nobody: numbers of no network, addresses of no domain", () => {
  for (const { phone, email } of people) {
    if (phone !== undefined) expect(phone).toMatch(/^0000\d{6}$/);
    if (email !== undefined) expect(email).toMatch(/^[a-z.]+\d+@example\.test$/);
  }
  const phones = people.flatMap(({ phone }) => phone ?? []);
  expect(new Set(phones).size).toBe(phones.length);
});

it("has relatives and workers beside members, and a few counted in two places", () => {
  for (const kind of ["relative", "worker"]) {
    const share = people.filter(({ relation }) => relation === kind).length / people.length;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.08);
  }
  expect(people.filter(({ also }) => also !== undefined).length).toBeGreaterThan(5);
  expect(people.filter(({ also, unit }) => also === unit)).toEqual([]);
});

it("draws evenly, from one seed one row and from another another", () => {
  const draws = (seed: number) => {
    const chance = chanceFrom(seed);
    return Array.from({ length: 10_000 }, () => chance.int(1, 10));
  };
  const counts = Array.from({ length: 10 }, (_, i) => draws(7).filter((drawn) => drawn === i + 1).length);
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
});
