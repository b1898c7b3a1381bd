// Counting knocks at doors: one count for all, each door with a limit of its own apart, and never a locked house.
import { expect, it } from "vitest";
import { HitCounter, limitStore } from "./siblings.ts";

it("counts a key within its window and begins anew after it", () => {
  const hits = new HitCounter();
  expect(hits.hit("a", 1000, 0)).toEqual({ current: 1, leftMs: 1000 });
  expect(hits.hit("a", 1000, 400)).toEqual({ current: 2, leftMs: 600 });
  expect(hits.hit("b", 1000, 400)).toEqual({ current: 1, leftMs: 1000 });
  expect(hits.hit("a", 1000, 999)).toEqual({ current: 3, leftMs: 1 });
  expect(hits.hit("a", 1000, 1000)).toEqual({ current: 1, leftMs: 1000 });
});

const asked = (store: InstanceType<ReturnType<typeof limitStore>>, address: string) =>
  new Promise((resolve, reject) =>
    store.incr(address, (error, hits) => (error ? reject(error) : resolve(hits?.current)), 60_000, 30),
  );

it("a door with a limit of its own is counted apart from the house", async () => {
  const hits = new HitCounter();
  const house = new (limitStore(async (key, windowMs) => hits.hit(key, windowMs)))({});
  const door = (url: string) => house.child({ routeInfo: { method: "POST", url } } as never);
  await asked(house, "10.0.0.1");
  expect(await asked(house, "10.0.0.1")).toBe(2);
  expect(await asked(door("/api/session"), "10.0.0.1")).toBe(1);
  expect(await asked(door("/api/session/join"), "10.0.0.1")).toBe(1);
  expect(await asked(door("/api/session"), "10.0.0.1")).toBe(2);
});

it("lets people in when nobody can count", async () => {
  const Store = limitStore(() => Promise.reject(new Error("gone")));
  expect(await asked(new Store({}), "10.0.0.1")).toBe(1);
});
