import { expect, it } from 'vitest';
import { fieldNamed, showCall, toWord } from '../../../contracts/calibrate/evidence.ts';
import { createScrub } from '../../../contracts/target/scrub.ts';
import { loadDocument } from '../../../spec/index.ts';

const TOKEN = 'c0dec0de-1111-4111-8111-cccccccccccc';
const scrub = createScrub({ url: 'http://127.0.0.1', tokens: { first: TOKEN } });
const values = {
  name: 'wuts-contract Canary7',
  'first.jid': '5511977776666@s.whatsapp.net',
  link: 'AbCdEfGhIjKlMnOpQrStUv',
};
const word = (said: unknown) => toWord(said, scrub, values);

it.each([
  ['a token', TOKEN],
  ['a token without dashes', TOKEN.replaceAll('-', '')],
  ['a piece of a token', `X${TOKEN.slice(0, 13)}`],
  ['a number', 'N5511977776666'],
  ['a part of a number', '977776666'],
  ['a JID', '5511977776666@s.whatsapp.net'],
  ['a LID', 'A204761193845@lid'],
  ['a part of a name', 'Canary7'],
  ['a link', 'AbCdEfGhIjKlMnOpQrStUv'],
  ['a sentence', 'No such group'],
  ['a long word', 'A'.repeat(65)],
  ['nothing', undefined],
  ['a number of JSON', 7],
])('%s is no word that may be told', (_, said) => {
  expect(word(said)).toBeUndefined();
});

it.each(['CONFLICT', 'group_not_found', 'child_jid', 'E42'])('%s may be told', (said) => {
  expect(word(said)).toBe(said);
});

it.each([
  [{ validation: [{ field: 'child_jid' }], error: 'validation failed' }, 'child_jid'],
  [{ error: 'missing required field: subgroup_jid' }, 'subgroup_jid'],
  [{ error: 'field "child" is required' }, 'child'],
  [{ error: 'group_jid is not what child_jid is' }, 'child_jid'],
  [{ error: 'validation failed' }, undefined],
])('the field that %j complains about is %s', (body, field) => {
  expect(fieldNamed(body, ['group_jid'])).toBe(field);
});

it.each([
  [{ suffix: '/nothing' }, 'GET /status/nothing'],
  [{ contentType: 'text/plain' }, 'GET /status as text/plain'],
  [{ contentType: null }, 'GET /status without a Content-Type'],
  [{ bytes: 9 }, 'GET /status of 9 bytes'],
  [undefined, 'GET /status'],
])('a call that departs by %j is told as %s', (alter, told) => {
  const [operation] = loadDocument().operations.filter(({ id }) => id === 'getStatus');
  if (operation === undefined) throw new Error('no getStatus');
  const request = { method: 'GET', url: 'http://127.0.0.1/status/990', headers: {} };
  expect(showCall({ operation, request, alter } as Parameters<typeof showCall>[0])).toBe(told);
});
