import { assumed, inferred, type Known } from './known.ts';

/** WhatsApp's own codes for rows that fail, and what each says of the person in the row. */
export const ROW_CODES = {
  401: { says: 'blocked whoever adds them', ...inferred('whatsapp-web: main/783406') },
  402: {
    says: 'was removed by an admin, and only an admin may add them again',
    ...inferred('whatsapp-web: main/225680'),
  },
  403: {
    says: 'lets nobody add them but those whom their privacy names',
    ...inferred('whatsapp-web: main/842705'),
  },
  404: { says: 'is not on WhatsApp', ...assumed },
  405: { says: 'may not be removed by them', ...inferred('whatsapp-web: main/656647') },
  406: { says: 'is the creator', ...inferred('whatsapp-web: main/656647, main/935722') },
  408: { says: 'left twice within a day', ...inferred('whatsapp-web: main/501354') },
  409: { says: 'is a member already', ...inferred('whatsapp-web: main/916631') },
  417: { says: 'was removed from the community', ...inferred('whatsapp-web: main/164024') },
  419: { says: 'is one too many for the community', ...inferred('whatsapp-web: main/677303') },
  421: { says: 'has to ask first: join_approval is on', ...inferred('whatsapp-web: main/271137') },
  500: { says: 'is one too many for the group', ...inferred('whatsapp-web: main/677303') },
} as const satisfies Record<number, { says: string } & Known>;

/** One of these codes. */
export type RowCode = keyof typeof ROW_CODES;

/** Numbers that give a row code whenever the mock adds them, without any set-up, by the number. */
export const MAGIC_NUMBERS: Readonly<Record<string, RowCode>> = {
  '5500000000401': 401,
  '5500000000402': 402,
  '5500000000403': 403,
  '5500000000404': 404,
  '5500000000408': 408,
  '5500000000417': 417,
};
