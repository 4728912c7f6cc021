import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calibrate } from '../../../contracts/calibrate/calibrate.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../../contracts/target/mock-target.ts';
import { startMock } from '../../../mock/index.ts';
import { loadDocument } from '../../../spec/index.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'wuts-search-'));

it.each([
  ['/communities/{jid}/link', 'child_jid'],
  ['/communities/{jid}/subgroups', 'group_jid'],
  ['/communities/{jid}/linked-groups', 'member_group'],
])('linking is found at %s with the field %s', { timeout: 60_000 }, async (path, field) => {
  const text = JSON.stringify(loadDocument().raw)
    .replaceAll('"/communities/{jid}/groups"', JSON.stringify(path))
    .replace('"required":["group_jid"],', `"required":["${field}"],`)
    .replace(/"group_jid":(\{[^{}]*"x-argument":"child_group")/, `"${field}":$1`)
    .replaceAll('{"group_jid":"120363039000000000@g.us"}', `{"${field}":"120363039000000000@g.us"}`);
  const spec = join(FOLDER, `${field}.json`);
  writeFileSync(spec, text);
  await using mock = await startMock({ port: 0, accounts: MOCK_ACCOUNTS, spec });
  const { tokens, url } = toMockTarget(mock.url);
  const target = { url, tokens: { first: tokens.first, second: tokens.second } };
  const { calibration, changes } = await calibrate(target, { seed: 1 });
  const { settled } = calibration;
  expect(settled['operation linkGroup']?.answer).toEqual({ method: 'POST', path });
  expect(settled['operation unlinkGroup']?.answer).toEqual({ method: 'DELETE', path });
  expect(settled['field ChildGroup.group_jid']?.answer).toEqual(
    field === 'group_jid' ? 'present' : { name: field },
  );
  expect(settled['refusal linked-already']?.answer).toEqual({ status: 409, error_code: 'CONFLICT' });
  expect(changes).toBeLessThanOrEqual(60);
});
