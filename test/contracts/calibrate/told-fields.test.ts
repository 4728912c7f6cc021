import { expect, it } from 'vitest';
import { createFields } from '../../../contracts/calibrate/fields.ts';
import { createObservations } from '../../../contracts/calibrate/observations.ts';
import { noteToldFields, readDeliveries } from '../../../contracts/calibrate/told-fields.ts';

const FIRST = '5511111111111@s.whatsapp.net';
const SECOND = '5511222222222@s.whatsapp.net';
const NUMBER = '5511333333333@s.whatsapp.net';
const GROUP = '120363000000000001@g.us';
const COMMUNITY = '120363000000000009@g.us';
const VALUES = {
  group: GROUP,
  community: COMMUNITY,
  'first.jid': FIRST,
  'second.jid': SECOND,
  'second.phone': '5511222222222',
  'number1.jid': NUMBER,
  topic: 'the topic of it',
  'third-name': 'Third name',
};
/** How many calls had been sent before each was begun. */
const BEGUN = new Map(Object.entries({ additions: 1, promotions: 10, link: 20, unlink: 30, removed: 40 }));

/** What is settled by deliveries, each with the number of calls that had been sent when it came. */
function settledBy(...deliveries: readonly (readonly [raw: object, calls: number])[]) {
  const [observations, fields] = [createObservations(), createFields()];
  const told = readDeliveries(
    deliveries.map(([raw, calls]) => ({ raw: { event: 'group.info', ...raw }, calls })),
  );
  noteToldFields(observations, fields, told, VALUES, BEGUN, () => true);
  fields.settle(observations, () => true);
  const { settled } = observations.sum();
  return Object.fromEntries(
    Object.entries(settled).map(([fact, { answer }]) => [fact.replace('field ', ''), answer]),
  );
}

const data = (...parts: readonly object[]) => ({
  data: Object.assign({ jid: GROUP, sender: FIRST }, ...parts),
});

it('a field that is null where nothing is told may be null', () => {
  const settled = settledBy(
    [data({ name: 'Third name', topic: null, join: null }), 5],
    [data({ name: null, topic: VALUES.topic, join: null }), 6],
  );
  expect(settled).toMatchObject({
    'GroupInfo.name': 'nullable',
    'GroupInfo.topic': 'nullable',
    'GroupInfo.join': 'nullable',
  });
});

it.each<[string, readonly (readonly [object, number])[], Readonly<Record<string, unknown>>]>([
  [
    'the account that is told is not who did it',
    [[{ data: { jid: GROUP, me: SECOND, name: 'Third name' } }, 5]],
    { 'GroupInfo.sender': undefined },
  ],
  [
    'who did it has another name, beside the account that is told',
    [[{ data: { jid: GROUP, me: SECOND, by: FIRST, name: 'Third name' } }, 5]],
    { 'GroupInfo.sender': { name: 'by' } },
  ],
  [
    'an object that tells of no group is not what is told',
    [[{ jid: GROUP, sender: FIRST, instance: { id: 'x' } }, 5]],
    { 'GroupInfoEvent.data': undefined, 'GroupInfo.jid': undefined },
  ],
  ['nor is a list', [[{ jid: GROUP, list: [] }, 5]], { 'GroupInfoEvent.data': undefined }],
  [
    'nothing is told where there is no object at all',
    [[{ jid: GROUP, sender: FIRST }, 5]],
    { 'GroupInfoEvent.data': 'absent' },
  ],
  [
    'what is told has another name',
    [[{ payload: { jid: GROUP, sender: FIRST } }, 5]],
    { 'GroupInfoEvent.data': { name: 'payload' }, 'GroupInfo.jid': 'present' },
  ],
  [
    'an empty one has the name that the others have',
    [
      [{ payload: { jid: GROUP, sender: FIRST } }, 5],
      [{ event: 'device.disconnected', payload: {} }, 6],
    ],
    { 'DeviceEvent.data': { name: 'payload' } },
  ],
  [
    'the community that every event tells is no link',
    [
      [data({ parent: { jid: COMMUNITY } }), 22],
      [data({ parent: { jid: COMMUNITY }, topic: VALUES.topic }), 24],
    ],
    { 'GroupInfo.link': undefined },
  ],
  [
    'a link has another name',
    [[data({ linked: { jid: COMMUNITY } }), 22]],
    { 'GroupInfo.link': { name: 'linked' } },
  ],
  [
    'whoever is told of before the call is not whom it is about',
    [[data({ gone: [SECOND] }), 5]],
    { 'GroupInfo.demote': undefined, 'GroupInfo.leave': undefined },
  ],
  [
    'what is told of one and the same person at the end may be either',
    [[data({ gone: [SECOND] }), 42]],
    { 'GroupInfo.demote': undefined, 'GroupInfo.leave': undefined },
  ],
  [
    'a demotion that was told before the removal leaves one name for the removal',
    [
      [data({ demoted: [SECOND] }), 12],
      [data({ gone: [SECOND] }), 42],
    ],
    { 'GroupInfo.demote': { name: 'demoted' }, 'GroupInfo.leave': { name: 'gone' } },
  ],
])('%s', (_, deliveries, wanted) => {
  const settled = settledBy(...deliveries);
  expect(Object.fromEntries(Object.keys(wanted).map((fact) => [fact, settled[fact]]))).toEqual(wanted);
});
