import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { toJunit } from './junit.ts';
import { toMarkdown } from './markdown.ts';
import { toSarif } from './sarif.ts';
import type { Summary } from './summary.ts';

/** The formats of reports. */
export type ReportName = 'json' | 'junit' | 'sarif' | 'html' | 'md';

/** The reports that a run can write, by the name of their format. */
export const REPORTS: Record<ReportName, (summary: Summary) => string> = {
  json: toJson,
  junit: toJunit,
  sarif: toSarif,
  html: toHtml,
  md: toMarkdown,
};
