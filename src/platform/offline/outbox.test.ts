import { describe, expect, it } from "vitest";
import { ProblemError } from "../ui/client.ts";
import type { KeptCommand } from "./command.ts";
import { memoryStore } from "./memory.ts";
import { type Attempt, makeOutbox, NOBODY, UNREACHED } from "./outbox.ts";
import { meaningOf } from "./post.ts";

const THU = "thu";
let made = 0;
const command = (words: string, lane = "a"): KeptCommand => ({
  key: `0197-${String(++made).padStart(4, "0")}`,
  operation: "directive.settle-task",
  method: "POST",
  address: `/api/units/${lane}/tasks/${words}/settle`,
  params: { unitId: lane },
  body: {},
  lane,
  words,
  at: "2021-06-02T02:12:00.000Z",
});
const sent: Attempt = { end: "sent" };
const lost: Attempt = { end: "lost" };
const failed: Attempt = { end: "failed" };
const refused: Attempt = {
  end: "refused",
  refusal: { code: "task-has-form", status: 409, title: "Có biểu riêng." },
};

/** A phone of Thu's with a server that answers as told; `tried` are the attempts in order. */
function phone() {
  const store = memoryStore<KeptCommand>();
  const tried: { readonly words: string; readonly key: string }[] = [];
  const world = {
    store,
    tried,
    who: THU,
    network: true,
    answer: (_: KeptCommand): Attempt => sent,
    words: () => tried.map(({ words }) => words),
  };
  const open = () =>
    makeOutbox({
      account: THU,
      store,
      send: async (one) => {
        tried.push({ words: one.words, key: one.key });
        return world.answer(one);
      },
      who: async () => world.who,
      alone: (work) => work(),
      mayTry: () => world.network,
      pause: () => new Promise(() => {}),
      changed: () => {},
    });
  return { world, outbox: open(), open };
}

describe("a confirmed command", () => {
  it("is stored before anything is sent, and gone once it was answered", async () => {
    const { world, outbox } = phone();
    let storedAtSend = 0;
    world.answer = () => {
      void world.store.all().then((all) => {
        storedAtSend = all.length;
      });
      return sent;
    };
    await expect(outbox.sendOrKeep(command("một"))).resolves.toEqual({ state: "sent" });
    expect(storedAtSend).toBe(1);
    expect(await world.store.all()).toEqual([]);
    expect(outbox.view()).toMatchObject({ waiting: [], refused: [], sending: false, sent: 1 });
  });

  it("waits without a network, survives the page, and goes out with the same key when the network is back", async () => {
    const { world, outbox, open } = phone();
    world.network = false;
    const one = command("một");
    await expect(outbox.sendOrKeep(one)).resolves.toEqual({ state: "kept" });
    expect(world.tried).toEqual([]);
    const reopened = open();
    await reopened.refresh();
    expect(reopened.view().waiting).toEqual([one]);
    world.network = true;
    await reopened.drain();
    expect(world.tried).toEqual([{ words: "một", key: one.key }]);
    expect(reopened.view()).toMatchObject({ waiting: [], sent: 1 });
  });

  it("keeps its key when the answer was lost, so that the server's ledger acts once", async () => {
    const { world, outbox } = phone();
    const ledger = new Set<string>();
    const lostAnswers = [lost, lost];
    world.answer = ({ key }) => {
      ledger.add(key);
      return lostAnswers.pop() ?? sent;
    };
    await expect(outbox.sendOrKeep(command("một"))).resolves.toEqual({ state: "kept" });
    await outbox.drain();
    await outbox.drain();
    expect(world.tried).toHaveLength(3);
    expect(ledger.size).toBe(1);
    expect(outbox.view()).toMatchObject({ waiting: [], sent: 1 });
  });

  it("goes at once, or is refused with the form still full, on a phone that can store nothing", async () => {
    const { world, outbox } = phone();
    world.store.put = () => Promise.reject(new Error("QuotaExceededError"));
    await expect(outbox.sendOrKeep(command("một"))).resolves.toEqual({ state: "sent" });
    world.answer = () => lost;
    await expect(outbox.sendOrKeep(command("hai"))).resolves.toMatchObject({
      state: "refused",
      refusal: { code: "no-network" },
    });
  });
});

