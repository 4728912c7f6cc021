import { createHash } from 'node:crypto';
import type { Cause } from './causes.ts';
import { count } from './show.ts';
import type { Summary } from './summary.ts';

/** How code scanning shows a cause that does not fail the run, by its verdict; what fails is an error. */
const LEVELS: Readonly<Record<string, 'warning' | 'note'>> = { differs: 'warning' };

/** What each verdict means, as the rules of the report. */
const RULES = {
  broken: 'A documented promise is not kept.',
  'setup-failed': 'The stage for a promise could not be set, so the promise itself was not tried.',
  differs: 'The target does otherwise than follows from documented facts or from WhatsApp itself.',
  discovery: 'Nobody knew what WUTS does here. This is what the target does instead of what was assumed.',
};

/** So many cases of a cause are named. */
const MOST_CASES = 20;

/** SARIF 2.1.0, as GitHub code scanning and others read it: a result for each cause. */
export function toSarif(summary: Summary): string {
  const report = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'wuts-contracts',
            rules: Object.entries(RULES).map(([id, text]) => ({ id, shortDescription: { text } })),
          },
        },
        automationDetails: { id: 'wuts-contracts/' },
        invocations: [
          {
            executionSuccessful: summary.endedEarly === undefined,
            startTimeUtc: summary.startedAt,
            ...(summary.endedEarly === undefined ? {} : { exitCodeDescription: summary.endedEarly }),
          },
        ],
        results: summary.causes.map(toResult),
      },
    ],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function toResult(cause: Cause) {
  const { about, expected, seen, verdict, fails, cases, consequence } = cause;
  const more = cases.length > MOST_CASES ? ', …' : '';
  const so = consequence === undefined ? '' : `. So ${consequence}`;
  return {
    ruleId: verdict,
    level: fails ? 'error' : (LEVELS[verdict] ?? 'note'),
    message: {
      text: `${about}: expected ${expected}, seen ${seen}. ${count(cases.length, 'case')}: ${cases.slice(0, MOST_CASES).join(', ')}${more}${so}`,
    },
    // Code scanning wants a file: the document is what is not kept.
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'openapi.yaml' }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: about }],
      },
    ],
    partialFingerprints: {
      'cause/v1': createHash('sha256')
        .update(`${verdict} ${about} ${expected} ${/^status \d+/.exec(seen)?.[0] ?? ''}`)
        .digest('hex'),
    },
    occurrenceCount: cases.length,
  };
}
