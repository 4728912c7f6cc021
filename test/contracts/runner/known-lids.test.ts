import { expect, it } from 'vitest';
import { byNumbers, type KnownLids, noteLids } from '../../../contracts/runner/known-lids.ts';

const NUMBER = '5511999999999@s.whatsapp.net';
const LID = '123@lid';

it.each([
  ['a row', { participants: [{ jid: NUMBER, phone_number: NUMBER, lid: LID }] }],
  ['a row that is called by LID', { participants: [{ jid: LID, phone_number: NUMBER }] }],
  ['a group', { group: { participants: [{ jid: NUMBER, lid: LID }] } }],
  ['a community', { community: { participants: [{ jid: NUMBER, lid: LID }] } }],
])('the LID of somebody is known from %s', (_, answer) => {
  const lids: KnownLids = new Map();
  noteLids(lids, answer);
  expect([...lids]).toEqual([[LID, NUMBER]]);
});

it.each([
  ['whose number is hidden', { participants: [{ jid: LID, phone_number: '', lid: LID }] }],
  ['whose LID is not told', { participants: [{ jid: NUMBER, phone_number: NUMBER }] }],
  ['in an answer of another shape', { participants: { jid: 1 } }],
  ['in no answer', undefined],
])('nothing is known of somebody %s', (_, answer) => {
  const lids: KnownLids = new Map();
  noteLids(lids, answer);
  expect(lids.size).toBe(0);
});

it('calls people by their numbers, wherever their LIDs stand', () => {
  const told = { sender: LID, join: [LID, '456@lid'], at: 1, reason: null };
  expect(byNumbers(told, new Map([[LID, NUMBER]]))).toEqual({
    ...told,
    sender: NUMBER,
    join: [NUMBER, '456@lid'],
  });
});