describe("commands that wait", () => {
  it("go in the order they were confirmed", async () => {
    const { world, outbox } = phone();
    world.network = false;
    for (const words of ["một", "hai", "ba"]) await outbox.sendOrKeep(command(words));
    world.network = true;
    await outbox.drain();
    expect(world.words()).toEqual(["một", "hai", "ba"]);
  });

  it("of one unit wait behind one the server could not take; another unit's go on", async () => {
    const { world, outbox } = phone();
    world.network = false;
    for (const [words, lane] of [
      ["a1", "a"],
      ["a2", "a"],
      ["b1", "b"],
    ] as const)
      await outbox.sendOrKeep(command(words, lane));
    world.network = true;
    world.answer = ({ words }) => (words === "a1" ? failed : sent);
    await outbox.drain();
    expect(world.words()).toEqual(["a1", "b1"]);
    expect(outbox.view().waiting.map(({ words }) => words)).toEqual(["a1", "a2"]);
  });

  it("stop at the first lost answer: the network is gone for all of them", async () => {
    const { world, outbox } = phone();
    world.network = false;
    for (const words of ["một", "hai"]) await outbox.sendOrKeep(command(words));
    world.network = true;
    world.answer = () => lost;
    await outbox.drain();
    expect(world.words()).toEqual(["một"]);
  });

  it("that are confirmed while others are being sent are sent too", async () => {
    const { world, outbox } = phone();
    const [one, two] = await Promise.all([
      outbox.sendOrKeep(command("một")),
      outbox.sendOrKeep(command("hai")),
    ]);
    expect([one.state, two.state]).toEqual(["sent", "sent"]);
    expect(world.words()).toEqual(["một", "hai"]);
  });
});

describe("a refused command", () => {
  it("stays with the server's sentence, holds nothing up, and may be sent again or taken back", async () => {
    const { world, outbox } = phone();
    world.network = false;
    const one = command("một");
    await outbox.sendOrKeep(one);
    await outbox.sendOrKeep(command("hai"));
    world.network = true;
    world.answer = ({ words }) => (words === "một" ? refused : sent);
    await outbox.drain();
    expect(world.words()).toEqual(["một", "hai"]);
    expect(outbox.view().refused).toMatchObject([{ words: "một", refused: { title: "Có biểu riêng." } }]);
    await outbox.drain();
    expect(world.words()).toEqual(["một", "hai"]); // not by itself
    await outbox.again(one.key);
    expect(world.words()).toEqual(["một", "hai", "một"]);
    await expect(outbox.takeBack(one.key)).resolves.toMatchObject({ words: "một", body: {} });
    expect(outbox.view().refused).toEqual([]);
    await expect(outbox.takeBack(one.key)).resolves.toBeUndefined();
  });
});

describe("whose commands they are", () => {
  it("nothing is sent while another account, or nobody, is signed in, nor when the server cannot say", async () => {
    const { world, outbox } = phone();
    for (const [who, paused] of [
      ["chi", "other-account"],
      [NOBODY, "signed-out"],
      [UNREACHED, "signed-out"],
    ] as const) {
      world.who = who;
      await outbox.sendOrKeep(command(`với ${who}`));
      expect(outbox.view().paused).toBe(paused);
    }
    expect(world.tried).toEqual([]);
    world.who = THU;
    await outbox.drain();
    expect(world.tried).toHaveLength(3);
    expect(outbox.view().paused).toBeUndefined();
  });

  it("a session that ends on the way pauses the rest until its account is back", async () => {
    const { world, outbox } = phone();
    world.answer = () => ({ end: "signed-out" });
    await expect(outbox.sendOrKeep(command("một"))).resolves.toEqual({ state: "kept" });
    expect(outbox.view()).toMatchObject({ paused: "signed-out", refused: [] });
  });

  it("nothing is shown or sent once the person has left", async () => {
    const { world, outbox } = phone();
    world.network = false;
    await outbox.sendOrKeep(command("một"));
    outbox.stop();
    world.network = true;
    await outbox.drain();
    expect(world.tried).toEqual([]);
    expect(outbox.view().waiting).toEqual([]);
  });
});

describe("what a failed attempt means", () => {
  it.each([
    [new ProblemError("no-network", 0), "lost"],
    [new DOMException("late", "TimeoutError"), "lost"],
    // A door page of somebody's network answers 200 in HTML.
    [new ProblemError("answer-not-understood", 200), "lost"],
    [new ProblemError("unavailable", 503), "failed"],
    [new ProblemError("too-many-requests", 429), "failed"],
    [new ProblemError("not-signed-in", 401), "signed-out"],
    [new ProblemError("forbidden", 403), "refused"],
    [new ProblemError("invalid-input", 400), "refused"],
  ])("%s", (error, end) => {
    expect(meaningOf(error).end).toBe(end);
  });
});
