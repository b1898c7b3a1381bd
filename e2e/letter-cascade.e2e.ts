// An order from paste to the last group's acknowledgement: three levels of letters of their own, an amendment on the way,
// one union that is late and chased, by the eight people who carry it.
import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CHASE_JOB } from "../src/directive/jobs.ts";
import { vi as unitWords } from "../src/unit/web/messages.vi.ts";
import { download, pictureAt, publishKit, wordsOf } from "./pages/cascade.ts";
import {
  askMoment,
  backToNow,
  lateShown,
  levelsShown,
  openTab,
  remind,
  reminderShown,
  takeUp,
} from "./pages/chasing.ts";
import { disseminate, openLetter, passOn, receive } from "./pages/letters.ts";
import { look } from "./pages/look.ts";
import {
  bringUpToDate,
  firstOrder,
  type Issued,
  idOf,
  issueNext,
  issueOrder,
  numbered,
  related,
  writeNext,
} from "./pages/next-letter.ts";
import {
  answerQuietly,
  doneWithTheRest,
  lateBelow,
  reachedBy,
  recountLevels,
  remindersOf,
  spreadBy,
  toldOf,
} from "./pages/quiet.ts";
import { openStage, PHONE, type Stage } from "./stage.ts";

const REAL = new URL("../../shared/letters/610.txt", import.meta.url);
const OWN = new URL("../samples/letters/cong-van-mat-dau.txt", import.meta.url);
const ORDER = existsSync(REAL) ? "610/LĐLĐ" : "742/LĐLĐ";
const CAMPAIGN = "Hành trình Đỏ IX theo văn bản";
const DUE = "30/06/2021";
const AMENDED_DUE = "25/06/2021";
/** What the amendment adds to the first order. */
const SENTENCE = "Mỗi tổ công đoàn cử một người làm đầu mối trả lời đoàn viên.";
const KEY_MESSAGE = "Một lần hiến máu, nhiều cuộc đời ở lại.";
const SILENT = "Liên đoàn Lao động huyện Tam Đường";
const LAST_GROUP = "Tổ công đoàn Ca chiều Sa Mu 1";
const NONE: Issued = { number: "", path: "" };

