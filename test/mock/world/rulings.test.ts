import { describe, expect, it } from 'vitest';
import { toRefusal } from '../../../mock/engine/error-reply.ts';
import { createOmission } from '../../../mock/wire/undocumented.ts';
import { linkGroup, unlinkGroup } from '../../../mock/world/communities.ts';
import { createCommunity, createGroup } from '../../../mock/world/creation.ts';
import { addParticipants } from '../../../mock/world/membership.ts';
import { findPerson } from '../../../mock/world/people.ts';
import { readGroup } from '../../../mock/world/reading.ts';
import { Refusal } from '../../../mock/world/refusals.ts';
import { createRulings, RULINGS, RulingError } from '../../../mock/world/rulings.ts';
import { changeSettings } from '../../../mock/world/settings.ts';
import { loadDocument } from '../../../spec/document.ts';
import { ana, ben, cleo, createScene, membersOf } from './scene.ts';

describe('the rulings', () => {
  it('are by default as whatsapp-rules.md lists them', () => {
    expect(createRulings()).toEqual({
      'unregistered-number': 'row-404',
      'not-participant': '403',
      'device-not-ready': '503',
      'rejoin-after-removal': 'refused',
      'unlink-members': 'stay-in-community',
      'join-pending-flag': 'reported',
      'link-refusal': 'reported',
      'empty-group': 'ends',
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

describe('unregistered-number', () => {
  it.each([
    ['row-404', [404, 'done']],
    ['request-422', 'number-not-on-whatsapp'],
  ] as const)('%s: adding a number that is not on WhatsApp', (ruling, outcome) => {
    const scene = createScene({ 'unregistered-number': ruling });
    const group = scene.group(ana);
    scene.person(ben).onWhatsApp = false;
    const add = () => scene.add(group, ana, ben, cleo);
    expect(ruling === 'row-404' ? add() : scene.refusal(add)).toEqual(outcome);
  });

  it('request-422: creating with such a number is refused, and nothing is made', () => {
    const scene = createScene({ 'unregistered-number': 'request-422' });
    for (const create of [createGroup, createCommunity]) {
      const attempt = () => create(scene.world, ana, { name: 'Crew' }, scene.people('5500000000404'));
      expect(scene.refusal(attempt)).toBe('number-not-on-whatsapp');
      expect(attempt).toThrow('It is 5500000000404.');
    }
  });

  it('request-422: a LID that nobody has is named', () => {
    const { world, group } = createScene({ 'unregistered-number': 'request-422' });
    const crew = group(ana);
    const nobody = findPerson(world, '123456789012345@lid');
    expect(() => addParticipants(world, crew, ana, [nobody])).toThrow('It is 123456789012345@lid.');
  });
});

describe('not-participant', () => {
  it.each([
    ['403', 'forbidden'],
    ['404', 'not-found'],
  ] as const)('%s: reading a group that one is not in', (ruling, code) => {
    const { world, group } = createScene({ 'not-participant': ruling });
    const { jid } = group(ana);
    expect(() => readGroup(world, jid, ben)).toThrow(
      expect.objectContaining({ rule: 'not-a-participant', code }),
    );
  });
});

describe('device-not-ready', () => {
  it.each(['503', '409', '400', '412'] as const)('%s is the status, under one error code', (ruling) => {
    const onFault = (error: unknown) => expect.unreachable(String(error));
    const { world } = createScene({ 'device-not-ready': ruling });
    const reply = toRefusal(new Refusal('device-not-ready'), world, onFault);
    expect(reply.status).toBe(Number(ruling));
    expect(reply.body.error_code).toBe('DEVICE_NOT_READY');
    expect(reply.body.error).toBe('WhatsApp session is not connected');
  });
});

describe('rejoin-after-removal', () => {
  it('refused or allowed: coming back by link after an admin removed one', () => {
    for (const ruling of ['refused', 'allowed'] as const) {
      const scene = createScene({ 'rejoin-after-removal': ruling });
      const group = scene.group(ana, [ben]);
      scene.remove(group, ana, ben);
      if (ruling === 'refused') expect(scene.refusal(() => scene.join(group, ben))).toBe('removed-by-admin');
      else expect(scene.join(group, ben).pending).toBe(false);
    }
  });
});

describe('unlink-members', () => {
  it.each([
    ['stay-in-community', [ana, ben, cleo, '5511900000009']],
    ['leave-community', [ana, ben, cleo]],
  ] as const)('%s: who is only there because of the unlinked group', (ruling, members) => {
    const scene = createScene({ 'unlink-members': ruling });
    const { community, announcementGroup } = scene.community(ana, [ben]);
    scene.group(ana, [cleo], {}, community);
    const group = scene.group(ana, [ben, cleo, '5511900000009'], {}, community);
    unlinkGroup(scene.world, community, group.jid, ana);
    expect(membersOf(community)).toEqual(members);
    expect(membersOf(announcementGroup)).toEqual(members);
    expect(group.members.size).toBe(4);
  });
});

describe('join-pending-flag', () => {
  it.each([
    ['reported', true],
    ['never', false],
  ] as const)('%s: what joining says while the request waits all the same', (ruling, pending) => {
    const scene = createScene({ 'join-pending-flag': ruling });
    const group = scene.group(ana, [], { joinApproval: true });
    expect(scene.join(group, ben).pending).toBe(pending);
    expect(group.joinRequests.has(ben)).toBe(true);
    expect(group.members.has(ben)).toBe(false);
  });
});

describe('link-refusal', () => {
  it('reported or swallowed: what is refused about the child group, which changes nothing', () => {
    for (const ruling of ['reported', 'swallowed'] as const) {
      const scene = createScene({ 'link-refusal': ruling });
      const [town, city] = [scene.community(ana).community, scene.community(ana).community];
      const group = scene.group(ana, [], {}, town);
      const attempts = [
        () => linkGroup(scene.world, city, group.jid, ana),
        () => unlinkGroup(scene.world, city, group.jid, ana),
        () => linkGroup(scene.world, city, '120363000000000000@g.us', ana),
      ];
      for (const attempt of attempts) {
        if (ruling === 'swallowed') expect(attempt).not.toThrow();
        else expect(attempt).toThrow(Refusal);
      }
      expect(group.parent).toBe(town.jid);
      expect(city.community?.linked.size).toBe(0);
    }
  });

  it('swallowed: who is no admin of the community is told all the same', () => {
    const scene = createScene({ 'link-refusal': 'swallowed' });
    const { community } = scene.community(ana, [ben]);
    const group = scene.group(ben);
    expect(scene.refusal(() => linkGroup(scene.world, community, group.jid, ben))).toBe('not-an-admin');
  });
});

describe('empty-group', () => {
  it.each([
    ['ends', 'no-such-group'],
    ['remains', 'not-a-participant'],
  ] as const)('%s: reading a group that everybody left', (ruling, rule) => {
    const scene = createScene({ 'empty-group': ruling });
    const group = scene.group(ana);
    scene.leave(group, ana);
    expect(scene.refusal(() => readGroup(scene.world, group.jid, ana))).toBe(rule);
  });
});

describe('the limits', () => {
  it('subject-limit counts the characters of a name', () => {
    const { world, group, refusal } = createScene({ 'subject-limit': 25 });
    const crew = group(ana);
    changeSettings(world, crew, ana, { name: 'x'.repeat(25) });
    expect(refusal(() => changeSettings(world, crew, ana, { name: 'x'.repeat(26) }))).toBe('name-too-long');
  });

  it('community-groups-limit counts the linked groups', () => {
    const scene = createScene({ 'community-groups-limit': 1 });
    const { community } = scene.community(ana);
    scene.group(ana, [], {}, community);
    const one = scene.group(ana);
    expect(scene.refusal(() => linkGroup(scene.world, community, one.jid, ana))).toBe(
      'too-many-groups-in-community',
    );
  });

  it('community-members-limit and group-members-limit count the creator', () => {
    const scene = createScene({ 'community-members-limit': 2, 'group-members-limit': 3 });
    expect(scene.add(scene.community(ana).community, ana, ben, cleo)).toEqual(['done', 419]);
    expect(scene.add(scene.group(ana), ana, ben, cleo, '5511900000009')).toEqual(['done', 'done', 500]);
  });
});

describe('undocumented-fields', () => {
  it('omit: strips from an answer what the public documentation does not show', () => {
    const document = loadDocument();
    const operation = document.operations.find(({ id }) => id === 'addGroupParticipants');
    if (operation === undefined) throw new Error('The document has no addGroupParticipants.');
    const row = { jid: 'a', phone_number: 'b', is_admin: false, is_super_admin: false };
    const body = { success: true, participants: [{ ...row, lid: 'c', error: 409 }] };
    expect(createOmission(document)(operation, 200, body)).toEqual({ success: true, participants: [row] });
  });
});
