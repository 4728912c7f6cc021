import { privacy } from './privacy.ts';
import type { Scenario, Step } from './scenario.ts';

const [RUI, LIA, NINA, TEO, IVO, EVA] = [
  '5511700000001',
  '5511700000002',
  '5511700000003',
  '5511700000004',
  '5511700000005',
  '5511700000006',
];

const PEOPLE: readonly Step[] = [
  { who: RUI, is: { name: 'Rui Prado' } },
  { who: LIA, is: { name: 'Lia Campos' } },
  { who: NINA, is: { name: 'Nina Sales' } },
  { who: TEO, is: { name: 'Teo Rocha' } },
  { who: IVO, is: { name: 'Ivo Lemos' } },
  { who: EVA, is: { name: 'Eva Braga' } },
];

/** The scenarios by name. They are data: adding one is adding a row. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'launch-team': {
    says: 'A locked group of seven with a topic and a picture; the second account and one more are admins.',
    steps: [
      ...PEOPLE,
      {
        who: '{{me}}',
        does: {
          do: 'create-group',
          settings: { name: 'Launch team', topic: 'We go live on Monday.' },
          people: ['{{colleague}}', RUI, LIA, NINA, TEO, IVO],
        },
        makes: 'team',
      },
      { who: '{{me}}', does: { do: 'promote', group: '{{team}}', people: ['{{colleague}}', RUI] } },
      { who: RUI, does: { do: 'set-picture', group: '{{team}}', image: '/9j/4AAQSkZJRg==' } },
      {
        who: '{{me}}',
        does: { do: 'set', group: '{{team}}', settings: { locked: true, ephemeralSeconds: 604800 } },
      },
    ],
  },

  'waiting-room': {
    says: 'A group with join approval: three people wait to be let in, one of whom a member proposed.',
    steps: [
      ...PEOPLE,
      {
        who: '{{me}}',
        does: {
          do: 'create-group',
          settings: { name: 'Waiting room', joinApproval: true },
          people: ['{{colleague}}', LIA],
        },
        makes: 'room',
      },
      { who: RUI, does: { do: 'ask', by: { group: '{{room}}' } } },
      { who: NINA, does: { do: 'ask', by: { group: '{{room}}' } } },
      { who: LIA, does: { do: 'add', group: '{{room}}', people: [TEO] }, rows: [421] },
    ],
  },

  school: {
    says: 'A community with its announcement group and three linked groups; the second account is an admin of it.',
    steps: [
      ...PEOPLE,
      {
        who: '{{me}}',
        does: {
          do: 'create-community',
          settings: { name: 'Escola Horizonte', topic: 'News for everybody' },
          people: ['{{colleague}}', RUI],
        },
        makes: 'school',
      },
      { who: '{{me}}', does: { do: 'promote', group: '{{school}}', people: ['{{colleague}}'] } },
      {
        who: '{{me}}',
        does: {
          do: 'create-group',
          settings: { name: 'Class A' },
          people: [LIA, NINA],
          parent: '{{school}}',
        },
        makes: 'class-a',
      },
      {
        who: '{{colleague}}',
        does: { do: 'create-group', settings: { name: 'Class B' }, people: [TEO, IVO], parent: '{{school}}' },
        makes: 'class-b',
      },
      {
        who: '{{me}}',
        does: {
          do: 'create-group',
          settings: { name: 'Teachers', announcement: true, memberAddMode: 'admin' },
          people: ['{{colleague}}', EVA],
        },
        makes: 'teachers',
      },
      { who: '{{me}}', does: { do: 'link', community: '{{school}}', group: '{{teachers}}' } },
    ],
  },

  privacy,

  'full-group': {
    says: 'A group that has as many members as it may: adding gives row 500, joining by its link 409.',
    steps: [
      {
        who: '{{me}}',
        does: { do: 'create-group', settings: { name: 'Full house' }, people: [] },
        makes: 'full',
      },
      { fill: '{{full}}' },
    ],
  },

  'left-recently': {
    says: 'Somebody left a group twice within 24 hours, so adding them gives row 408 until a day has passed.',
    steps: [
      ...PEOPLE.slice(0, 1),
      {
        who: '{{me}}',
        does: {
          do: 'create-group',
          settings: { name: 'Comings and goings' },
          people: ['{{colleague}}', RUI],
        },
        makes: 'group',
      },
      { who: RUI, does: { do: 'leave', group: '{{group}}' } },
      { who: RUI, does: { do: 'join', by: { group: '{{group}}' } } },
      { who: RUI, does: { do: 'leave', group: '{{group}}' } },
    ],
  },
};
