// What a donor's pages add to the house's sheet: three steps, drives that open, times as chips, big fields, the ticket as a card.
import { Html } from "../../platform/pages/html.ts";

export const DONOR_STYLE = new Html(`<style>
.hero{display:flex;gap:1rem;align-items:center;background:var(--rose-soft);border-radius:18px;padding:1rem;margin:.6rem 0 1rem}
.hero svg{flex:none;width:96px;height:96px}
.hero p{margin:0}
.hero b{font-weight:600}
.step{display:flex;gap:.7rem;align-items:center;font-size:1.25rem;margin:1.8rem 0 .4rem;scroll-margin-top:1rem}
.step i{flex:none;width:2.1rem;height:2.1rem;border-radius:50%;background:var(--rose);color:var(--paper);font:600 1.1rem/2.1rem system-ui,sans-serif;text-align:center}
.fold{background:var(--paper);border:1px solid var(--line);border-radius:14px;margin:.5rem 0;overflow:hidden}
.fold>summary{display:flex;gap:.8rem;align-items:center;padding:.8rem 1rem;min-height:56px;list-style:none;line-height:1.4}
.fold>summary::-webkit-details-marker{display:none}
.fold>summary::after{content:"";flex:none;margin-left:auto;width:.6rem;height:.6rem;border:solid var(--quiet);border-width:0 2px 2px 0;transform:rotate(45deg) translate(-2px,-2px)}
.fold[open]>summary::after{transform:rotate(225deg) translate(-2px,-2px)}
.fold[open]>summary{color:var(--rose)}
.fold>div{padding:0 1rem .8rem}
.check>summary{font-weight:500}
.drive>summary>span{display:grid}
.drive b{font-size:1.15rem;font-weight:600}
.drive small,.fold small{font-size:.95rem;color:var(--quiet);font-weight:400}
.times{display:grid;grid-template-columns:repeat(auto-fill,minmax(6.4rem,1fr));gap:.5rem;list-style:none;padding:0;margin:.4rem 0}
.times a,.times button{display:grid;place-items:center;align-content:center;width:100%;min-height:64px;margin:0;padding:.3rem;border:2px solid var(--rose);border-radius:12px;color:var(--rose);background:transparent;text-decoration:none;font:inherit;font-size:1.2rem;font-weight:600;line-height:1.25;font-variant-numeric:tabular-nums}
.times small{font-size:.82rem;font-weight:400;color:var(--quiet)}
.times .none{border-style:dashed;border-color:var(--line);color:var(--quiet)}
.go{display:grid;place-items:center;min-height:56px;border-radius:12px;background:var(--rose);color:var(--paper);font-weight:600;text-decoration:none;padding:.6rem 1rem;margin:.8rem 0;text-align:center}
.line{display:grid;place-items:center;min-height:52px;border-radius:12px;border:2px solid var(--line);color:var(--ink);text-decoration:none;padding:.5rem 1rem;margin:.5rem 0;text-align:center;background:var(--paper)}
a{color:var(--rose)}
nav a{display:inline-block;padding:.7rem .3rem;min-height:48px}
fieldset{border:0;padding:0;margin:1.4rem 0;min-width:0}
legend,.name{font-weight:600;font-size:1.1rem;padding:0;display:block;min-height:0;cursor:auto}
.field{margin:1.4rem 0}
.why{color:var(--quiet);font-size:.95rem;margin:.1rem 0 .4rem}
input[type=text],input[type=tel]{width:100%;min-height:56px;font:inherit;font-size:1.15rem;padding:.5rem .8rem;border:2px solid var(--edge);border-radius:12px;background:var(--paper);color:var(--ink)}
:root{--edge:#8a777d;--bad:#9c2f0b}
@media(prefers-color-scheme:dark){:root{--edge:#8d7a81;--bad:#ffb39b}}
.three{display:grid;grid-template-columns:1fr 1fr 1.5fr;gap:.6rem}
.three label,.one{display:block;padding:0;min-height:0}
.three span{font-size:.95rem;color:var(--quiet)}
input[type=radio]{width:26px;height:26px;flex:none;margin:.05rem 0 0;accent-color:var(--rose)}
.pick{border:2px solid var(--line);border-radius:12px;background:var(--paper);padding:.7rem .8rem;margin:.4rem 0;align-items:center}
.pick span{min-width:0;overflow-wrap:anywhere}
.pick small{display:block;color:var(--quiet);font-size:.95rem;line-height:1.45}
.two{display:grid;grid-template-columns:1fr 1fr;gap:.6rem}
.wrong{color:var(--bad);font-weight:600;margin:.3rem 0;padding-left:.8rem;border-left:4px solid var(--bad)}
.find{display:grid;grid-template-columns:1fr auto;gap:.5rem;align-items:end}
.find button{width:auto;margin:0}
.card.pass{padding:0;overflow:hidden;border:0;box-shadow:0 1px 0 var(--line),0 8px 28px rgba(80,20,40,.13)}
.pass .top{background:#b4234a;color:#fff;padding:.9rem 1.1rem}
.pass .top b{display:block;font-size:1.5rem;line-height:1.25;font-variant-numeric:tabular-nums}
.pass dl{padding:.4rem 1.1rem}
.pass .code{border-top:2px dashed var(--line);text-align:center;padding:1rem;position:relative}
.pass .code::before,.pass .code::after{content:"";position:absolute;top:-.7rem;width:1.3rem;height:1.3rem;border-radius:50%;background:var(--ground)}
.pass .code::before{left:-.7rem}.pass .code::after{right:-.7rem}
.pass img{width:min(15rem,100%);height:auto;background:#fff;padding:.6rem;border-radius:12px;image-rendering:pixelated}
.days{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:1rem 0}
.days div{border-radius:14px;padding:.8rem;border:2px solid var(--line);background:var(--paper)}
.days .new{border-color:var(--rose)}
.days s,.days b{display:block;font-size:1.15rem;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.35}
.days .new b{color:var(--rose)}
.qr{width:11rem;height:11rem;border-radius:10px;display:block;margin:.6rem auto}
.copy{overflow-wrap:anywhere;background:var(--rose-soft);border-radius:10px;padding:.6rem .8rem;user-select:all}
.ok{background:#e5f3e8;color:#155c2c;border-radius:10px;padding:.6rem .8rem;font-weight:600}
@media(prefers-color-scheme:dark){.ok{background:#173322;color:#9fdcb2}.card.pass{box-shadow:none;border:1px solid var(--line)}}
[hidden]{display:none}
@media print{.fold,.card{break-inside:avoid}.go,.line,nav{display:none}.card.pass{box-shadow:none;border:1px solid #999}.pass .top{background:none;color:#000}}
</style>`);

