import type { Scenario } from './scenario.ts';

const [RUI, LIA, NINA] = ['5511700000001', '5511700000002', '5511700000003'];

/** People by numbers of which each has another spelling. */
const SPELLED: readonly [phone: string, name: string][] = [
  ['5511912345678', 'Rui Prado'],
  ['553187654321', 'Lia Campos'],
  ['5215512345678', 'Nina Sales'],
  ['5491123456789', 'Teo Rocha'],
];

/** Scenarios about by what people and groups are called. */
export const identity: Readonly<Record<string, Scenario>> = {
  'lid-group': {
    says: 'A group that is addressed by LID: answers have LIDs and the numbers beside them, except one hidden number; events have only LIDs.',
    makes: ['group'],
    play({ me, colleague, is, makes, changes }) {
      is(RUI, { name: 'Rui Prado' });
      is(LIA, { name: 'Lia Campos', phoneKnown: false });
      const group = makes('group', me, {
        do: 'create-group',
        settings: { name: 'Addressed by LID' },
        people: [colleague, RUI, LIA],
      });
      changes(group, { addressing: 'lid' });
    },
  },

  'ninth-digit': {
    says: 'A group with people of Brazil, Mexico and Argentina: adding them by the other spelling of their numbers gives row 409, because they are members already.',
    makes: ['group'],
    play({ me, colleague, is, makes }) {
      for (const [phone, name] of SPELLED) is(phone, { name });
      const people = [colleague, ...SPELLED.map(([phone]) => phone)];
      makes('group', me, { do: 'create-group', settings: { name: 'Two spellings' }, people });
    },
  },

  'legacy-group': {
    says: 'A group of 2014 with an old JID, made of a number and a time, and a name of more than 100 characters.',
    makes: ['group'],
    play({ me, colleague, is, makes, changes }) {
      is(RUI, { name: 'Rui Prado' });
      const group = makes('group', me, {
        do: 'create-group',
        jid: `${me}-1400000000@g.us`,
        settings: { name: 'group' },
        people: [colleague, RUI],
      });
      changes(group, { name: 'Família, amigos e vizinhos do bairro inteiro. '.repeat(3).trim() });
    },
  },

  'anonymous-announcements': {
    says: 'A community whose announcement group is addressed by LID: the second account is a plain member and does not see the numbers of others; the first account made the community and sees all.',
    makes: ['village', 'village-announcements'],
    play({ me, colleague, is, makes, changes }) {
      is(RUI, { name: 'Rui Prado' });
      is(LIA, { name: 'Lia Campos' });
      is(NINA, { name: 'Nina Sales' });
      const village = makes('village', me, {
        do: 'create-community',
        settings: { name: 'Vila Nova' },
        people: [colleague, RUI, LIA, NINA],
      });
      changes(village, { addressing: 'lid' });
    },
  },
};
