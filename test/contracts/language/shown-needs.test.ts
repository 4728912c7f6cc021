import { expect, it } from 'vitest';
import type { Case, Step, StepOf } from '../../../contracts/language/case.ts';
import { NEEDS, type Need } from '../../../contracts/language/needs.ts';
import { needsOf as needsOfCase, runsAlone } from '../../../contracts/language/shown-needs.ts';
import { suite } from '../../../contracts/suite.ts';

const list: Step = { call: 'listGroups' };
const setWebhook: StepOf<'setWebhook'> = { call: 'setWebhook' };
const disconnect: Step = { call: 'disconnectDevice' };

/** The needs of a case. */
function needsOf(one: Pick<Case, 'needs' | 'world' | 'steps'>): Need[] {
  return needsOfCase({ id: 'theme/slug', ...one });
}

/** Puts these people into a group. */
function create(...participants: string[]): Step {
  return { call: 'createGroup', body: { name: 'A group', participants } };
}

/** For each need steps that show it, each by itself, and steps that come close. */
const ROWS: Readonly<Record<Need, { shown: readonly Step[]; not: readonly Step[]; world?: Case['world'] }>> =
  {
    rulings: { shown: [list], not: [], world: { rulings: { 'empty-group': 'ends' } } },
    webhook: {
      shown: [setWebhook, { ...setWebhook, expect: { status: 400 } }],
      not: [
        { call: 'getWebhook' },
        { ...setWebhook, as: 'nobody' },
        { ...setWebhook, as: 'stranger' },
        { ...setWebhook, alter: { authorization: 'Bearer nothing' } },
        { ...setWebhook, alter: { method: 'PATCH' } },
      ],
    },
    receiver: {
      shown: [{ ...list, receive: [{ event: 'group.info' }] }],
      not: [{ ...list, receive: [] }],
    },
    faults: {
      shown: [
        { ...list, meanwhile: [{ fault: { status: 500 } }] },
        { ...setWebhook, meanwhile: [{ fault: { status: 500 } }] },
        { ...disconnect, meanwhile: [{ fault: { status: 500 } }] },
      ],
      not: [list],
    },
    clock: {
      shown: [
        { ...list, meanwhile: [{ advance: 1 }] },
        { ...list, meanwhile: [{ clock: { frozen: true } }] },
        { ...list, meanwhile: [{ what: { advance: 1 }, expect: { status: 200 } }] },
      ],
      not: [{ ...list, meanwhile: [] }],
    },
    people: {
      shown: [
        { ...list, meanwhile: [{ act: '1', do: 'join' }] },
        { ...list, meanwhile: [{ device: 'banned', of: '1' }] },
        { ...list, meanwhile: [{ person: '1', is: {} }] },
        { ...list, meanwhile: [{ what: { look: '/clock' }, expect: { status: 200 } }] },
      ],
      not: [{ ...list, meanwhile: [] }],
    },
    disconnecting: {
      shown: [disconnect],
      not: [
        { call: 'connectDevice' },
        { ...disconnect, as: 'nobody' },
        { ...disconnect, as: 'stranger' },
        { ...disconnect, alter: { authorization: 'Bearer nothing' } },
        { ...disconnect, alter: { method: 'DELETE' } },
      ],
    },
    'magic-numbers': { shown: [create('{{magic.404}}')], not: [create('magic.404')] },
    'invented-numbers': {
      shown: [create('5500000001'), create('550000000000001@s.whatsapp.net')],
      not: [
        create('550000001'),
        create('550000000000001@lid'),
        { call: 'removeGroupParticipants', body: { participants: ['5500000001'] } },
      ],
    },
    'second-account': {
      shown: [{ ...list, as: 'second' }, create('{{second.jid}}'), create('{{second.phone}}')],
      not: [{ ...list, as: 'first' }, create('{{first.jid}}')],
    },
    'third-account': {
      shown: [{ ...list, as: 'third' }, create('{{third.jid}}'), create('{{third.phone}}')],
      not: [{ ...list, as: 'first' }, create('{{first.jid}}')],
    },
    'one-number': {
      shown: [create('{{number1}}'), create('+{{number1}}'), create('{{number1.jid}}', '{{number1}}')],
      not: [create('{{name}}')],
    },
    'two-numbers': {
      shown: [create('{{number2.jid}}'), create('{{number1}}', '{{number2}}')],
      not: [create('{{name}}')],
    },
    'three-numbers': {
      shown: [create('{{number3}}'), create('{{number1}}', '{{number3.jid}}')],
      not: [create('{{name}}')],
    },
  };

it.each(Object.keys(NEEDS) as Need[])('the need %s is shown by such steps alone', (need) => {
  const { shown, not, world } = ROWS[need];
  for (const step of shown) expect(needsOf({ steps: [list, step], ...(world && { world }) })).toEqual([need]);
  for (const step of not) expect(needsOf({ steps: [list, step] })).toEqual([]);
});

it('webhooks of other accounts show the account, and a step shows as many needs as it has', () => {
  const steps: Step[] = [
    {
      ...setWebhook,
      body: { webhook_url: '{{second.receiver}}', enabled_events: [] },
      meanwhile: [{ act: '{{number1}}', do: 'join' }, { advance: 1 }],
      receive: [{ to: 'second', event: 'group.info' }],
    },
  ];
  const needs = ['webhook', 'receiver', 'clock', 'people', 'second-account', 'one-number'];
  expect(needsOf({ steps })).toEqual(needs);
});

it('a fault of deliveries does not keep a webhook from being set', () => {
  const steps: Step[] = [{ ...setWebhook, meanwhile: [{ fault: { delivery: 'drop' } }] }];
  expect(needsOf({ steps })).toEqual(['webhook', 'faults']);
});

it('what no step shows is written, in its place among the others', () => {
  expect(needsOf({ needs: ['clock'], steps: [create('{{number1}}')] })).toEqual(['clock', 'one-number']);
});

it('what the steps show is not written: that is an error', () => {
  const steps = [create('{{number1}}')];
  expect(() => needsOf({ needs: ['one-number'], steps })).toThrow(
    'theme/slug writes the need one-number, which its steps show: leave it out of needs.',
  );
});

it('a case that sets a webhook or disconnects a device runs alone', () => {
  const alone = (Object.keys(NEEDS) as Need[]).filter((need) => runsAlone([need]));
  expect(alone).toEqual(['disconnecting', 'webhook']);
});

it('some cases of the suite write what no step shows', () => {
  const written = suite.filter(({ needs = [], world, steps }) => {
    return needsOf({ steps, ...(world && { world }) }).length < needs.length;
  });
  expect(written.map(({ id }) => id)).toEqual([
    'groups/list-has-no-pages',
    'groups/list-of-nothing',
    'auth/query-is-no-place',
    'limits/groups-of-a-community',
    'webhooks/of-a-new-account',
    'time/left-twice',
  ]);
});
