/** What no call promises: which rule refuses, and the text of each refusal. */

import { describe, expect, it } from 'vitest';
import { perform } from '../../../mock/world/acts.ts';
import { HOUR } from '../../../mock/world/clock.ts';
import { linkGroup, unlinkGroup } from '../../../mock/world/communities.ts';
import { createCommunity } from '../../../mock/world/creation.ts';
import { disconnect, mustBeReady } from '../../../mock/world/devices.ts';
import { joinByLink, joinByPrivateInvite, resetInviteCode } from '../../../mock/world/invites.ts';
import { cancelJoinRequest } from '../../../mock/world/join-requests.ts';
import { addParticipants } from '../../../mock/world/membership.ts';
import { changePerson, findPerson, type Phone } from '../../../mock/world/people.ts';
import { readGroup } from '../../../mock/world/reading.ts';
import { Refusal } from '../../../mock/world/refusals.ts';
import { changePicture, changeSettings } from '../../../mock/world/settings.ts';
import { REFUSALS, type RuleName, type Rulings } from '../../../spec/facts/index.ts';
import { ana, ben, cleo, createScene, type Scene } from './scene.ts';

/** For each rule a way to meet it: the preparation, and then the request that is refused. */
const SCENARIOS: Record<RuleName, (scene: Scene) => () => unknown> = {
  'device-not-ready': ({ world, device }) => {
    disconnect(world, device(ana));
    return () => mustBeReady(device(ana));
  },
  'no-such-group':
    ({ world }) =>
    () =>
      readGroup(world, '120363000000000000@g.us', ana),
  'not-a-participant': ({ world, group }) => {
    const { jid } = group(ana);
    return () => readGroup(world, jid, ben);
  },
  'not-an-admin': ({ group, remove }) => {
    const crew = group(ana, [ben]);
    return () => remove(crew, ben, ana);
  },
  'group-is-locked': ({ world, group }) => {
    const crew = group(ana, [ben], { locked: true });
    return () => changeSettings(world, crew, ben, { name: 'New' });
  },
  'only-admins-add': ({ group, add }) => {
    const crew = group(ana, [ben], { memberAddMode: 'admin' });
    return () => add(crew, ben, cleo);
  },
  'not-on-announcement-group': ({ world, community }) => {
    const { announcementGroup } = community(ana);
    return () => changeSettings(world, announcementGroup, ana, { name: 'New' });
  },
  'not-on-community': ({ world, community }) => {
    const town = community(ana).community;
    return () => changeSettings(world, town, ana, { announcement: true });
  },
  'not-a-community': ({ world, group }) => {
    const [crew, other] = [group(ana), group(ana)];
    return () => linkGroup(world, crew, other.jid, ana);
  },
  'community-in-community': ({ world, community }) => {
    const town = community(ana).community;
    return () => createCommunity(world, ana, { name: 'New' }, [], town.jid);
  },
  'admins-stay-in-announcement-group': ({ community, leave }) => {
    const { announcementGroup } = community(ana);
    return () => leave(announcementGroup, ana);
  },
  'creator-stays-in-community': ({ community, leave }) => {
    const town = community(ana).community;
    return () => leave(town, ana);
  },
  'name-too-long': ({ world, group }) => {
    const crew = group(ana);
    return () => changeSettings(world, crew, ana, { name: 'x'.repeat(101) });
  },
  'not-a-jpeg': ({ world, group }) => {
    const crew = group(ana);
    return () => changePicture(world, crew, ana, 'iVBORw0KGgo=');
  },
  'number-not-on-whatsapp': ({ world, group }) => {
    const crew = group(ana);
    return () => addParticipants(world, crew, ana, [findPerson(world, '123456789012345@lid')]);
  },
  'no-such-invite':
    ({ world }) =>
    () =>
      joinByLink(world, ana, 'nobodygavethiscodetoyou'),
  'invite-link-reset': ({ world, group }) => {
    const crew = group(ana);
    const code = crew.inviteCode;
    resetInviteCode(world, crew, ana);
    return () => joinByLink(world, ben, code);
  },
  'private-invite-used': (scene) => {
    const { crew, accept } = inviteBen(scene);
    accept(ben);
    scene.leave(crew, ben);
    return () => accept(ben);
  },
  'private-invite-expired': (scene) => {
    const { accept } = inviteBen(scene);
    scene.wait(72 * HOUR);
    return () => accept(ben);
  },
  'private-invite-of-another': (scene) => {
    const { accept } = inviteBen(scene);
    return () => accept(cleo);
  },
  'already-a-member': ({ group, join }) => {
    const crew = group(ana, [ben]);
    return () => join(crew, ben);
  },
  'removed-by-admin': ({ group, remove, join }) => {
    const crew = group(ana, [ben]);
    remove(crew, ana, ben);
    return () => join(crew, ben);
  },
  'group-full': ({ group, join }) => {
    const crew = group(ana, [ben, cleo]);
    return () => join(crew, '5511900000009');
  },
  'community-full': ({ community, join }) => {
    const town = community(ana, [ben, cleo]).community;
    return () => join(town, '5511900000009');
  },
  'too-many-groups-in-community': ({ world, community, group }) => {
    const town = community(ana).community;
    const crew = group(ana);
    group(ana, [], {}, town);
    return () => linkGroup(world, town, crew.jid, ana);
  },
  'linked-already': ({ world, community, group }) => {
    const town = community(ana).community;
    const crew = group(ana, [], {}, town);
    return () => linkGroup(world, town, crew.jid, ana);
  },
  'not-linked-here': ({ world, community, group }) => {
    const town = community(ana).community;
    const crew = group(ana);
    return () => unlinkGroup(world, town, crew.jid, ana);
  },
  'not-on-whatsapp': ({ world, person, group }) => {
    const crew = group(ana, [ben]);
    person(ben).onWhatsApp = false;
    return () => perform(world, ben, { do: 'leave', group: crew.jid });
  },
  'join-approval-off': ({ world, group }) => {
    const crew = group(ana);
    return () => perform(world, ben, { do: 'ask', by: { group: crew.jid } });
  },
  'lid-taken': ({ world, person }) => {
    const { lid } = person(ana);
    return () => changePerson(world, person(ben), { lid });
  },
  'no-join-request': ({ world, group }) => {
    const crew = group(ana);
    return () => cancelJoinRequest(world, crew, ben);
  },
};

