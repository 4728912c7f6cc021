import type { Facts, Question } from './question.ts';
import type { StageName } from './stages.ts';

/** A field of what a webhook is told, and by which value it is known; it is asked for together with what is told. */
export interface Told {
  readonly event: 'group.info' | 'group.joined' | 'device.disconnected';
  /** The path of the object that it is in. */
  readonly at: string;
  readonly name: string;
  /** Its value, as a pattern; a field of another name that has it is the same one. */
  readonly is: unknown;
  /** What it has to tell at least once, where its values could be those of something else. */
  readonly once?: unknown;
  /** Every event of this name tells it. */
  readonly always?: true;
  /** Exactly these people are told by it over time. */
  readonly people?: readonly string[];
  /** Nothing is told by it before this was begun. */
  readonly since?: StageName | Question['id'];
}

const time = { $matches: '^20\\d\\d-\\d\\d-\\d\\dT' };
const group = { $matches: '@g\\.us$' };
/** The JID of a person, by number or by LID. */
export const someone = { $matches: '@(s\\.whatsapp\\.net|lid)$' };
const info = (name: string, is: unknown): Told => ({ event: 'group.info', at: 'data', name, is });
const people = (name: string, since: string, ...people: readonly string[]): Told => ({
  ...info(name, { $contains: people[0] }),
  people,
  since,
});
const always = { always: true } as const;
const joined = (name: string, is: unknown): Told => ({
  event: 'group.joined',
  at: 'data',
  name,
  is,
  ...always,
});
const device = (name: string, is: unknown): Told => ({
  event: 'device.disconnected',
  at: 'data',
  name,
  is,
  ...always,
});
const linked = (name: string, is: unknown): Told => ({ event: 'group.info', at: 'data.link', name, is });

/** What each field of an event is told by. */
export const TOLD: Facts<Told> = {
  'field GroupInfoEvent.data': {
    event: 'group.info',
    at: '',
    name: 'data',
    is: {},
    ...always,
  },
  'field GroupJoinedEvent.data': {
    event: 'group.joined',
    at: '',
    name: 'data',
    is: {},
    ...always,
  },
  'field DeviceEvent.data': {
    event: 'device.disconnected',
    at: '',
    name: 'data',
    is: {},
    ...always,
  },
  'field DeviceChange.jid': device('jid', { $matches: '@s\\.whatsapp\\.net$' }),
  'field DeviceChange.phone_number': device('phone_number', '{{second.phone}}'),
  'field DeviceChange.status': device('status', 'disconnected'),
  'field GroupInfo.jid': { ...info('jid', group), once: '{{group}}', ...always },
  'field GroupInfo.sender': { ...info('sender', someone), once: '{{first.jid}}', ...always },
  'field GroupInfo.timestamp': { ...info('timestamp', time), ...always },
  'field GroupInfo.join': people('join', 'additions', '{{number1.jid}}'),
  'field GroupInfo.join_reason': info('join_reason', { $type: 'string' }),
  'field GroupInfo.leave': people('leave', 'removed', '{{second.jid}}'),
  'field GroupInfo.promote': people('promote', 'promotions', '{{second.jid}}', '{{number1.jid}}'),
  'field GroupInfo.demote': people('demote', 'promotions', '{{second.jid}}'),
  'field GroupInfo.name': info('name', '{{third-name}}'),
  'field GroupInfo.topic': info('topic', '{{topic}}'),
  'field GroupInfo.announce': info('announce', true),
  'field GroupInfo.locked': info('locked', false),
  'field GroupInfo.join_approval': info('join_approval', false),
  'field GroupInfo.ephemeral_seconds': info('ephemeral_seconds', 604800),
  'field GroupInfo.new_invite_link': info('new_invite_link', '{{new-link}}'),
  'field GroupInfo.link': { ...info('link', { jid: '{{community}}' }), since: 'link' },
  'field GroupInfo.unlink': { ...info('unlink', { jid: '{{community}}' }), since: 'unlink' },
  'field GroupLinkChange.type': linked('type', { $type: 'string' }),
  'field GroupLinkChange.jid': linked('jid', '{{community}}'),
  'field GroupJoined.group': joined('group', { jid: group }),
  'field GroupJoined.reason': joined('reason', { $type: 'string' }),
  'field GroupJoined.type': joined('type', { $type: 'string' }),
  'field GroupJoined.sender': { ...joined('sender', someone), once: '{{first.jid}}' },
};

/** Before these stages and questions a calibration waits for the deliveries of all earlier calls. */
export const MARKS: ReadonlySet<string> = new Set(Object.values(TOLD).flatMap(({ since }) => since ?? []));
