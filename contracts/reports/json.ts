import type { Summary } from './summary.ts';

/** The summary itself; its type says what it holds. */
export function toJson(summary: Summary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
