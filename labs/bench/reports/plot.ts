import { bareExpress, bareHttp, prism, standAlone } from '../contestants.ts';
import { LOADED } from '../requests.ts';
import type { BenchResult, Measure, RowResult } from '../result.ts';
import { toShown } from '../statistics.ts';

type Colour = 'ours' | 'openapi' | 'other' | 'limit';

const LEGEND: readonly { colour: Colour; says: string; at: number }[] = [
  { colour: 'ours', says: 'wuts-mock: state, all checks', at: 0 },
  { colour: 'openapi', says: 'a mock of OpenAPI', at: 220 },
  { colour: 'other', says: 'a mock without a document', at: 350 },
  { colour: 'limit', says: 'limits: nothing but the answer', at: 550 },
];

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 15px } .quiet { fill: #59636e; font-weight: 400 } .end { text-anchor: end }
.line { stroke: #d1d9e0; stroke-width: 1 } .back { fill: #ffffff }
.ours { fill: #1a7f5a } .openapi { fill: #3b78c2 } .other { fill: #a86fc0 } .limit { fill: #a3acb5 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .quiet { fill: #9198a1 } .line { stroke: #3d444d } .back { fill: #0d1117 }
  .ours { fill: #3fb98a } .openapi { fill: #5f9bea } .other { fill: #c595dc } .limit { fill: #6e7781 }
}`;

const EDGE = 16;
const TOP = 72;
const WIDTH = 920;
/** Names stand left of the bars and figures right of them. */
const PANEL = { names: 165, figures: 60, head: 58, bar: 16, step: 24 };
const CONNECTIONS = '10 connections';

/** What is served as a share of bare `node:http`, one panel per operation and Node, as SVG that follows light and dark. */
export function toPlot({ rows }: BenchResult): string {
  const shown = LOADED.map((operation) => rows.filter(({ row }) => row === operation)).filter(
    (line) => line.length > 0,
  );
  const heights = shown.map(
    (line) => PANEL.head + PANEL.step * Math.max(...line.map((row) => barsOf(row).length)),
  );
  const height = heights.reduce((sum, one) => sum + one, TOP);
  const panels = shown.flatMap((line, index) => {
    const top = heights.slice(0, index).reduce((sum, one) => sum + one, TOP);
    const width = WIDTH / line.length;
    return line.map((row, column) => toPanel(row, { left: column * width, top, width }));
  });
  const heading = `Requests per second as a share of ${bareHttp.name}, ${CONNECTIONS}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${heading}">
<style>${STYLE}
</style>
<rect class="back" width="${WIDTH}" height="${height}"/>
<text class="title" x="${EDGE}" y="28">${heading}</text>
${LEGEND.map(toKey).join('\n')}
${panels.join('\n')}
</svg>
`;
}

function barsOf({ measures }: RowResult): Measure[] {
  return measures
    .filter(({ what }) => what === CONNECTIONS)
    .sort((one, other) => (other.ratio ?? 0) - (one.ratio ?? 0));
}

function toKey({ colour, says, at }: (typeof LEGEND)[number]): string {
  const x = EDGE + at;
  return `<rect class="${colour}" x="${x}" y="44" width="12" height="12" rx="2"/><text x="${x + 18}" y="55">${says}</text>`;
}

function toPanel(row: RowResult, { left, top, width }: { left: number; top: number; width: number }): string {
  const from = left + EDGE + PANEL.names;
  const bars = barsOf(row);
  const first = top + PANEL.head - 6;
  const longest = Math.max(1, ...bars.map(({ ratio = 0 }) => ratio));
  const scale = (width - PANEL.names - PANEL.figures - 2 * EDGE) / longest;
  return [
    `<text class="title" x="${left + EDGE}" y="${top + 36}">${row.row} <tspan class="quiet">Node ${row.node.slice(1)}</tspan></text>`,
    ...bars.map((bar, index) => toBar(bar, from, first + index * PANEL.step, scale)),
    `<line class="line" x1="${from}" x2="${from}" y1="${first - 4}" y2="${first + bars.length * PANEL.step - 4}"/>`,
  ].join('\n');
}

function toBar({ who, ratio = 0, median }: Measure, from: number, top: number, scale: number): string {
  const width = Math.max(1, ratio * scale);
  const middle = top + PANEL.bar - 3;
  return [
    `<text class="end" x="${from - 8}" y="${middle}">${who}</text>`,
    `<rect class="${colourOf(who)}" x="${from}" y="${top}" width="${width.toFixed(1)}" height="${PANEL.bar}" rx="2"><title>${toShown(median)} req/s</title></rect>`,
    `<text class="quiet" x="${(from + width + 6).toFixed(1)}" y="${middle}">${toShown(ratio)}</text>`,
  ].join('');
}

function colourOf(who: string): Colour {
  if (who === standAlone.name) return 'ours';
  if (who === prism.name) return 'openapi';
  return who === bareHttp.name || who === bareExpress.name ? 'limit' : 'other';
}
