/** What no call shows: that deciding changes nothing, which groups count a change, and what does not compile. */
import { describe, expect, it } from 'vitest';
import type { Handler } from '../../../mock/operations/call.ts';
import type { Rows } from '../../../mock/world/decision.ts';
import { Refusal, refuse } from '../../../mock/world/refusals.ts';
import { decideAct } from '../../../mock/world/rules/acts.ts';
import type { Act } from '../../../mock/world/state/act.ts';
import type { GroupJid } from '../../../mock/world/state/id.ts';
import { phoneOf } from '../../../mock/world/state/reading.ts';
import type { World } from '../../../mock/world/state/world.ts';
import { ana, ben, cleo, createScene } from './scene.ts';

type Try = { by?: string; act: Act };

/** A town with a linked group, and an act of each kind that is allowed in it. */
function stageAll() {
  const scene = createScene();
  const { world, group, community, does, is } = scene;
  const town = community(ana, [ben]).community.jid;
  const crew = group(ana, [ben], { joinApproval: true });
  const linked = group(ana, [ben], {}, world.groups.get(town)).jid;
  const open = group(ana).jid;
  does(cleo, { do: 'ask', by: { group: crew.jid } });
  const dora = '5511900000004';
  is(scene.person(dora).phone, { addableBy: 'nobody' });
  const { rows } = does(ana, { do: 'add', group: open, people: [dora] });
  const settings = { name: 'New' };
  const jid = crew.jid;
  const tries: { readonly [Do in Act['do']]: Try } = {
    join: { by: ben, act: { do: 'join', by: { group: open } } },
    ask: { by: dora, act: { do: 'ask', by: { group: jid } } },
    'accept-invite': {
      by: dora,
      act: { do: 'accept-invite', group: open, inviter: ana, code: rows[0]?.addRequest?.code ?? '' },
    },
    cancel: { by: cleo, act: { do: 'cancel', group: jid } },
    leave: { by: ben, act: { do: 'leave', group: jid } },
    add: { act: { do: 'add', group: jid, people: [dora] } },
    remove: { act: { do: 'remove', group: town, people: [ben] } },
    promote: { act: { do: 'promote', group: jid, people: [ben] } },
    demote: { act: { do: 'demote', group: jid, people: [ben] } },
    approve: { act: { do: 'approve', group: jid, person: cleo } },
    reject: { act: { do: 'reject', group: jid, person: cleo } },
    set: { act: { do: 'set', group: town, settings } },
    'set-picture': { act: { do: 'set-picture', group: jid, image: '/9j/4AAQ' } },
    'reset-link': { act: { do: 'reset-link', group: jid } },
    'create-group': { act: { do: 'create-group', settings, people: [ben], parent: town } },
    'create-community': { act: { do: 'create-community', settings, people: [ben] } },
    'change-number': { by: cleo, act: { do: 'change-number', to: '5511900000009' } },
    link: { act: { do: 'link', community: town, group: open } },
    unlink: { act: { do: 'unlink', community: town, group: linked } },
  };
  return { world, does, tries };
}

const stateOf = ({ clock: _, ids: __, ...state }: World) => structuredClone(state);

describe.each(Object.keys(stageAll().tries) as Act['do'][])('to %s', (kind) => {
  it('is decided without a change, and then carried out', () => {
    const { world, does, tries } = stageAll();
    const { by = ana, act } = tries[kind];
    const before = stateOf(world);
    expect(decideAct(world, by, act)).not.toBeInstanceOf(Refusal);
    expect(stateOf(world)).toEqual(before);
    does(by, act);
    if (kind !== 'demote') expect(stateOf(world)).not.toEqual(before);
  });
});

it('a group counts its own changes, and no others', () => {
  const { world, group, community, does } = createScene();
  const { community: town, announcementGroup } = community(ana);
  const [crew, other] = [group(ana), group(ana)];
  const all = [town, announcementGroup, crew, other];
  const changed = (act: Act) => {
    const before = all.map(({ revision }) => revision);
    does(ana, act);
    return all.map(({ revision }, index) => revision > (before[index] ?? 0));
  };
  expect(changed({ do: 'add', group: crew.jid, people: [ben] })).toEqual([false, false, true, false]);
  expect(changed({ do: 'set', group: town.jid, settings: { name: 'New' } })).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(changed({ do: 'link', community: town.jid, group: crew.jid })).toEqual([true, true, true, false]);
  expect(changed({ do: 'set', group: other.jid, settings: { locked: false } })).toEqual(all.map(() => false));
  expect(world.groups.size).toBe(4);
});

it('the compiler refuses a rule that writes, a row that refuses the request, a status that is not listed, and a wrong kind of id', () => {
  // `tsc` fails where an error that is expected here does not come.
  const refused = [
    // @ts-expect-error: the state is only to read.
    (world: World) => world.groups.delete(''),
    // @ts-expect-error: so are the members of a group.
    (world: World) => world.groups.get('')?.members.set(ana, 'admin'),
    // @ts-expect-error: a row can fail by a row code alone.
    (): Pick<Rows, 'fails'> => ({ fails: () => refuse('group-full') }),
    // @ts-expect-error: the document lists no 422 for getGroup.
    (): ReturnType<Handler<'getGroup'>> => refuse('not-on-community'),
    // @ts-expect-error: a group is not found by a phone number.
    (world: World) => world.groups.get(ana),
    // @ts-expect-error: nor is a person by the JID of a group.
    (world: World, group: GroupJid) => phoneOf(world, group),
  ];
  expect(refused).toHaveLength(6);
});
