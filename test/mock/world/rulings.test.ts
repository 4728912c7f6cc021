/** What no call shows: the table of rulings, its words for people, and what is no ruling. */

import { describe, expect, it } from 'vitest';
import { createRulings, RulingError } from '../../../mock/world/rulings.ts';
import { RULINGS } from '../../../spec/facts/index.ts';

describe('the rulings', () => {
  it('are by default as the page of rules lists them', () => {
    expect(createRulings()).toEqual({
      'unregistered-number': 'row-404',
      'not-participant': '403',
      'device-not-ready': '503',
      'request-or-device': 'request',
      'body-or-group': 'body',
      'rejoin-after-removal': 'refused',
      'unlink-members': 'stay-in-community',
      'join-pending-flag': 'reported',
      'link-refusal': 'reported',
      'empty-group': 'ends',
      'people-events': 'together',
      'update-atomicity': 'one-by-one',
      'c-us-jid': 'refused',
      'device-jid': 'refused',
      'national-number': 'as-it-is',
      'invite-link-form': 'any',
      'wrapped-base64': 'refused',
      'unpadded-base64': 'taken',
      'event-all': 'no-event',
      'webhook-signed-text': 'without-signature',
      'webhook-signature-form': 'sha256-hex',
      'webhook-signature-header': 'X-Webhook-Signature',
      'plain-http-webhook': 'loopback',
      'private-codes': 'alphanumeric',
      'number-change': 'untold',
      'addressing-mode': 'pn',
      'number-spelling': 'whatsapp',
      'subject-limit': 100,
      'community-groups-limit': 100,
      'community-members-limit': 5000,
      'group-members-limit': 1024,
      'undocumented-fields': 'include',
    });
  });

  it('each say in a sentence what they decide, and how the default is known', () => {
    for (const { decides, provenance } of Object.values(RULINGS)) {
      expect(decides).toMatch(/^[A-Z].*\.$/);
      expect(['inferred', 'assumed']).toContain(provenance);
    }
  });

  it('take every choice that they name, and numbers as text too', () => {
    for (const [name, { choices }] of Object.entries(RULINGS)) {
      const all = 'byDefault' in choices ? [choices.from, choices.to, choices.byDefault] : choices;
      for (const choice of all) expect(createRulings({ [name]: choice })).toMatchObject({ [name]: choice });
    }
    expect(createRulings({ 'subject-limit': '25' })['subject-limit']).toBe(25);
    expect(createRulings({ 'not-participant': 404 })['not-participant']).toBe('404');
  });

  it.each([
    ['no-such-ruling', 'x', 'There is no ruling "no-such-ruling".'],
    ['constructor', 'x', 'There is no ruling "constructor".'],
    ['not-participant', '410', 'takes 403 or 404, not "410"'],
    ['subject-limit', '101', 'from 1 to 100, not "101"'],
    ['subject-limit', 'ten', 'from 1 to 100, not "ten"'],
    ['group-members-limit', 0, 'from 1 to 1000000, not "0"'],
    ['group-members-limit', 1.5, 'from 1 to 1000000, not "1.5"'],
  ])('refuse %s=%s, and say what would do', (name, choice, message) => {
    const make = () => createRulings({ [name]: choice });
    expect(make).toThrow(RulingError);
    expect(make).toThrow(message);
  });
});