describe("an order goes down to the last group", () => {
  let stage: Stage;
  let province: Page;
  let city: Page;
  let union: Page;
  let workshop: Page;
  let office: Page;
  let morning: Page;
  let afternoon: Page;
  let silent: Page;
  let order = NONE;
  let amendment = NONE;
  let ofCity = NONE;
  let ofUnion = NONE;
  let told = 0;

  beforeAll(async () => {
    stage = await openStage();
    province = await stage.plainWindow("tinh");
    city = await stage.plainWindow("thanhpho", PHONE);
    union = await stage.plainWindow("samu1", PHONE);
    workshop = await stage.plainWindow("samu1.xuong", PHONE);
    office = await stage.plainWindow("samu1.vanphong", PHONE);
    morning = await stage.plainWindow("samu1.casang", PHONE);
    afternoon = await stage.plainWindow("samu1.cachieu", PHONE);
    silent = await stage.plainWindow("tamduong");
    await doneWithTheRest(stage, "tamduong");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await stage.pictures("cascade-failed");
  });
  afterAll(() => stage?.close());

  it("the province pastes the letter, sets a day for its first duty, issues it and publishes its kit", async () => {
    if (!existsSync(REAL))
      console.log("not run here: the journey on letter 610 (it is absent); our own sample stands in");
    const text = readFileSync(existsSync(REAL) ? REAL : OWN, "utf8");
    order = await issueOrder(province, { text, campaign: CAMPAIGN, due: DUE });
    expect(order.number).toBe(ORDER);
    await look(province, "order-issued");
    await openTab(province, order.path, "Tài liệu tuyên truyền");
    await publishKit(province, { keyMessage: KEY_MESSAGE, headline: "Giọt hồng Sông Đà" });
    await look(province, "kit-published");
  });

  it("the city confirms with a word to the province, and issues a letter of its own", async () => {
    await openLetter(city, numbered(ORDER));
    await city.getByText("Thêm lời nhắn cho cấp trên").click();
    await city.getByLabel("Lời nhắn").fill("Đã nhận, họp giao ban ngày 03/6.");
    await receive(city);
    await look(city, "order-received");
    await writeNext(city, "Ban hành tiếp cho cấp dưới");
    const first = await firstOrder(city);
    expect(first.due).not.toBe("");
    ofCity = await issueNext(city, { picture: "city-writes" });
    expect(ofCity.number).toMatch(/^\d+\/LĐLĐ$/);
    expect(ofCity.number).not.toBe(ORDER);
    await look(city, "city-issued");
    await city
      .getByRole("region", { name: /Căn cứ/ })
      .getByText(ORDER)
      .first()
      .waitFor();
  });

  it("the two letters name each other, and the province reads the city's word", async () => {
    await related(city, "Triển khai văn bản", ORDER);
    await openLetter(city, numbered(ORDER));
    await related(city, "Công đoàn bạn đã ban hành tiếp bằng", ofCity.number);
    await province.goto(order.path);
    const row = province.getByRole("row", { name: /thành phố Lai Châu/ });
    await row.getByText("họp giao ban ngày 03/6").waitFor();
    const carried = province.getByRole("link", { name: new RegExp(`Văn bản số ${ofCity.number} `) });
    await province.getByText("Cấp dưới đã ban hành tiếp").waitFor();
    await carried.waitFor();
    await look(province, "order-carried");
    await carried.click();
    await related(province, "Triển khai văn bản", ORDER);
  });

  it("the city's letter is a Word file with its number, its căn cứ and the words of a sample", async () => {
    await city.goto(ofCity.path);
    const { name, bytes } = await download(city, "Tải Word");
    expect(name).toMatch(/\.docx$/);
    const all = wordsOf(bytes);
    expect(all).toContain(`Căn cứ Công văn số ${ORDER}`);
    expect(all).toContain(`Số: ${ofCity.number}`);
    expect(all).toContain("DỮ LIỆU MẪU");
  });

  it("the grassroots union issues its own letter to its sections", async () => {
    await openLetter(union, numbered(ofCity.number));
    await receive(union);
    await writeNext(union, "Ban hành tiếp cho cấp dưới");
    ofUnion = await issueNext(union);
    expect(ofUnion.number).toMatch(/^\d+\/CĐCS$/);
    await related(union, "Triển khai văn bản", ofCity.number);
  });

  it("a section without groups confirms; the other issues a letter without a number to its groups", async () => {
    await openLetter(office, numbered(ofUnion.number));
    await receive(office);
    await openLetter(workshop, numbered(ofUnion.number));
    await receive(workshop);
    await writeNext(workshop, "Ban hành tiếp cho cấp dưới");
    await workshop.getByText("không có số văn bản riêng").waitFor();
    const ofWorkshop = await issueNext(workshop, { receiveDays: 10, picture: "section-writes" });
    expect(ofWorkshop.number).toBe("");
    await takeUp(morning);
    await morning
      .getByRole("region", { name: "Văn bản chờ xác nhận" })
      .getByText(/Xưởng Sa Mu 1/)
      .waitFor();
    await look(morning, "group-tasks");
  });

  it("the province amends its order before the groups have confirmed", async () => {
    stage.setTime("2021-06-03T08:00:00+07:00");
    await province.goto(order.path);
    await writeNext(province, "Sửa đổi, bổ sung");
    await province.getByText("Chỗ thay đổi").click();
    amendment = await issueNext(province, {
      spreadAgain: false,
      sentence: SENTENCE,
      due: AMENDED_DUE,
      picture: "amendment-writing",
    });
    expect(amendment.number).not.toBe(ORDER);
    await province.goto(order.path);
    await province.getByText(/^Văn bản này đã được sửa đổi bằng/).waitFor();
    await look(province, "order-amended");
  });

  it("the city sees what differs before it confirms again, and brings its own letter up to date", async () => {
    await takeUp(city);
    await look(city, "city-tasks-amended");
    await openLetter(city, numbered(amendment.number));
    const changes = city.getByRole("region", { name: "Có gì khác văn bản trước" });
    await changes.getByText(SENTENCE).waitFor();
    await changes.getByText(AMENDED_DUE).first().waitFor();
    await look(city, "amendment-differs");
    await receive(city);
    ofCity = await bringUpToDate(city, SENTENCE, "city-follows");
    await city
      .getByRole("region", { name: /Căn cứ/ })
      .getByText(amendment.number)
      .first()
      .waitFor();
  });

  it("the union and its section follow, each with its own letter", async () => {
    await openLetter(union, numbered(ofCity.number));
    await receive(union);
    ofUnion = await bringUpToDate(union, SENTENCE);
    await openLetter(workshop, numbered(ofUnion.number));
    await receive(workshop);
    await bringUpToDate(workshop, SENTENCE);
    await openLetter(office, numbered(ofUnion.number));
    await receive(office);
  });

  it("a group confirms the newest wording, and its duties say the new words and day", async () => {
    await openLetter(morning, /Sửa đổi.*Xưởng Sa Mu 1/);
    await receive(morning);
    await disseminate(morning, 28);
    await takeUp(afternoon);
    const waiting = afternoon.getByRole("region", { name: "Văn bản chờ xác nhận" });
    await waiting.getByText("Văn bản này sửa đổi một văn bản bạn đã nhận.").waitFor();
    await afternoon.getByText(SENTENCE).first().waitFor();
    await look(afternoon, "group-tasks-amended");
    const days = await spreadBy(stage, idOf(order), "Tổ công đoàn Ca%Sa Mu 1");
    expect(days).toHaveLength(1);
    expect(days).not.toContain(DUE);
  });

  it("every other union answers in its time, but one is silent", async () => {
    const answered = await answerQuietly(stage, {
      rootId: idOf(order),
      except: ["tamduong", "samu1.xuong"],
      from: "2021-06-03T13:30:00+07:00",
      until: "2021-06-07T16:00:00+07:00",
    });
    expect(answered).toBeGreaterThan(40);
  });

  it("the program reminds the silent union once, however often it looks", async () => {
    stage.setTime("2021-06-08T07:45:00+07:00");
    expect(await remindersOf(stage, "tamduong", "2021-06-08")).toBe(0);
    await stage.runJob(CHASE_JOB);
    await stage.runJob(CHASE_JOB);
    expect(await remindersOf(stage, "tamduong", "2021-06-08")).toBe(1);
    expect(await reminderShown(silent)).toMatch(/Nhắc việc: 1 việc trễ/);
    await look(silent, "silent-reminded");
  });

  it("the late list names it by level, as of now, and not as of the day before", async () => {
    await openTab(province, amendment.path, "Ai chưa trả lời");
    const levels = await levelsShown(province);
    expect(levels[unitWords["unit.kind.district-federation"]]?.at(-1)).toBe(1);
    expect(levels[unitWords["unit.kind.group"]]?.at(-1)).toBe(0);
    const late = await lateShown(province);
    expect(late).toHaveLength(1);
    expect(late[0]).toMatch(/Tam Đường.*Xác nhận đã nhận 07\/06\/2021 .*1 ngày.*08\/06\/2021/);
    await look(province, "late-list");
    await askMoment(province, "07/06/2021", "17:00");
    await expect.poll(() => lateShown(province), { timeout: 15_000 }).toEqual([]);
    await look(province, "late-list-before");
    await backToNow(province);
    await expect.poll(() => lateShown(province), { timeout: 15_000 }).toHaveLength(1);
  });

  it("the province's own reminder waits for another day, and reaches the union then, once", async () => {
    expect(await remind(province, SILENT)).toMatch(/^Không nhắc thêm nơi nào; 1 nơi hôm nay đã được nhắc/);
    stage.setTime("2021-06-09T08:30:00+07:00");
    await openTab(province, amendment.path, "Ai chưa trả lời");
    expect(await remind(province, SILENT)).toBe("Đã nhắc 1 công đoàn.");
    expect(await remind(province, SILENT)).toMatch(/^Không nhắc thêm nơi nào; 1 nơi hôm nay đã được nhắc/);
    expect(await reminderShown(silent)).toMatch(/LĐLĐ tỉnh Lai Châu nhắc: 1 việc trễ/);
  });

  it("the province issues a letter that urges, and it reaches the late union alone", async () => {
    await openTab(province, amendment.path, "Ai chưa trả lời");
    await province.getByRole("link", { name: "Soạn công văn đôn đốc" }).click();
    const urge = await issueNext(province, { picture: "urge-writing" });
    await look(province, "urge-issued");
    expect(await reachedBy(stage, idOf(urge))).toBe(1);
    await openLetter(silent, numbered(urge.number));
    await related(silent, "Đôn đốc thực hiện văn bản", amendment.number);
    await look(silent, "urge-reached");
    await receive(silent);
    // An answer to the urging letter is none to the order.
    await openTab(province, amendment.path, "Ai chưa trả lời");
    await expect.poll(() => lateShown(province), { timeout: 15_000 }).toHaveLength(1);
  });

  it("after three days the level above is told", async () => {
    stage.setTime("2021-06-10T07:45:00+07:00");
    await stage.runJob(CHASE_JOB);
    expect(await remindersOf(stage, "tamduong", "2021-06-10")).toBe(1);
    told = await toldOf(stage, "tinh", "2021-06-10");
    await expect.poll(() => lateBelow(stage, "tinh", "2021-06-10"), { timeout: 15_000 }).toBe(told);
    expect(await reminderShown(province)).toMatch(/công đoàn cấp dưới đang trễ/);
    await look(province, "province-told");
  });

  it("the silent union answers at last, and the list is empty", async () => {
    stage.setTime("2021-06-10T09:00:00+07:00");
    await openLetter(silent, numbered(amendment.number));
    await receive(silent);
    // It was one of those the level above was told of.
    await expect.poll(() => lateBelow(stage, "tinh", "2021-06-10"), { timeout: 15_000 }).toBe(told - 1);
    await disseminate(silent, 60);
    await passOn(silent);
    await openTab(province, amendment.path, "Ai chưa trả lời");
    await expect.poll(() => lateShown(province), { timeout: 15_000 }).toEqual([]);
    await askMoment(province, "09/06/2021", "17:00");
    await expect.poll(() => lateShown(province), { timeout: 15_000 }).toHaveLength(1);
    const left = { rootId: idOf(order), except: ["samu1.xuong"] };
    const hours = { from: "2021-06-10T10:00:00+07:00", until: "2021-06-11T08:00:00+07:00" };
    expect(await answerQuietly(stage, { ...left, ...hours })).toBe(5);
  });

  it("with the last group's acknowledgement every union of the province has confirmed", async () => {
    stage.setTime("2021-06-11T09:00:00+07:00");
    await openTab(province, amendment.path, "Ai chưa trả lời");
    const groups = unitWords["unit.kind.group"];
    const before = await levelsShown(province);
    expect(before[groups]?.slice(0, 3)).toEqual([5, 5, 4]);
    await openLetter(afternoon, /Sửa đổi.*Xưởng Sa Mu 1/);
    await receive(afternoon);
    await province.reload();
    const levels = await levelsShown(province);
    for (const [, [units, reached, received]] of Object.entries(levels)) {
      expect([reached, received]).toEqual([units, units]);
    }
    const recount = await recountLevels(
      stage,
      idOf(order),
      (kind) => unitWords[`unit.kind.${kind}` as keyof typeof unitWords],
    );
    const shown = Object.entries(levels).map(([name, counts]) => [name, counts.slice(0, 4)]);
    expect(Object.fromEntries(shown)).toEqual(recount);
    await look(province, "levels-complete");
  });

  it("the pace says how long it took and who was last", async () => {
    await openTab(province, amendment.path, "Tốc độ");
    await province.getByText(`Nơi nhận sau cùng: ${LAST_GROUP}`).waitFor();
    expect(await province.getByText("chưa đạt").count()).toBe(0);
    await look(province, "pace");
  });

  it("the picture plays from nothing to everything", async () => {
    await openTab(province, amendment.path, "Lan tỏa");
    const begin = await pictureAt(province, "Home");
    expect(begin.words).toMatch(/ 0 đã nhận, 0 đã quán triệt/);
    expect(begin.marks).toBe(0);
    await look(province, "picture-beginning");
    const end = await pictureAt(province, "End");
    expect(end.words).toMatch(/Trong 56 công đoàn cấp dưới: 56 đã được gửi đến, 56 đã nhận/);
    expect(end.marks).toBe(56);
    await look(province, "picture-end");
  });

  it("a stranger reads the kit at its address, and its poster is a PDF", async () => {
    await openTab(province, order.path, "Tài liệu tuyên truyền");
    const address = await province.getByRole("link", { name: /\/tuyen-truyen\// }).innerText();
    const poster = await download(province, "Tải áp phích A4");
    expect(poster.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const stranger = await stage.plainWindow(undefined, PHONE);
    await stranger.goto(new URL(address.trim()).pathname);
    await stranger.getByText(KEY_MESSAGE).first().waitFor();
    await look(stranger, "kit-open-page");
    // A group works with the same kit.
    await openLetter(afternoon, /Sửa đổi.*Xưởng Sa Mu 1/);
    await openTab(afternoon, new URL(afternoon.url()).pathname, "Tài liệu tuyên truyền");
    await afternoon.getByText(KEY_MESSAGE).first().waitFor();
  });

  it("nothing failed on the way", () => {
    expect(stage.faults).toEqual([]);
  });
});
