import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { runContracts } from '../../../contracts/index.ts';
import { toJson } from '../../../contracts/reports/json.ts';
import schema from '../../../contracts/reports/report.schema.json' with { type: 'json' };
import { startMock } from '../../../mock/index.ts';
import { collect, makeResults, summariseResults } from './results.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function issuesOf(json: string) {
  validate(JSON.parse(json));
  return validate.errors ?? [];
}

describe('the JSON report', () => {
  it('is as its schema says', () => {
    expect(issuesOf(toJson(summariseResults(makeResults())))).toEqual([]);
    expect(issuesOf(toJson(summariseResults([], { endedEarly: 'interrupted' })))).toEqual([]);
  });

  it('is as its schema says after a real run', async () => {
    const mock = await startMock({ port: 0 });
    const [first, second] = mock.accounts.map(({ token }) => token);
    const target = { url: mock.url, tokens: { first: first ?? '', second } };
    const results = await collect(runContracts(target, { only: ['groups'] }));
    await mock.close();
    const report = summariseResults(results, { target });
    expect(issuesOf(toJson(report))).toEqual([]);
    expect(report.verdicts.kept).toBeGreaterThan(10);
  });

  it('has a schema that knows a wrong report', () => {
    const summary = summariseResults(makeResults());
    expect(issuesOf(toJson({ ...summary, startedAt: 'yesterday' }))).not.toEqual([]);
    expect(issuesOf(JSON.stringify({ ...summary, weather: 'fair' }))).not.toEqual([]);
  });
});
