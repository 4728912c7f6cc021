import type { OperationId } from '../../../spec/index.ts';
import { CHILD_GROUP } from '../../language/arguments.ts';
import type { Refusal } from '../../language/case.ts';
import { first } from '../../language/cast.ts';
import {
  assumed,
  inferred,
  invalid,
  type Known,
  promises,
  refused,
  restsOn,
} from '../../language/promises.ts';
import { aboutNothing, pathSamples, SAMPLES } from '../../language/samples.ts';
import { spoiled, toSlug, withField } from '../../language/spoil.ts';
import { joinPrivately, makeGroup, removes } from '../../language/stage.ts';
import { answers, list } from '../../language/views.ts';

const page = restsOn('schema GroupJid', 'schema ParticipantId');

const PARENT = 'options.parent_jid';

/** JIDs that are none of a group. */
const BAD_JIDS = {
  word: 'nothing',
  user: '5511999999999@s.whatsapp.net',
  lid: 'abcd@lid',
  digits: '120363039000000000',
  'short-by-one': '99000000000000@g.us',
  'long-by-one': '99000000000000000000000000@g.us',
  letters: '99000000000000000a@g.us',
  'other-server': '990000000000000000@c.us',
  'two-servers': '990000000000000000@g.us@g.us',
  space: '990000000000000000 @g.us',
  'bare-server': '@g.us',
  'legacy-without-time': '5511999999999-@g.us',
  'legacy-short-time': '5511999999999-123456789@g.us',
};

/** JIDs of groups that nobody has. */
const UNKNOWN_JIDS = {
  'fifteen-digits': { jid: '990000000000000@g.us', known: page },
  'twenty-five-digits': { jid: '9900000000000000000000000@g.us', known: page },
  legacy: { jid: '5500000000000-1400000000@g.us', known: inferred('docs: Identifiers') },
};

/** What is no participant, and what it is taken for when it is one. */
const BAD_IDS: Readonly<Record<string, { id: string; known?: Known }>> = {
  empty: { id: '', known: page },
  space: { id: ' ', known: page },
  signs: { id: '+ ()-' },
  'nine-digits': { id: '550000001' },
  'sixteen-digits': { id: '5500000000000000' },
  'two-pluses': { id: '++550000000001' },
  'plus-inside': { id: '55+0000000001' },
  letters: { id: '55119abc99999' },
  dots: { id: '55.000.000.0001' },
  group: { id: '990000000000000000@g.us', known: page },
  'other-server': { id: '550000000001@example.net', known: page },
  'c-us-jid': { id: '550000000001@c.us', known: restsOn('ruling c-us-jid') },
  'device-jid': { id: '550000000001:12@s.whatsapp.net', known: restsOn('ruling device-jid') },
  'device-lid': { id: '190000000000001:12@lid', known: restsOn('ruling device-jid') },
  'short-jid': { id: '550000001@s.whatsapp.net' },
  'long-jid': { id: '5500000000000000@s.whatsapp.net' },
  'jid-with-plus': { id: '+550000000001@s.whatsapp.net' },
  'bare-user-server': { id: '@s.whatsapp.net', known: page },
  'bare-lid-server': { id: '@lid', known: page },
  'long-lid': { id: '123456789012345678901234567890123@lid', known: assumed },
};

/** What is a participant, though of no group, and the JID that it stands for. */
const STRANGERS: Readonly<Record<string, { id: string; jid: string; known?: Known }>> = {
  'ten-digits': { id: '5500000001', jid: '5500000001@s.whatsapp.net' },
  'fifteen-digits': { id: '550000000000001', jid: '550000000000001@s.whatsapp.net' },
  'short-jid': { id: '5500000001@s.whatsapp.net', jid: '5500000001@s.whatsapp.net' },
  'long-jid': { id: '550000000000001@s.whatsapp.net', jid: '550000000000001@s.whatsapp.net' },
  formatted: { id: '+55 (00) 0000-0001', jid: '550000000001@s.whatsapp.net' },
  'signs-around': { id: ' (55) - 00000-00001 ', jid: '550000000001@s.whatsapp.net' },
  lid: { id: 'abcd@lid', jid: 'abcd@lid', known: assumed },
  'longest-lid': {
    id: '12345678901234567890123456789012@lid',
    jid: '12345678901234567890123456789012@lid',
    known: assumed,
  },
};

const PARTICIPANTS: readonly OperationId[] = [
  'createGroup',
  'addGroupParticipants',
  'removeGroupParticipants',
  'createCommunity',
  'addCommunityParticipants',
  'removeCommunityParticipants',
];