/** Small limits, so that they are reached. */
const RULINGS: Partial<Rulings> = {
  'unregistered-number': 'request-422',
  'group-members-limit': 3,
  'community-members-limit': 3,
  'community-groups-limit': 1,
};

/** What some refusals add about the value that they received. */
const DETAILS: Partial<Record<RuleName, RegExp>> = {
  'name-too-long': /^It has 101 characters, the limit is 100\.$/,
  'not-a-jpeg': /^It starts with "iVBORw0K"\.$/,
  'number-not-on-whatsapp': /^It is 123456789012345@lid\.$/,
  'too-many-groups-in-community': /^The limit is 1\.$/,
  'linked-already': /^It is linked to 120363\d{12}@g\.us\.$/,
  'not-on-whatsapp': /^It is 5511900000002\.$/,
  'lid-taken': /^\d{15}@lid is that of 5511900000001\.$/,
};

describe.each(Object.entries(REFUSALS))('the rule %s', (name, rule) => {
  it('can be met, says what it is and what it received, and changes nothing', () => {
    const scene = createScene(RULINGS);
    const attempt = SCENARIOS[name as RuleName](scene);
    expect(scene.refusal(attempt)).toBe(name);
    expect(attempt).toThrow(rule.says);
    const detail = messageOf(attempt).slice(rule.says.length).trim();
    expect(detail).toMatch(DETAILS[name as RuleName] ?? /^$/);
  });

  it('has a source when it is known from somewhere, and none when it is assumed', () => {
    if (rule.provenance === 'assumed') expect(rule).not.toHaveProperty('source');
    else
      expect(rule).toHaveProperty('source', expect.stringMatching(/^(docs|whatsmeow|whatsapp-web|faq): \S/));
  });

  it('has a name in kebab case and is said in a sentence', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    if (rule.provenance !== 'documented') expect(rule.says).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a refusal says more', () => {
  it('of a number that is not on WhatsApp: the number, where there is one', () => {
    const { world, group, people } = createScene(RULINGS);
    const crew = group(ana);
    const add = () => addParticipants(world, crew, ana, people('5500000000404'));
    expect(messageOf(add)).toMatch(/ It is 5500000000404\.$/);
  });

  it('of a community that was to be an announcement group', () => {
    const { world } = createScene();
    const create = () => createCommunity(world, ana, { name: 'Town', announcement: true }, []);
    expect(messageOf(create)).toMatch(/ It was asked to be an announcement group\.$/);
  });
});

function messageOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Ben's privacy forbids adding him, so Ana got a private invite for him. */
function inviteBen(scene: Scene) {
  const crew = scene.group(ana);
  scene.person(ben).addableBy = 'nobody';
  const [row] = addParticipants(scene.world, crew, ana, scene.people(ben));
  const invite = { code: row?.addRequest?.code ?? '', group: crew.jid, inviter: ana };
  return { crew, accept: (phone: Phone) => joinByPrivateInvite(scene.world, phone, invite) };
}
