/** What no call shows: that ids follow from the seed, and do not come twice. */
import { describe, expect, it } from 'vitest';
import { createClock, SEEDED_NOW } from '../../../mock/world/clock.ts';
import { createIds, type Ids } from '../../../mock/world/ids.ts';
import { perform } from '../../../mock/world/perform.ts';
import { allowed } from '../../../mock/world/refusals.ts';
import { createRulings } from '../../../mock/world/rulings.ts';
import type { Act } from '../../../mock/world/state/act.ts';
import { createWorld } from '../../../mock/world/state/world.ts';
import { ana, ben, strangers } from './scene.ts';

const MAKERS = ['groupJid', 'inviteCode', 'privateInviteCode', 'uuid'] as const;

describe('ids', () => {
  it.each([
    ['groupJid', /^120363\d{12}@g\.us$/],
    ['inviteCode', /^[A-Za-z0-9]{22}$/],
    ['privateInviteCode', /^[A-Za-z0-9]{16}$/],
    ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
  ] as const)('of the kind %s look as WhatsApp makes them', (maker, shape) => {
    const ids = createIds(7);
    for (let i = 0; i < 200; i += 1) expect(ids[maker]()).toMatch(shape);
  });

  it.each(MAKERS)('of the kind %s do not come twice', (maker) => {
    const ids = createIds(7);
    const made = Array.from({ length: 2000 }, () => ids[maker]());
    expect(new Set(made).size).toBe(2000);
  });

  it('of one seed are the same in every run', () => {
    expect(transcript(createIds(42))).toEqual(transcript(createIds(42)));
  });

  it('of another seed are others', () => {
    const [one, other] = [transcript(createIds(1)), transcript(createIds(2))];
    expect(one.filter((id) => other.includes(id))).toEqual([]);
  });
});

describe('a LID', () => {
  it('is the same whenever it is asked for, whatever came between', () => {
    const ids = createIds(7);
    const lid = ids.lid(ana);
    ids.uuid();
    ids.lid(ben);
    expect(ids.lid(ana)).toBe(lid);
    expect(lid).toMatch(/^\d{15}@lid$/);
  });

  it('is another for another number and for another seed', () => {
    const numbers = strangers(2000);
    expect(new Set(numbers.map(createIds(7).lid)).size).toBe(2000);
    expect(createIds(8).lid(ana)).not.toBe(createIds(7).lid(ana));
  });
});

describe('a world', () => {
  it('never gives a group JID or an invite code twice, even when chance would', () => {
    const ids = { ...createIds(1), groupJid: repeating('1@g.us', '2@g.us'), inviteCode: repeating('a', 'b') };
    const world = createWorld({ clock: createClock(() => SEEDED_NOW), ids, rulings: createRulings() });
    const create: Act = { do: 'create-group', settings: { name: 'Crew' }, people: [] };
    const jids = [0, 1].map(() => allowed(perform(world, ana, create)).group);
    const [first, second] = jids.map((jid) => world.groups.get(jid));
    expect([first?.jid, first?.inviteCode]).toEqual(['1@g.us', 'a']);
    expect([second?.jid, second?.inviteCode]).toEqual(['2@g.us', 'b']);
  });

  it('starts, when it is seeded, at the time in the examples of WUTS', () => {
    expect(new Date(SEEDED_NOW).toISOString()).toBe('2026-06-15T12:00:00.000Z');
  });
});

function transcript(ids: Ids): string[] {
  return [...MAKERS, ...MAKERS].map((maker) => ids[maker]()).concat(ids.lid(ana));
}

/** Gives the first value twice, then the second. */
function repeating(first: string, second: string): () => string {
  let calls = 0;
  return () => {
    calls += 1;
    return calls <= 2 ? first : second;
  };
}
