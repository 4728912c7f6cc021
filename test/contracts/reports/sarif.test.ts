import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { toSarif } from '../../../contracts/reports/sarif.ts';
import { makeResult, makeResults, summariseResults } from './results.ts';

/** The schema of OASIS, whose draft 4 says the same in draft 7. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync('test/contracts/reports/sarif-2.1.0.schema.json', 'utf8'));
const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const fits = ajv.compile(schema);

describe('the SARIF report', () => {
  it.each([
    ['every verdict', summariseResults(makeResults())],
    ['a kept contract', summariseResults([makeResult()])],
    ['a run without cases', summariseResults([])],
    ['a run that ended early', summariseResults(makeResults(), { endedEarly: 'it was interrupted' })],
  ])('fits the schema of SARIF 2.1.0: %s', (_, summary) => {
    expect(fits(JSON.parse(toSarif(summary))), JSON.stringify(fits.errors)).toBe(true);
  });

  it('is held to that schema', () => {
    const report = JSON.parse(toSarif(summariseResults(makeResults())));
    report.runs[0].results[0].level = 'fatal';
    expect(fits(report)).toBe(false);
  });

  it('has a result for each cause, as grave as it is, and names the cases', () => {
    const summary = summariseResults(makeResults());
    const [run] = JSON.parse(toSarif(summary)).runs;
    expect(run.results.map(({ ruleId, level }: Record<string, unknown>) => [ruleId, level])).toEqual(
      summary.causes.map(({ verdict, fails }) => [
        verdict,
        fails ? 'error' : verdict === 'differs' ? 'warning' : 'note',
      ]),
    );
    expect(run.results[0].message.text).toBe(
      'GroupWithParticipants.name: expected "Friends", seen "Enemies". 1 case: groups/rename',
    );
    const known = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId } of run.results) expect(known).toContain(ruleId);
  });

  it('knows a cause again in the next run', () => {
    const marksOf = (text: string) =>
      JSON.parse(text).runs[0].results.map((one: Record<string, unknown>) =>
        JSON.stringify(one.partialFingerprints),
      );
    const [one, other] = [
      toSarif(summariseResults(makeResults())),
      toSarif(summariseResults(makeResults(), { seed: 8 })),
    ];
    expect(marksOf(one)).toEqual(marksOf(other));
    expect(new Set(marksOf(one)).size).toBe(marksOf(one).length);
  });
});
