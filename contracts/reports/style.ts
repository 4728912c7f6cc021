/** The style of the HTML report: no outside resources, light and dark, wide and narrow. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f7f7f5; --card: #ffffff; --ink: #1c1d1f; --soft: #5d6066; --line: #dddcd8; --code: #f1f0ec;
  --kept: #1f7a4d; --broken: #b3261e; --differs: #8f5f00; --discovery: #2a5db0; --skipped: #6d7078;
  --kept-wash: #e2f1e8; --broken-wash: #fbe6e4; --differs-wash: #fbeecd; --discovery-wash: #e3ebf9; --skipped-wash: #ececea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #16171a; --card: #1f2125; --ink: #e8e8e6; --soft: #a2a5ac; --line: #383b41; --code: #282b30;
    --kept: #6cc997; --broken: #ff8f85; --differs: #e5b454; --discovery: #8db4f5; --skipped: #a2a5ac;
    --kept-wash: #1d3a2b; --broken-wash: #4a2320; --differs-wash: #40331a; --discovery-wash: #233350; --skipped-wash: #2c2f34;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 72rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.75rem 0 .75rem; font-size: 1.3rem; }
p { margin: .35rem 0; }
a { color: inherit; }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .8125rem; }
code { overflow-wrap: anywhere; }
pre { margin: .25rem 0 .75rem; padding: .6rem .75rem; max-height: 24rem; overflow: auto; border-radius: .4rem;
  background: var(--code); white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; tab-size: 2; }
pre.curl { user-select: all; }
.card { margin: .75rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
.head { border-top: .4rem solid var(--kept); }
.head.failed { border-top-color: var(--broken); }
.head.untried { border-top-color: var(--skipped); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem 1.5rem; margin: 1rem 0 0; }
.facts dt { color: var(--soft); font-size: .8125rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; margin: .9rem 0 0; padding: 0; list-style: none; }
ol.first { margin: .5rem 0 0; padding-left: 1.3rem; }
ol.first li { margin: .25rem 0; overflow-wrap: anywhere; }
nav.chips { gap: .2rem 1rem; }
.cause { border-left-width: .35rem; }
.cause .about { overflow-wrap: anywhere; }
.cause pre { max-height: 9rem; }
.links code { margin-right: .4rem; }
.tag { display: inline-block; padding: .05rem .55rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; }
.kept { color: var(--kept); background: var(--kept-wash); }
.broken, .setup-failed { color: var(--broken); background: var(--broken-wash); }
.differs { color: var(--differs); background: var(--differs-wash); }
.discovery { color: var(--discovery); background: var(--discovery-wash); }
.skipped { color: var(--skipped); background: var(--skipped-wash); }
.notice { border-left: .35rem solid var(--differs); }
.notice ul { margin: .35rem 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
details > summary { cursor: pointer; }
details.case { padding: 0; border-left-width: .35rem; }
details.case > summary { padding: .7rem 1rem; }
details.case > div { padding: 0 1rem .75rem; }
details.case > summary .promise { font-weight: 600; }
details.case > summary code { display: block; color: var(--soft); }
.edge-broken, .edge-setup-failed { border-left-color: var(--broken); }
.edge-differs { border-left-color: var(--differs); }
.edge-discovery { border-left-color: var(--discovery); }
h3 { margin: .9rem 0 .1rem; font-size: .8125rem; font-weight: 600; color: var(--soft); }
.versus { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
.versus > div { min-width: 0; }
.expected pre { box-shadow: inset .25rem 0 var(--kept); }
.actual pre { box-shadow: inset .25rem 0 var(--broken); }
ol.calls { margin: .35rem 0; padding-left: 1.3rem; }
.bars { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr max-content; gap: .45rem .9rem; }
.bars > div { display: contents; }
.bar { display: flex; align-self: center; height: .8rem; border-radius: .4rem; overflow: hidden; background: var(--skipped-wash); }
.bar i { background: currentColor; }
.bar .skipped { background: repeating-linear-gradient(135deg, var(--line) 0 .25rem, transparent .25rem .5rem); }
.bars .number { font-variant-numeric: tabular-nums; text-align: right; }
.legend .mark { text-align: center; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .6rem 0 0; padding: 0; list-style: none; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tr:last-child > * { border-bottom: 0; }
th { font-weight: 600; }
thead th { color: var(--soft); }
.matrix td, .matrix thead th { padding: .35rem .3rem; text-align: center; vertical-align: middle; }
.matrix thead th:first-child, .matrix tbody th { padding-left: .75rem; text-align: left; }
.matrix tbody th { position: sticky; left: 0; background: var(--card); font-weight: 400; }
.matrix tbody th code { display: block; color: var(--soft); white-space: nowrap; }
.matrix .group th { color: var(--soft); font-weight: 600; background: var(--code); }
.mark { display: inline-block; min-width: 1.7rem; border-radius: .3rem; font-weight: 700; line-height: 1.6; }
.numeric { text-align: right; font-variant-numeric: tabular-nums; }
td.wide { overflow-wrap: anywhere; }
td p { margin: 0; }
footer { margin-top: 3rem; }
@media (max-width: 40rem) {
  body { padding: 1rem .75rem 3rem; }
  h1 { font-size: 1.5rem; }
  .card { padding: .8rem .9rem; }
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .6rem 1rem; }
  .facts .long { grid-column: 1 / -1; }
  .versus { grid-template-columns: 1fr; }
  .bars { grid-template-columns: 1fr; }
  .bars > div { display: grid; grid-template-columns: 1fr max-content; gap: .2rem 1rem; }
  .bars .bar { grid-column: 1 / -1; grid-row: 2; }
  .matrix tbody th { max-width: 11rem; }
  .matrix tbody th code { white-space: normal; }
}
@media print { pre { max-height: none; } .card { break-inside: avoid; } }
`;