/** Groups and people that are called by something that is no JID, or one that nobody has. */
export const errorsIdentifiers = [
  ...pathSamples.flatMap(({ slug, doing, step }) =>
    promises('errors', restsOn(`status ${step.call} 400`, `operation ${step.call}`), {
      [`${slug}-bad-jid`]: [
        `${doing} with a path that has no JID of a group answers 400.`,
        { ...aboutNothing(step), path: { jid: 'nothing' }, expect: invalid },
      ],
      [`${slug}-bad-jid-named`]: [
        assumed,
        `${doing} with a path that has no JID of a group names jid and its value in validation.`,
        {
          ...aboutNothing(step),
          path: { jid: 'nothing' },
          expect: { ...invalid, body: { validation: { $contains: { field: 'jid', value: 'nothing' } } } },
        },
      ],
    }),
  ),
  ...Object.entries(BAD_JIDS).flatMap(([slug, jid]) =>
    promises('errors', slug.startsWith('legacy') ? inferred('docs: Identifiers') : page, {
      [`jid-${slug}`]: [
        `Reading a group by ${jid} answers 400: that is no JID of a group.`,
        { call: 'getGroup', path: { jid }, expect: invalid },
      ],
    }),
  ),
  ...Object.entries(UNKNOWN_JIDS).flatMap(([slug, { jid, known }]) =>
    promises('errors', known, {
      [`jid-${slug}`]: [
        `Reading a group by ${jid} answers 404: that is a JID, but of no group.`,
        { call: 'getGroup', path: { jid }, expect: refused(404) },
      ],
    }),
  ),
  ...PARTICIPANTS.flatMap((call) => {
    const sample = SAMPLES[call];
    const { slug, doing, stage, step } = sample;
    const bad = [first, 'nobody'];
    const send = (expect: Refusal = invalid) =>
      spoiled(sample, withField(step.body ?? {}, 'participants', bad), expect);
    return promises('errors', restsOn(`status ${call} 400`), {
      [`${slug}-bad-participant`]: [
        `${doing} with one that is neither phone number, nor JID, nor LID among them answers 400.`,
        ...stage,
        send(),
      ],
      [`${slug}-bad-participant-named`]: [
        assumed,
        `${doing} names the entry that is no participant by its place in the list.`,
        ...stage,
        send({ ...invalid, body: { validation: [{ field: 'participants[1]', value: 'nobody' }] } }),
      ],
    });
  }),
  ...Object.entries(BAD_IDS).flatMap(([slug, { id, known = inferred('docs: Identifiers') }]) =>
    promises('errors', known, {
      [`participant-${slug}`]: [
        `A participant "${id}" answers 400: it is neither phone number, nor JID, nor LID.`,
        makeGroup(),
        { ...removes([id]), expect: invalid },
      ],
    }),
  ),
  ...Object.entries(STRANGERS).flatMap(([slug, { id, jid, known = inferred('docs: Identifiers') }]) =>
    promises('errors', known, {
      [`stranger-${slug}`]: [
        `A participant "${id}" is understood, and answered as ${jid}.`,
        makeGroup(),
        answers(removes([id]), { participants: [{ jid }] }),
      ],
    }),
  ),
  ...promises('errors', restsOn('schema ParticipantId'), {
    'lid-of-letters': [
      'A participant "abcd@lid" is understood, as the documentation shows it, whatever becomes of it.',
      makeGroup(),
      {
        ...removes(['abcd@lid']),
        expect: {
          status: [200, 400, 404, 409, 422],
          body: { error_code: { $not: 'VALIDATION_ERROR' } },
        },
      },
    ],
  }),
  ...(['group_jid', 'inviter_jid'] as const).flatMap((field) => {
    const step = joinPrivately({ code: '{{unknown-private-code}}', [field]: 'nobody' });
    return promises('errors', restsOn('status joinGroup 400'), {
      [`join-group-bad-${toSlug(field)}`]: [
        `Joining by a private invite whose ${field} is no JID answers 400.`,
        makeGroup(),
        { ...step, as: 'first', expect: invalid },
      ],
    });
  }),
  ...(['linkGroup', 'unlinkGroup', 'createGroup'] as const).flatMap((call) => {
    const sample = SAMPLES[call];
    const [field, called] = call === 'createGroup' ? [PARENT, PARENT] : [CHILD_GROUP, 'group_jid'];
    const body = withField(sample.step.body ?? {}, field, 'nothing');
    return promises('errors', restsOn(`status ${sample.step.call} 400`, `operation ${sample.step.call}`), {
      [`${sample.slug}-bad-${toSlug(called)}`]: [
        `${sample.doing} with ${called} that is no JID of a group answers 400.`,
        ...sample.stage,
        spoiled(sample, body, invalid),
      ],
    });
  }),
  ...promises('errors', restsOn('status createGroup 400'), {
    'bad-participant-makes-nothing': [
      'A group with one participant that does not fit is not made at all.',
      { call: 'createGroup', body: { name: '{{name}}', participants: [first, 'nobody'] }, expect: invalid },
      list({ $lacks: { name: '{{name}}' } }),
    ],
  }),
];
