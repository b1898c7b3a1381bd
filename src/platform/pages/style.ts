// Pages for strangers look like the rest of the house and need nothing fetched: one small sheet, light and dark.
import { Html } from "./html.ts";

export const STYLE = new Html(`<style>
:root{--rose:#b4234a;--rose-soft:#fbe9ee;--ink:#26181c;--quiet:#6b5a5f;--paper:#fff;--ground:#faf6f5;--line:#e6d9dc;--warn:#8a3b12;--warn-soft:#fdf0e4;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--rose:#f08aa6;--rose-soft:#3b1c26;--ink:#f5ecee;--quiet:#bfaeb3;--paper:#241a1d;--ground:#181113;--line:#43333a;--warn:#f3b789;--warn-soft:#3a2617}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:18px/1.6 "Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1rem 1rem 3rem}
.demo{background:#5b3a00;color:#fff;text-align:center;font-weight:700;letter-spacing:.06em;padding:.25rem}
header{display:flex;align-items:center;gap:.6rem;font-weight:600;color:var(--rose);padding:.5rem 0}
h1{font-size:1.6rem;line-height:1.3;margin:.4rem 0 .6rem}
h2{font-size:1.05rem;line-height:1.4;margin:1.6rem 0 .3rem}
p,ul{margin:.4rem 0}
ul{padding-left:1.2rem}
.card{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:.4rem 1rem;margin:1rem 0}
.ticket{border:2px solid var(--rose)}
dl{margin:0}
dl div{padding:.5rem 0;border-bottom:1px solid var(--line)}
dl div:last-child{border:0}
dt{color:var(--quiet);font-size:.9rem}
dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.big{font-size:1.35rem;font-variant-numeric:tabular-nums}
.quiet{color:var(--quiet);font-size:.95rem}
.warn{background:var(--warn-soft);color:var(--warn);border-radius:10px;padding:.6rem .8rem;font-weight:600}
label{display:flex;gap:.7rem;align-items:flex-start;padding:.7rem 0;min-height:48px;cursor:pointer}
input[type=checkbox]{width:26px;height:26px;flex:none;margin:.1rem 0 0;accent-color:var(--rose)}
button{display:block;width:100%;min-height:56px;margin:.6rem 0;padding:.7rem 1rem;border-radius:12px;font:inherit;font-weight:600;cursor:pointer;border:2px solid var(--rose)}
.yes{background:var(--rose);color:var(--paper)}
.no{background:transparent;color:var(--ink);border-color:var(--quiet)}
summary{min-height:48px;padding:.7rem 0;cursor:pointer;font-weight:600}
:focus-visible{outline:3px solid var(--rose);outline-offset:3px}
@media print{.no-print,button{display:none}body{background:#fff}}
</style>`);

/** A drop that smiles; drawn here, no emblem of anybody. */
export const DROP = new Html(
  `<svg width="40" height="48" viewBox="0 0 40 48" aria-hidden="true"><path d="M20 2C13 13 5 20 5 30a15 15 0 0 0 30 0C35 20 27 13 20 2Z" fill="#b4234a"/><path d="M13 27a6 8 0 0 1 4-7" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round" opacity=".7"/><circle cx="15" cy="30" r="1.8" fill="#fff"/><circle cx="25" cy="30" r="1.8" fill="#fff"/><path d="M15 35a6 5 0 0 0 10 0" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/></svg>`,
);
