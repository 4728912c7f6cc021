import type { Summary } from '../summary.ts';

/** The summary itself, as `report.schema.json` describes it. */
export function toJson(summary: Summary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