/** A drop on its way over the hills with a ticket in its hand; drawn here. */
export const HERO = new Html(
  `<svg viewBox="0 0 96 96" aria-hidden="true"><circle cx="48" cy="48" r="46" fill="#fff" opacity=".65"/><path d="M4 66 26 42l14 14 18-26 34 36a46 46 0 0 1-88 0Z" fill="#7aa37f"/><path d="M4 66 26 50l16 14 20-20 30 22a46 46 0 0 1-88 0Z" fill="#4f8158"/><circle cx="72" cy="24" r="8" fill="#f3b74f"/><path d="M46 22c-8 13-17 21-17 33a17 17 0 0 0 34 0c0-12-9-20-17-33Z" fill="#b4234a"/><path d="M37 52a8 10 0 0 1 5-9" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" opacity=".75"/><circle cx="40.5" cy="56" r="2" fill="#fff"/><circle cx="51.5" cy="56" r="2" fill="#fff"/><path d="M40 62a7 6 0 0 0 12 0" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><path d="M62 54l10-9" stroke="#b4234a" stroke-width="4" stroke-linecap="round"/><rect x="69" y="33" width="15" height="13" rx="2" fill="#fff" stroke="#b4234a" stroke-width="2" transform="rotate(12 76 40)"/><path d="M40 73l-3 9M52 73l4 8" stroke="#b4234a" stroke-width="4" stroke-linecap="round"/></svg>`,
);
