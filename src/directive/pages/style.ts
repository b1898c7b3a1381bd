// What the kit's page adds to the house's sheet: questions that open, words to read aloud, and its form on paper.
import { Html } from "../../platform/pages/html.ts";

export const KIT_STYLE = new Html(`<style>
.from{color:var(--quiet);margin:.2rem 0 .8rem}
.from b{color:var(--ink);font-weight:600}
h2{font-size:1.25rem}
.join{display:grid;place-items:center;min-height:56px;border-radius:12px;background:var(--rose);color:var(--paper);font-weight:600;text-decoration:none}
@media print{.join{display:none}}
.lines{list-style:none;padding:0 0 0 1rem;font-size:1.15rem;line-height:1.45;border-left:4px solid var(--rose)}
.lines li{padding:.3rem 0}
.card dd{white-space:pre-line}
.key li{padding:.2rem 0}
details{border-bottom:1px solid var(--line)}
summary{padding-left:1.2rem;text-indent:-1.2rem}
details p,.loud p{margin:.2rem 0 .9rem;white-space:pre-line;overflow-wrap:anywhere}
.loud{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:.4rem 1rem;margin:.8rem 0}
.loud h3{font-size:.95rem;color:var(--quiet);font-weight:600;margin:.4rem 0}
.loud p{font-size:1.1rem;line-height:1.7}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.8rem}
@media print{:root{color-scheme:light;--rose:#b4234a;--ink:#000;--quiet:#444;--paper:#fff;--ground:#fff;--line:#bbb}
body{font-size:12pt}main{max-width:none;padding:0}
.demo{background:none;color:#000;border:2px solid #000}
details::details-content{content-visibility:visible;block-size:auto;opacity:1}
details>p{display:block}summary{list-style:none;min-height:0;padding:.4rem 0 0;text-indent:0}
details,.loud,.card{break-inside:avoid}h2{break-after:avoid}}
</style>`);
