import {
  type Act,
  apply,
  changePerson,
  perform,
  Refusal,
  type Traits,
  type World,
} from '../../mock/world/index.ts';
import type { OperationId, RequestBody, Schema } from '../../spec/index.ts';
import { type Aim, aim } from './aim.ts';
import { type AnyAnswer, createNetwork, type Network, rowsOf } from './network.ts';
import { type Person, type Step, WALKERS, type Walker } from './steps.ts';

/** An account that takes no part in anything. */
const OBSERVER = 'olga';

/** A WhatsApp in which steps are taken. */
export interface Walk {
  readonly network: Network<Walker | typeof OBSERVER>;
  readonly observer: typeof OBSERVER;
  /** Every group there ever was, in the order of creation. */
  readonly jids: readonly string[];
  phone(person: Person): string;
  aim(step: Step): Aim;
  take(step: Step, aim: Aim): Outcome;
}

/** What a step led to. */
export interface Outcome {
  /** Of what others do: 200, or 400 when the world refuses. */
  readonly status: number;
  readonly rule: string | undefined;
  /** What became of each participant of the request; of a new group, only the rows that failed. */
  readonly rows: readonly Schema<'Participant'>[];
  /** The group that was made. */
  readonly made: string | undefined;
  /** The invite link that the answer tells. */
  readonly link: string | undefined;
}

/** A walk that has not begun. */
export function createWalk(rulings: Record<string, string | number>): Walk {
  const network = createNetwork([...WALKERS, OBSERVER], rulings);
  const jids: string[] = [];
  const walk: Walk = {
    network,
    observer: OBSERVER,
    jids,
    phone: (person) => (isWalker(person) ? network.phone(person) : person),
    aim: (step) => aim(network.world, jids, step, network.phone(step.by)),
    take: (step, aim) => {
      const answer = take(walk, step, aim);
      for (const jid of network.world.groups.keys()) if (!jids.includes(jid)) jids.push(jid);
      return toOutcome(answer);
    },
  };
  return walk;
}

function take(
  { network, phone }: Walk,
  step: Step,
  { group: jid, child, code, invite, request }: Aim,
): AnyAnswer {
  const { world } = network;
  const call = <Id extends OperationId>(id: Id, body?: RequestBody<Id>) =>
    network.call(step.by, id, body === undefined ? { jid } : { jid, body });
  const participants = 'whom' in step ? step.whom.map(phone) : [];

  switch (step.does) {
    case 'create group':
      return call('createGroup', { name: 'Group', participants, options: step.options });
    case 'create group inside': {
      const options = { ...step.options, parent_jid: jid };
      return call('createGroup', { name: 'Group inside', participants, options });
    }
    case 'create community':
      return call('createCommunity', { name: 'Community', participants });
    case 'add':
    case 'promote':
    case 'demote':
      return call('addGroupParticipants', { participants, action: step.does });
    case 'remove':
      return call('removeGroupParticipants', { participants });
    case 'add to community':
      return call('addCommunityParticipants', { participants });
    case 'remove from community':
      return call('removeCommunityParticipants', { participants });
    case 'update':
      return call('updateGroup', step.settings);
    case 'set timer':
      return call('setGroupEphemeral', { duration_seconds: step.seconds });
    case 'set picture':
      return call('setGroupPicture', { image_base64: step.image });
    case 'reset link':
      return call('resetGroupInviteLink');
    case 'leave':
      return call('leaveGroup');
    case 'join':
      return call('joinGroup', { link: code });
    case 'join privately':
      return call('joinGroup', { code: invite.code, group_jid: invite.group, inviter_jid: invite.inviter });
    case 'link':
      return call('linkGroup', { group_jid: child });
    case 'unlink':
      return call('unlinkGroup', { group_jid: child });
    case 'connect':
      return call('connectDevice');
    case 'disconnect':
      return call('disconnectDevice');
    case 'wait':
      network.wait(step.hours);
      return DONE;
    case 'let be added':
      return change(world, phone(step.by), { addableBy: step.privacy });
    case 'block': {
      const blocked = step.blocked === 'nobody' ? [] : [phone(step.blocked)];
      return change(world, phone(step.by), { blocked: new Set(blocked) });
    }
    case 'approve':
    case 'reject':
      return act(world, phone(step.by), { do: step.does, group: request.group, person: request.requester });
    case 'cancel request':
      return act(world, phone(step.by), { do: 'cancel', group: request.group });
  }
}

const DONE: AnyAnswer = { status: 200, body: {}, rule: undefined };

/** No operation does this: it is done to the world itself. */
function act(world: World, who: string, act: Act): AnyAnswer {
  const outcome = perform(world, who, act);
  return outcome instanceof Refusal ? { ...DONE, status: 400, rule: outcome.rule } : DONE;
}

function change(world: World, who: string, traits: Traits): AnyAnswer {
  apply(world, changePerson(world, who, traits));
  return DONE;
}

function toOutcome(answer: AnyAnswer): Outcome {
  const { group, community, invite_link } = answer.body as {
    group?: Schema<'GroupWithParticipants'>;
    community?: Schema<'Community'>;
    invite_link?: string;
  };
  const made = answer.status === 201 ? (group ?? community) : undefined;
  const failed = made?.participants?.filter(({ error }) => error !== undefined) ?? [];
  const rows = [...rowsOf(answer), ...failed];
  return { status: answer.status, rule: answer.rule, rows, made: made?.jid, link: invite_link };
}

function isWalker(person: Person): person is Walker {
  return WALKERS.some((walker) => walker === person);
}
