import type { OperationId } from '../../../spec/index.ts';
import type { BodyOf } from '../../language/case.ts';
import { first } from '../../language/cast.ts';
import { assumed, invalid, type Known, promises, refused, restsOn } from '../../language/promises.ts';
import { SAMPLES } from '../../language/samples.ts';
import { type FieldPath, spoiled, toSlug, withField } from '../../language/spoil.ts';

/** A value at the edge of what a field takes. The status of what is taken; 400 is what is not. */
type Edge = { [Id in OperationId]: EdgeOf<Id> }[OperationId];

interface EdgeOf<Id extends OperationId> {
  readonly call: Id;
  readonly field: FieldPath<Id>;
  /** Says in an id what the value is. */
  readonly slug: string;
  /** Says it in a sentence. */
  readonly says: string;
  readonly value: unknown;
  readonly status: 200 | 201 | 400 | 404;
  readonly known?: Known;
  readonly body?: BodyOf<Id>;
}

const names = ['createGroup', 'updateGroup', 'createCommunity'] as const;
const many = [
  'addGroupParticipants',
  'removeGroupParticipants',
  'addCommunityParticipants',
  'removeCommunityParticipants',
] as const;
const page = restsOn('status joinGroup 400');
const privateInvite: BodyOf<'joinGroup'> = { group_jid: '{{unknown-group}}', inviter_jid: first };
const unknownLink = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv?';

/** How a name of an exact length begins; what is filled in is as long as its placeholder. */
const NAME = 'wuts-contract {{n}} ';

const EDGES: readonly Edge[] = [
  ...names.flatMap((call): Edge[] => {
    const status = call === 'updateGroup' ? 200 : 201;
    const edge = { call, field: 'name' } as const;
    return [
      { ...edge, slug: 'longest', says: '100 characters', value: long(NAME, 100), status },
      { ...edge, slug: 'too-long', says: '101 characters', value: long(NAME, 101), status: 400 },
      { ...edge, slug: 'longest-emoji', says: '100 characters, emoji among them', value: emoji(100), status },
      {
        ...edge,
        slug: 'too-long-emoji',
        says: '101 characters, emoji among them',
        value: emoji(101),
        status: 400,
      },
      { ...edge, slug: 'empty', says: 'no characters', value: '', status: 400 },
      { ...edge, slug: 'blank', says: 'spaces only', value: '  \t', status: 400 },
    ];
  }),
  ...(['topic', 'description'] as const).flatMap((field): Edge[] => {
    const edge = { call: 'updateGroup', field, body: {} } as const;
    return [
      { ...edge, slug: 'empty', says: 'no characters', value: '', status: 200 },
      { ...edge, slug: 'longest', says: '2048 characters', value: long('t', 2048), status: 200 },
      { ...edge, slug: 'too-long', says: '2049 characters', value: long('t', 2049), status: 400 },
    ];
  }),
  ...many.flatMap((call): Edge[] => {
    const edge = { call, field: 'participants' } as const;
    return [
      { ...edge, slug: 'none', says: 'no entries', value: [], status: 400 },
      { ...edge, slug: 'most', says: '1024 entries', value: times(1024), status: 200 },
      { ...edge, slug: 'too-many', says: '1025 entries', value: times(1025), status: 400 },
    ];
  }),
  ...(['createGroup', 'createCommunity'] as const).flatMap((call): Edge[] => {
    const edge = { call, field: 'participants' } as const;
    return [
      { ...edge, slug: 'most', says: '1023 entries', value: times(1023), status: 201 },
      { ...edge, slug: 'too-many', says: '1024 entries', value: times(1024), status: 400 },
    ];
  }),
  { call: 'createGroup', field: 'participants', slug: 'none', says: 'no entries', value: [], status: 400 },
  {
    call: 'createCommunity',
    field: 'participants',
    slug: 'none',
    says: 'no entries',
    value: [],
    status: 201,
  },
  link('word', 'a word', 'nothing', 400, page),
  link('empty', 'no characters', '', 400, page),
  link('other-host', 'a link of another host', 'https://example.com/AbCdEfGhIjKlMnOpQrStUv', 400, page),
  link('other-scheme', 'a link of another scheme', 'ftp://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv', 400),
  link('sub-path', 'a link with another path', 'https://chat.whatsapp.com/other/AbCdEfGhIjKlMnOpQrStUv', 400),
  link('code-of-19', 'a code of 19 characters', long('', 19), 400),
  link('code-of-20', 'a code of 20 characters', long('', 20), 404),
  link('code-of-24', 'a code of 24 characters', long('', 24), 404),
  link('code-of-25', 'a code of 25 characters', long('', 25), 400),
  link('code-with-dash', 'a code with a dash', 'AbCdEfGhIj-lMnOpQrStUv', 400),
  link('longest', '2048 characters', long(unknownLink, 2048), 404),
  link('too-long', '2049 characters', long(unknownLink, 2049), 400),
  ...(['code', 'invite_code'] as const).flatMap((field): Edge[] => {
    const edge = { call: 'joinGroup', field, body: privateInvite } as const;
    return [
      { ...edge, slug: 'empty', says: 'no characters', value: '', status: 400 },
      { ...edge, slug: 'longest', says: '64 characters', value: long('', 64), status: 404 },
      { ...edge, slug: 'too-long', says: '65 characters', value: long('', 65), status: 400 },
    ];
  }),
];

/** Values just inside and just outside of what a field takes. */
export const errorsBounds = EDGES.flatMap(
  ({ call, field, slug, says, value, status, known = assumed, body }) => {
    const sample = SAMPLES[call];
    const whole = withField(body ?? sample.step.body ?? {}, field, value);
    const expect =
      status === 400
        ? invalid
        : status === 404
          ? refused(404)
          : ({ status, body: { success: true } } as const);
    return promises('errors', known, {
      [`${sample.slug}-${toSlug(field)}-${slug}`]: [
        `${sample.doing} with ${field} of ${says} answers ${status}.`,
        ...sample.stage,
        spoiled(sample, whole, expect),
      ],
    });
  },
);

function link(
  slug: string,
  says: string,
  value: string,
  status: 400 | 404,
  known = assumed,
): EdgeOf<'joinGroup'> {
  return { call: 'joinGroup', field: 'link', slug, says, value, status, known };
}

/** A text of this many characters. */
function long(start: string, length: number): string {
  return start.padEnd(length, 'x');
}

/** A name of this many characters, most of which are outside the basic plane of Unicode. */
function emoji(length: number): string {
  return `${NAME}${'🎉'.repeat(length - NAME.length)}`;
}

/** The first account, this many times: nobody else is touched. */
function times(length: number): string[] {
  return Array<string>(length).fill(first);
}
