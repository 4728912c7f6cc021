import { describe, expect, it } from 'vitest';
import { fitsByLid, type KnownLids, noteLids } from '../../../contracts/runner/known-lids.ts';

const NUMBER = '5511999999999@s.whatsapp.net';
const OTHER = '5511888888888@s.whatsapp.net';
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
  ['whose number is no text', { participants: [{ jid: { toString: 1, valueOf: 1 }, lid: LID }] }],
  ['in an answer of another shape', { participants: { jid: 1 } }],
  ['in no answer', undefined],
])('nothing is known of somebody %s', (_, answer) => {
  const lids: KnownLids = new Map();
  noteLids(lids, answer);
  expect(lids.size).toBe(0);
});

describe('what calls people by LIDs', () => {
  const expected = { sender: NUMBER, join: [NUMBER, OTHER], reason: null };
  const told = { sender: LID, join: [LID, '456@lid'], reason: null };

  it.each<[string, [string, string][], boolean]>([
    [
      'fits where all of them are known',
      [
        [LID, NUMBER],
        ['456@lid', OTHER],
      ],
      true,
    ],
    ['fits where nobody told whose they are', [], true],
    ['does not fit where one is that of somebody else', [[LID, OTHER]], false],
    ['does not fit where somebody has another one', [['789@lid', OTHER]], false],
  ])('%s', (_, known, isFit) => {
    expect(fitsByLid(expected, told, new Map(known))).toBe(isFit);
  });

  it('is held to it from then on, and only where all of it fits', () => {
    const lids: KnownLids = new Map();
    expect(fitsByLid({ sender: NUMBER, name: 'a' }, { sender: LID, name: 'b' }, lids)).toBe(false);
    expect(lids.size).toBe(0);
    expect(fitsByLid({ sender: NUMBER }, { sender: LID }, lids)).toBe(true);
    expect(fitsByLid({ sender: OTHER }, { sender: LID }, lids)).toBe(false);
  });
});
