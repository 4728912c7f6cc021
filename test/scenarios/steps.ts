import fc from 'fast-check';
import type { RequestBody } from '../../spec/index.ts';

/** The accounts that walk about. */
export const WALKERS = ['ana', 'bia', 'caio', 'duda'] as const;
export type Walker = (typeof WALKERS)[number];

/** Numbers without an account: two plain ones, one that blocks everybody, one that nobody may add, one that is not on WhatsApp. */
const NUMBERS = [
  '5511977770001',
  '5511977770002',
  '5500000000401',
  '5500000000403',
  '5500000000404',
] as const;

/** Somebody to be added, removed and so on. */
export type Person = Walker | (typeof NUMBERS)[number];

/** Which one of several: the nth of those that make sense for the one who acts, or of all that there ever were; see `aim`. */
export type Choice = { sensible: number } | { any: number };

type Options = NonNullable<RequestBody<'createGroup'>['options']>;

/** One step of somebody, legal or not. */
export type Step =
  | { does: 'create group'; by: Walker; whom: Person[]; options: Options }
  | { does: 'create group inside'; by: Walker; whom: Person[]; options: Options; community: Choice }
  | { does: 'create community'; by: Walker; whom: Person[] }
  | { does: 'add' | 'remove' | 'promote' | 'demote'; by: Walker; group: Choice; whom: Person[] }
  | { does: 'add to community' | 'remove from community'; by: Walker; community: Choice; whom: Person[] }
  | { does: 'update'; by: Walker; group: Choice; settings: RequestBody<'updateGroup'> }
  | { does: 'set timer'; by: Walker; group: Choice; seconds: 0 | 86400 }
  | { does: 'set picture'; by: Walker; group: Choice; image: string }
  | { does: 'reset link' | 'leave'; by: Walker; group: Choice }
  | { does: 'join'; by: Walker; link: Choice }
  | { does: 'join privately'; by: Walker; invite: Choice }
  | { does: 'link' | 'unlink'; by: Walker; community: Choice; child: Choice }
  | { does: 'connect' | 'disconnect'; by: Walker }
  | OthersStep;

/** What people do on their phones, which no operation does. */
export type OthersStep =
  | { does: 'approve' | 'reject' | 'cancel request'; by: Walker; request: Choice }
  | { does: 'let be added'; by: Walker; privacy: 'everyone' | 'nobody' }
  | { does: 'block'; by: Walker; blocked: Walker | 'nobody' }
  | { does: 'wait'; by: Walker; hours: number };

/** What has happened already when a walk begins: a community with its announcement group, which asks who joins, and two groups, of which one asks. */
export const OPENING: readonly Step[] = [
  { does: 'create community', by: 'ana', whom: ['bia', 'caio'] },
  { does: 'update', by: 'ana', group: { any: 0 }, settings: { join_approval: true } },
  { does: 'create group', by: 'ana', whom: ['bia', 'duda'], options: {} },
  { does: 'create group', by: 'bia', whom: ['ana', 'caio'], options: { join_approval: true } },
];

const anybody = fc.constantFrom(...WALKERS);
/** More often those who have something to say. */
const leader: fc.Arbitrary<Walker> = fc.constantFrom('ana', 'ana', 'ana', 'bia', 'bia', 'caio', 'duda');
const choice: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ sensible: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ any: fc.nat(12) }) },
);
const someone = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WALKERS) },
  { weight: 1, arbitrary: fc.constantFrom(...NUMBERS) },
);
/** A few of them; somebody may be named twice. */
export const whom = fc.array(someone, { minLength: 1, maxLength: 3 });
const flag = fc.boolean();

const options = fc.record({ announcement: flag, locked: flag, join_approval: flag }, { requiredKeys: [] });

