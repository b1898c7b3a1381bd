// A phone in an officer's hand: what it holds, what was confirmed on it, coming in and leaving.
import type { Page } from "playwright-core";

const PASSWORD = "giot-hong-mau";

interface Kept {
  readonly reads: string[];
  readonly databases: string[];
}

/** What this browser holds of anybody: addresses of answers, names of databases. */
export const keptOn = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const reads: string[] = [];
    for (const name of await caches.keys()) {
      if (!name.startsWith("giothong-reads-")) continue;
      for (const { url } of await (await caches.open(name)).keys()) reads.push(new URL(url).pathname);
    }
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? "");
    return { reads, databases };
  });

/** Waits until `found` answers true, at most fifteen seconds. */
export async function eventually(found: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 15_000;
  while (!(await found())) {
    if (Date.now() > until) throw new Error("it did not come about within fifteen seconds");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export const controlled = (page: Page): Promise<void> =>
  eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null));

export interface Duty {
  readonly account: string;
  readonly unit: string;
  readonly task: string;
  readonly key: string;
}

/** Confirms a duty as its button does: the command is on the phone, and the page is told. */
export const confirm = (page: Page, duty: Duty, words: string): Promise<void> =>
  page.evaluate(
    ({ account, unit, task, key, words }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(`giothong-${account}`);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction("commands", "readwrite", { durability: "strict" });
          change.objectStore("commands").put({
            key,
            operation: "directive.settle-task",
            method: "POST",
            address: `/api/units/${unit}/tasks/${task}/settle`,
            params: { unitId: unit, taskId: task },
            body: { note: "Đã làm tại họp tổ." },
            lane: unit,
            words,
            at: new Date(Date.now() - 10_000).toISOString(),
          });
          change.onerror = () => reject(change.error);
          change.oncomplete = () => {
            opening.result.close();
            const channel = new BroadcastChannel("giothong-kept");
            channel.postMessage({ account, what: "changed" });
            channel.close();
            resolve();
          };
        };
      }),
    { ...duty, words },
  );

/** The bytes of every file that waits on this phone to be sent. */
export const waitingFiles = (page: Page, account: string): Promise<number[][]> =>
  page.evaluate(
    (of) =>
      new Promise<number[][]>((resolve, reject) => {
        const opening = indexedDB.open(`giothong-${of}`);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction("commands").objectStore("commands").getAll();
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            opening.result.close();
            const commands = asked.result as { body?: { bytes?: Uint8Array } }[];
            resolve(commands.flatMap(({ body }) => (body?.bytes ? [[...body.bytes]] : [])));
          };
        };
      }),
    account,
  );

export async function openMore(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Thêm", exact: true }).first().click();
}

export async function signOut(page: Page): Promise<void> {
  await openMore(page);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByLabel("Tên đăng nhập").waitFor();
}

export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByText("DỮ LIỆU MẪU").first().waitFor();
}
