import { expect, it } from 'vitest';
import { calibrate } from '../../../contracts/calibrate/calibrate.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../../contracts/target/mock-target.ts';
import { startMock } from '../../../mock/index.ts';
import type { Rulings } from '../../../spec/facts/index.ts';
import { type Calibration, parseCalibration, writeCalibration } from '../../../spec/index.ts';

/** What two accounts and the numbers can show, asked of a mock with these rulings. */
async function calibrateMock(rulings: Partial<Rulings>, named: Partial<Rulings> = {}) {
  await using mock = await startMock({ port: 0, accounts: MOCK_ACCOUNTS, rulings: { ...rulings, ...named } });
  const { tokens, url } = toMockTarget(mock.url);
  const target = {
    url,
    tokens: { first: tokens.first, second: tokens.second },
    participants: ['5511900000001'],
    has: ['disconnecting', 'webhook', 'receiver'],
  } as const;
  return await calibrate(target, {
    seed: 1,
    stranger: '5500000000404',
    private: '5500000000403',
    limits: true,
  });
}

const OTHERS: Partial<Rulings> = {
  'unregistered-number': 'request-422',
  'not-participant': '404',
  'device-not-ready': '409',
  'request-or-device': 'device',
  'body-or-group': 'group',
  'rejoin-after-removal': 'allowed',
  'join-pending-flag': 'never',
  'link-refusal': 'swallowed',
  'c-us-jid': 'taken',
  'device-jid': 'taken',
  'invite-link-form': 'exact',
  'wrapped-base64': 'taken',
  'unpadded-base64': 'refused',
  'event-all': 'every-event',
  'webhook-signed-text': 'after-timestamp',
  'webhook-signature-form': 'base64',
  'webhook-signature-header': 'X-Hub-Signature-256',
  'private-codes': 'with-signs',
  'addressing-mode': 'lid',
  'people-events': 'one-each',
  'undocumented-fields': 'include',
};

const DEFAULTS: Partial<Rulings> = {
  'unregistered-number': 'row-404',
  'not-participant': '403',
  'device-not-ready': '503',
  'request-or-device': 'request',
  'body-or-group': 'body',
  'rejoin-after-removal': 'refused',
  'join-pending-flag': 'reported',
  'link-refusal': 'reported',
  'c-us-jid': 'refused',
  'device-jid': 'refused',
  'invite-link-form': 'any',
  'wrapped-base64': 'refused',
  'unpadded-base64': 'taken',
  'event-all': 'no-event',
  'webhook-signed-text': 'without-signature',
  'webhook-signature-form': 'sha256-hex',
  'webhook-signature-header': 'X-Webhook-Signature',
  'private-codes': 'alphanumeric',
  'addressing-mode': 'pn',
  'people-events': 'together',
  'undocumented-fields': 'include',
};

/** Answers tell no more than the documentation shows: not why a row fails, and nothing of a community. */
const { 'unregistered-number': _, 'private-codes': __, ...shown } = DEFAULTS;
const BARE: Partial<Rulings> = { ...shown, 'undocumented-fields': 'omit' };

/** What only a row would show that tells why it failed. */
const OF_ROWS = [
  'limit private-invite-code-length',
  'refusal number-not-on-whatsapp',
  'row 404',
  'ruling private-codes',
  'ruling unregistered-number',
];

function rulingsIn({ settled }: Calibration): Record<string, unknown> {
  const told = Object.entries(settled).filter(([fact]) => fact.startsWith('ruling '));
  return Object.fromEntries(told.map(([fact, { answer }]) => [fact.slice('ruling '.length), answer]));
}

it.each([
  ['its own', DEFAULTS],
  ['others', OTHERS],
  ['bare', BARE],
])('a mock with %s rulings is found to have them', { timeout: 60_000 }, async (_, rulings) => {
  const { calibration, calls, changes } = await calibrateMock(
    rulings,
    rulings === OTHERS ? { 'subject-limit': 37 } : {},
  );
  expect(rulingsIn(calibration)).toEqual(rulings);
  expect(Object.keys(calibration.contradicted)).toEqual([]);
  expect(Object.keys(calibration.unforeseen)).toEqual(rulings === BARE ? OF_ROWS : []);
  expect(calibration.settled['limit name-length']?.answer).toBe(rulings === OTHERS ? 37 : 100);
  expect(calibration.settled['limit topic-length']?.answer).toBe(2048);
  // Of these, six changes are those of the numbers and of what is too long, and 21 those by which the limits are found.
  expect(calls).toBeLessThanOrEqual(150);
  expect(changes).toBeLessThanOrEqual(87);
  expect(parseCalibration(writeCalibration(calibration), 'a.yaml')).toEqual(calibration);
});
