/** What no call promises: which rule refuses, and the text of each refusal. */

import { describe, expect, it } from 'vitest';
import { apply } from '../../../mock/world/apply/apply.ts';
import { HOUR } from '../../../mock/world/clock.ts';
import { allowed, Refusal } from '../../../mock/world/refusals.ts';
import { disconnect, whyNotReady } from '../../../mock/world/rules/devices.ts';
import { findGroupTo } from '../../../mock/world/rules/reading.ts';
import type { Phone } from '../../../mock/world/state/id.ts';
import { REFUSALS, type RuleName, type Rulings } from '../../../spec/facts/index.ts';
import { ana, ben, cleo, createScene, type Scene } from './scene.ts';

/** For each rule a way to meet it: the preparation, and then the request that is refused. */
const SCENARIOS: Record<RuleName, (scene: Scene) => () => unknown> = {
  'device-not-ready': ({ world, device }) => {
    apply(world, disconnect(device(ana)));
    return () => allowed(whyNotReady(device(ana)));
  },
  'no-such-group':
    ({ world }) =>
    () =>
      allowed(findGroupTo(world, '120363000000000000@g.us', ana, 'read')),
  'not-a-participant': ({ world, group }) => {
    const { jid } = group(ana);
    return () => allowed(findGroupTo(world, jid, ben, 'read'));
  },
  'not-an-admin': ({ group, remove }) => {
    const crew = group(ana, [ben]);
    return () => remove(crew, ben, ana);
  },
  'group-is-locked': ({ does, group }) => {
    const crew = group(ana, [ben], { locked: true });
    return () => does(ben, { do: 'set', group: crew.jid, settings: { name: 'New' } });
  },
  'only-admins-add': ({ group, add }) => {
    const crew = group(ana, [ben], { memberAddMode: 'admin' });
    return () => add(crew, ben, cleo);
  },
  'not-on-announcement-group': ({ does, community }) => {
    const { announcementGroup } = community(ana);
    return () => does(ana, { do: 'set', group: announcementGroup.jid, settings: { name: 'New' } });
  },
  'not-on-community': ({ does, community }) => {
    const town = community(ana).community;
    return () => does(ana, { do: 'set', group: town.jid, settings: { announcement: true } });
  },
  'not-a-community': ({ does, group }) => {
    const [crew, other] = [group(ana), group(ana)];
    return () => does(ana, { do: 'link', community: crew.jid, group: other.jid });
  },
  'community-in-community': ({ does, community }) => {
    const town = community(ana).community;
    return () =>
      does(ana, { do: 'create-community', settings: { name: 'New' }, people: [], parent: town.jid });
  },
  'admins-stay-in-announcement-group': ({ community, leave }) => {
    const { announcementGroup } = community(ana);
    return () => leave(announcementGroup, ana);
  },
  'creator-stays-in-community': ({ community, leave }) => {
    const town = community(ana).community;
    return () => leave(town, ana);
  },
  'name-too-long': ({ does, group }) => {
    const crew = group(ana);
    return () => does(ana, { do: 'set', group: crew.jid, settings: { name: 'x'.repeat(101) } });
  },
  'not-a-jpeg': ({ does, group }) => {
    const crew = group(ana);
    return () => does(ana, { do: 'set-picture', group: crew.jid, image: 'iVBORw0KGgo=' });
  },
  'number-not-on-whatsapp': ({ group, add }) => {
    const crew = group(ana);
    return () => add(crew, ana, '123456789012345@lid');
  },
  'no-such-invite':
    ({ does }) =>
    () =>
      does(ana, { do: 'join', by: { code: 'nobodygavethiscodetoyou' } }),
  'invite-link-reset': ({ does, group }) => {
    const crew = group(ana);
    const code = crew.inviteCode;
    does(ana, { do: 'reset-link', group: crew.jid });
    return () => does(ben, { do: 'join', by: { code } });
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
  'too-many-groups-in-community': ({ does, group, community }) => {
    const town = community(ana).community;
    const crew = group(ana);
    group(ana, [], {}, town);
    return () => does(ana, { do: 'link', community: town.jid, group: crew.jid });
  },
  'linked-already': ({ does, group, community }) => {
    const town = community(ana).community;
    const crew = group(ana, [], {}, town);
    return () => does(ana, { do: 'link', community: town.jid, group: crew.jid });
  },
  'not-linked-here': ({ does, group, community }) => {
    const town = community(ana).community;
    const crew = group(ana);
    return () => does(ana, { do: 'unlink', community: town.jid, group: crew.jid });
  },
  'not-on-whatsapp': ({ is, does, group }) => {
    const crew = group(ana, [ben]);
    is(ben, { onWhatsApp: false });
    return () => does(ben, { do: 'leave', group: crew.jid });
  },
  'join-approval-off': ({ does, group }) => {
    const crew = group(ana);
    return () => does(ben, { do: 'ask', by: { group: crew.jid } });
  },
  'jid-taken': ({ does, group }) => {
    const { jid } = group(ana);
    return () => does(ben, { do: 'create-group', jid, settings: { name: 'Crew' }, people: [] });
  },
  'account-keeps-number': ({ does, device }) => {
    device(ana);
    return () => does(ana, { do: 'change-number', to: '5511900000009' });
  },
  'number-taken': ({ person, is }) => {
    person(ana);
    return () => is(ben, { aliases: new Set([ana]) });
  },
  'lid-taken': ({ person, is }) => {
    const { lid } = person(ana);
    return () => is(ben, { lid });
  },
  'no-join-request': ({ does, group }) => {
    const crew = group(ana);
    return () => does(ben, { do: 'cancel', group: crew.jid });
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
  'jid-taken': /^It is 120363\d{12}@g\.us\.$/,
  'account-keeps-number': /^It is 5511900000001\.$/,
  'number-taken': /^5511900000001 is that of 5511900000001\.$/,
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
      expect(rule).toHaveProperty(
        'source',
        expect.stringMatching(/^(docs|whatsmeow|whatsapp-web|faq|guide): \S/),
      );
  });

  it('has a name in kebab case and is said in a sentence', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    if (rule.provenance !== 'documented') expect(rule.says).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a refusal says more', () => {
  it('of a number that is not on WhatsApp: the number, where there is one', () => {
    const { add, group } = createScene(RULINGS);
    const crew = group(ana);
    expect(messageOf(() => add(crew, ana, '5500000000404'))).toMatch(/ It is 5500000000404\.$/);
  });

  it('of a community that was to be an announcement group', () => {
    const { does } = createScene();
    const create = () =>
      does(ana, { do: 'create-community', settings: { name: 'Town', announcement: true }, people: [] });
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
  scene.is(ben, { addableBy: 'nobody' });
  const { rows } = scene.does(ana, { do: 'add', group: crew.jid, people: [ben] });
  const invite = { code: rows[0]?.addRequest?.code ?? '', group: crew.jid, inviter: ana };
  return { crew, accept: (phone: Phone) => scene.does(phone, { do: 'accept-invite', ...invite }) };
}
