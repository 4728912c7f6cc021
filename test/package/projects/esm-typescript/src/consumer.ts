import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type RunningMock, startMock } from 'wuts-mock';
import { runContracts, type Verdict } from 'wuts-mock/contracts';
import { loadDocument, type RequestBody, type Schema, type Success } from 'wuts-mock/spec';

const mock: RunningMock = await startMock({ port: 0, seed: 1 });
const token = mock.accounts[0]?.token ?? '';

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(mock.url + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

const wanted: RequestBody<'createGroup'> = { name: 'Launch', participants: ['5511777777777'] };
const { group } = await call<Success<'createGroup'>['body']>('POST', '/groups', wanted);
const more: RequestBody<'addGroupParticipants'> = { participants: ['5511666666666'] };
await call('POST', `/groups/${group.jid}/participants`, more);
const read = await call<Success<'getGroup'>['body']>('GET', `/groups/${group.jid}`);
const members: Schema<'Participant'>[] = read.group.participants ?? [];
assert.deepEqual(
  members.map(({ jid }) => jid),
  ['5511999999999@s.whatsapp.net', '5511777777777@s.whatsapp.net', '5511666666666@s.whatsapp.net'],
);

const verdicts = new Set<Verdict>();
const target = { url: mock.url, tokens: { first: token }, participants: ['5511900000001'] };
for await (const { verdict } of runContracts(target, { only: ['groups/create*'] })) verdicts.add(verdict);
assert.ok(verdicts.has('kept') && !verdicts.has('broken'));
const about = await call<{ version: string }>('GET', '/__mock');
assert.match(about.version, /^\d+\.\d+\.\d+/);
const viewer = await fetch(`${mock.url}/docs/page.js`);
assert.ok(viewer.ok && (await viewer.text()).includes('form[data-path]'));
assert.match(await (await mock.fetch('http://mock/docs/control')).text(), /The control plane of wuts-mock/);
assert.match(await (await mock.fetch('http://mock/openapi.yaml')).text(), /^openapi: 3\.1\.0\n/);
await mock.close();

const written = await readFile(fileURLToPath(import.meta.resolve('wuts-mock/openapi.yaml')), 'utf8');
assert.ok(written.includes(`title: ${loadDocument().raw.info.title}`));

// @ts-expect-error: a name is a string.
const wrong: RequestBody<'createGroup'> = { name: 1, participants: [] };
assert.ok(wrong);
console.log('read back:', members.length, 'members');
