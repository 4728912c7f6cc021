import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { learnFromArchive } from '../../../contracts/calibrate/archive.ts';
import { parseArchive } from '../../../contracts/har/archive.ts';
import { startMock } from '../../../mock/index.ts';
import type { Rulings } from '../../../spec/facts/index.ts';
import { type Calibration, loadDocument, readCalibration } from '../../../spec/index.ts';
import { startContracts } from '../../mock/cli/cli.ts';
import { createRecorder, toArchive } from '../har/recorder.ts';

const TOKEN = '22222222-2222-4222-8222-222222222222';
const document = loadDocument();

/** What a consumer does to a mock, as it is recorded. */
async function record(rulings: Partial<Rulings> = {}): Promise<string> {
  await using mock = await startMock({ port: 0, rulings });
  const { entries, call } = createRecorder(mock.url, TOKEN);
  const post = (path: string, body: object) => call(path, { method: 'POST', body });
  const { body: made } = await post('/groups', { name: 'Canary crew', participants: ['5511900000001'] });
  const { jid } = made.group;
  await call(`/groups/${jid}`);
  await call(`/groups/${jid}/invite`);
  await post(`/groups/${jid}/participants`, { participants: ['5500000000403'] });
  const { body: grand } = await post('/communities', { name: 'Canary town', participants: [] });
  await post(`/communities/${grand.community.jid}/groups`, { group_jid: jid });
  await call('/status');
  await call('/groups/120363000000000000@g.us');
  await call('/disconnect', { method: 'POST' });
  await call('/groups');
  return toArchive(entries);
}

function learn(text: string): Calibration {
  return learnFromArchive(parseArchive(text, 'a.har'), document).calibration;
}

it('what a recording shows is settled, and nothing that it cannot show', async () => {
  const { settled, contradicted, unforeseen, unsettled } = learn(await record());
  expect(settled).toMatchObject({
    'ruling device-not-ready': { answer: '503' },
    'ruling private-codes': { answer: 'alphanumeric' },
    'limit invite-code-length': { answer: 22 },
    'limit private-invite-code-length': { answer: 16 },
    'status createCommunity 201': { answer: 201 },
    'operation linkGroup': { answer: { method: 'POST', path: '/communities/{jid}/groups' } },
    'field ChildGroup.group_jid': { answer: 'present' },
    'field Group.picture_id': { answer: 'nullable' },
    'field Group.member_add_mode': { answer: 'present' },
    'code NOT_FOUND': { answer: 'NOT_FOUND' },
    'schema DeviceId': { answer: 'yes' },
  });
  expect([contradicted, unforeseen]).toEqual([{}, {}]);
  expect(unsettled['refusal no-such-group']).toEqual({
    because: 'the recording does not show it',
    needs: 'ask a live gateway, with --url and --token',
  });
});

it('a field that is not there is left open, since it may have another name', async () => {
  const { settled, unsettled } = learn(
    await record({ 'undocumented-fields': 'omit', 'device-not-ready': '409' }),
  );
  expect(settled['ruling device-not-ready']?.answer).toBe('409');
  expect(settled['field Group.picture_id']).toBeUndefined();
  expect(unsettled['field Group.picture_id']?.because).toMatch(/^it was not there/);
});

it('a service that fails, or is asked too often, shows what it answers then', async () => {
  await using mock = await startMock({ port: 0 });
  const { token, faults } = mock.world();
  const { entries, call } = createRecorder(mock.url, token);
  faults.next('listGroups', { status: 500 });
  await call('/groups');
  faults.next('getStatus', { status: 429 });
  await call('/status');
  // A proxy answers so, not WUTS.
  faults.next('listWebhookEvents', { status: 500, body: { success: false, error: 'upstream' } });
  await call('/webhook/events');
  const { settled, unsettled } = learn(toArchive(entries));
  expect(settled).toMatchObject({
    'status listGroups 500': { answer: 500, seen: 1 },
    'code INTERNAL_ERROR': { answer: 'INTERNAL_ERROR', seen: 1 },
    'schema InternalServerError': { answer: 'yes' },
    'code RATE_LIMITED': { answer: 'RATE_LIMITED' },
    'field RateLimitedError.error_code': { answer: 'present' },
  });
  expect(unsettled).toHaveProperty(['status listWebhookEvents 500']);
});

it('the command writes a file without anything private, needs no target, and compares', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-learn-'));
  const [har, file] = [join(folder, 'a.har'), join(folder, 'a.yaml')];
  const text = await record();
  // What is sent may come back as a code.
  writeFileSync(har, text.replaceAll('NOT_FOUND', 'Canary'));
  const { code, stdout } = await startContracts('calibrate', '--har', har, '-o', file).ended;
  expect(stdout).toContain('  behaviour own-deeds-are-told and ');
  expect(stdout).toMatch(/\d+ facts settled: \d+ as held, 0 otherwise; 0 calls, 0 changes\n/);
  expect(code).toBe(0);
  const written = readFileSync(file, 'utf8').replace(/^document: .*/m, '');
  expect(written).not.toMatch(/@|canary|22222222|\d{6}/i);
  expect(readCalibration(file).settled['code NOT_FOUND']).toBeUndefined();
  const again = await startContracts('calibrate', '--har', har, '--check', file).ended;
  expect(again.stdout).toContain('Nothing has changed since ');
});
