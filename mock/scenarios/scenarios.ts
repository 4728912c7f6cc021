import { documented } from './documented.ts';
import { identity } from './identity.ts';
import { privacy } from './privacy.ts';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

const [RUI, LIA, NINA, TEO, IVO, EVA] = [
  '5511700000001',
  '5511700000002',
  '5511700000003',
  '5511700000004',
  '5511700000005',
  '5511700000006',
];

/** The first of these people, or all of them, introduce themselves. */
function meet({ is }: Stage, count?: number): void {
  const people: readonly [phone: string, name: string][] = [
    [RUI, 'Rui Prado'],
    [LIA, 'Lia Campos'],
    [NINA, 'Nina Sales'],
    [TEO, 'Teo Rocha'],
    [IVO, 'Ivo Lemos'],
    [EVA, 'Eva Braga'],
  ];
  for (const [phone, name] of people.slice(0, count)) is(phone, { name });
}

/** The scenarios by name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'launch-team': {
    says: 'A locked group of seven with a topic and a picture; the second account and one more are admins.',
    makes: ['team'],
    play(stage) {
      const { me, colleague, does, makes } = stage;
      meet(stage);
      const team = makes('team', me, {
        do: 'create-group',
        settings: { name: 'Launch team', topic: 'We go live on Monday.' },
        people: [colleague, RUI, LIA, NINA, TEO, IVO],
      });
      does(me, { do: 'promote', group: team, people: [colleague, RUI] });
      does(RUI, { do: 'set-picture', group: team, image: '/9j/4AAQSkZJRg==' });
      does(me, { do: 'set', group: team, settings: { locked: true, ephemeralSeconds: 604_800 } });
    },
  },

  'waiting-room': {
    says: 'A group with join approval: three people wait for approval; a member proposed one of them.',
    makes: ['room'],
    play(stage) {
      const { me, colleague, does, makes } = stage;
      meet(stage);
      const room = makes('room', me, {
        do: 'create-group',
        settings: { name: 'Waiting room', joinApproval: true },
        people: [colleague, LIA],
      });
      does(RUI, { do: 'ask', by: { group: room } });
      does(NINA, { do: 'ask', by: { group: room } });
      does(LIA, { do: 'add', group: room, people: [TEO] }, 421);
    },
  },

  school: {
    says: 'A community with its announcement group and three linked groups; the second account is an admin of it.',
    makes: ['school', 'school-announcements', 'class-a', 'class-b', 'teachers'],
    play(stage) {
      const { me, colleague, does, makes } = stage;
      meet(stage);
      const school = makes('school', me, {
        do: 'create-community',
        settings: { name: 'Escola Horizonte', topic: 'News for everybody' },
        people: [colleague, RUI],
      });
      does(me, { do: 'promote', group: school, people: [colleague] });
      makes('class-a', me, {
        do: 'create-group',
        settings: { name: 'Class A' },
        people: [LIA, NINA],
        parent: school,
      });
      makes('class-b', colleague, {
        do: 'create-group',
        settings: { name: 'Class B' },
        people: [TEO, IVO],
        parent: school,
      });
      const teachers = makes('teachers', me, {
        do: 'create-group',
        settings: { name: 'Teachers', announcement: true, memberAddMode: 'admin' },
        people: [colleague, EVA],
      });
      does(me, { do: 'link', community: school, group: teachers });
    },
  },

  privacy,

  'full-group': {
    says: 'A group with as many members as it may have: adding gives row 500, joining by its link 409.',
    makes: ['full'],
    play: ({ me, makes, fill }) =>
      fill(makes('full', me, { do: 'create-group', settings: { name: 'Full house' }, people: [] })),
  },

  'left-recently': {
    says: 'Somebody left a group twice within 24 hours, so adding them gives row 408 until a day has passed.',
    makes: ['group'],
    play(stage) {
      const { me, colleague, does, makes } = stage;
      meet(stage, 1);
      const group = makes('group', me, {
        do: 'create-group',
        settings: { name: 'Comings and goings' },
        people: [colleague, RUI],
      });
      does(RUI, { do: 'leave', group });
      does(RUI, { do: 'join', by: { group } });
      does(RUI, { do: 'leave', group });
    },
  },

  ...identity,
  documented,
};
