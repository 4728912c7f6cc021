import { completeNumber } from '../../spec/facts/index.ts';
import { type Device, EVENT_NAMES, type World } from '../world/index.ts';

/** A form in which gateways take an identifier or a picture, beyond the documented ones, where a ruling says so. */
interface Form {
  readonly field: 'participants' | 'inviter_jid' | 'image_base64' | 'enabled_events';
  isTaken(rulings: World['rulings']): boolean;
  /** The documented form of one value. */
  toUsual(value: string, caller: Device): string | readonly string[];
}

const PEOPLE = ['participants', 'inviter_jid'] as const;

const FORMS: readonly Form[] = [
  ...PEOPLE.flatMap((field): Form[] => [
    {
      field,
      isTaken: isTaken('c-us-jid'),
      toUsual: (id) => id.replace(/^([0-9]{10,15}(?::[0-9]{1,5})?)@c\.us$/, '$1@s.whatsapp.net'),
    },
    {
      field,
      isTaken: isTaken('device-jid'),
      toUsual: (id) => id.replace(/^([0-9A-Za-z]{1,32}):[0-9]{1,5}(@(?:s\.whatsapp\.net|lid))$/, '$1$2'),
    },
    {
      field,
      isTaken: ({ 'national-number': choice }) => choice === 'completed',
      toUsual: (id, { phone }) =>
        /^[0-9 ()-]+$/.test(id) ? completeNumber(id.replace(/\D/g, ''), phone) : id,
    },
  ]),
  {
    field: 'image_base64',
    isTaken: isTaken('wrapped-base64'),
    toUsual: (image) => image.replace(/[\r\n]/g, ''),
  },
  {
    field: 'enabled_events',
    isTaken: ({ 'event-all': choice }) => choice === 'every-event',
    toUsual: (name) => (name === 'all' ? EVENT_NAMES : name),
  },
];

/** A body in which what has another form that the rulings allow has the documented one; what is no text stays. */
export function toUsualForms({ rulings }: World, caller: Device, body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  let usual: Record<string, unknown> = body as Record<string, unknown>;
  for (const { field, isTaken, toUsual } of FORMS) {
    const value = usual[field];
    if (value === undefined || !isTaken(rulings)) continue;
    const read = (one: unknown) => (typeof one === 'string' ? toUsual(one, caller) : one);
    usual = { ...usual, [field]: Array.isArray(value) ? value.flatMap(read) : read(value) };
  }
  return usual;
}

function isTaken(name: 'c-us-jid' | 'device-jid' | 'wrapped-base64'): Form['isTaken'] {
  return (rulings) => rulings[name] === 'taken';
}