const settings: fc.Arbitrary<RequestBody<'updateGroup'>> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ join_approval: flag }) },
  fc.record({ locked: flag }),
  fc.record({ member_add_mode: is('admin', 'all') }),
  fc.record({ name: is('Alpha', 'Beta', 'x'.repeat(100)) }),
  fc.record({ announcement: flag, topic: is('', 'A topic') }),
  fc.record({ locked: flag, name: is('Alpha', 'Beta') }),
);

/** How people come and go, each way as often as its weight says. */
const COMING_AND_GOING = [
  often(14, { does: is('add'), by: leader, group: choice, whom }),
  often(8, { does: is('remove'), by: leader, group: choice, whom }),
  often(8, { does: is('promote'), by: leader, group: choice, whom }),
  often(6, { does: is('demote'), by: leader, group: choice, whom }),
  often(4, { does: is('add to community', 'remove from community'), by: leader, community: choice, whom }),
  often(12, { does: is('leave'), by: anybody, group: choice }),
  often(16, { does: is('join'), by: anybody, link: choice }),
  often(12, { does: is('join privately'), by: anybody, invite: choice }),
  often(8, { does: is('link'), by: leader, community: choice, child: choice }),
  often(4, { does: is('unlink'), by: leader, community: choice, child: choice }),
  often(8, { does: is('approve'), by: leader, request: choice }),
  often(2, { does: is('reject', 'cancel request'), by: anybody, request: choice }),
  often(10, { does: is('let be added'), by: anybody, privacy: is('everyone', 'nobody') }),
];

/** How people come and go, in the groups of the opening. */
export const comingOrGoing: fc.Arbitrary<Step> = fc.oneof(
  ...COMING_AND_GOING,
  often(6, { does: is('update'), by: leader, group: choice, settings: fc.record({ join_approval: flag }) }),
);

/** Any step whatever. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  ...COMING_AND_GOING,
  often(2, { does: is('create group'), by: anybody, whom, options }),
  often(3, { does: is('create group inside'), by: leader, whom, options, community: choice }),
  often(1, { does: is('create community'), by: anybody, whom: fc.array(someone, { maxLength: 2 }) }),
  often(16, { does: is('update'), by: leader, group: choice, settings }),
  often(2, {
    does: is('set timer'),
    by: leader,
    group: choice,
    seconds: fc.constantFrom(0 as const, 86400 as const),
  }),
  often(2, { does: is('set picture'), by: leader, group: choice, image: is('/9j/4AAQ', 'iVBORw0K') }),
  often(4, { does: is('reset link'), by: leader, group: choice }),
  often(1, { does: is('disconnect'), by: anybody }),
  often(6, { does: is('connect'), by: anybody }),
  often(2, { does: is('block'), by: anybody, blocked: is('nobody', ...WALKERS) }),
  often(2, { does: is('wait'), by: anybody, hours: fc.constantFrom(1, 25, 73) }),
);

/** Choices of the world that change what may happen; none of them in many walks. */
export const anyRulings: fc.Arbitrary<Record<string, string | number>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        'unregistered-number': is('row-404', 'request-422'),
        'not-participant': is('403', '404'),
        'rejoin-after-removal': is('refused', 'allowed'),
        'unlink-members': is('stay-in-community', 'leave-community'),
        'join-pending-flag': is('reported', 'never'),
        'link-refusal': is('reported', 'swallowed'),
        'empty-group': is('ends', 'remains'),
        'subject-limit': fc.constantFrom(100, 99),
        'group-members-limit': fc.constantFrom(1024, 3),
        'community-members-limit': fc.constantFrom(5000, 4),
        'community-groups-limit': fc.constantFrom(100, 1),
      },
      { requiredKeys: [] },
    ),
  },
);

/** One of some words. */
export function is<Does extends string>(...does: Does[]): fc.Arbitrary<Does> {
  return fc.constantFrom(...does);
}

/** Something to be tried as often as its weight says, against others. */
export function often<T>(weight: number, parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return { weight, arbitrary: fc.record(parts) as fc.Arbitrary<T> };
}
