import fc from 'fast-check';
import { AT_ONCE, type Delivery, type Framing, type Message, type Scratch, type Shot } from '../shot.ts';
import { type BodyAim, HOSTILE_KEYS } from './bodies.ts';
import { HOSTILE_JSON, HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile.ts';
import { type Aim, goodMessage } from './targets.ts';
import { valuesOf } from './values.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

/** Where something good stands in a body, more often than chance would have it. */
const GOOD_TEXTS = [
  ...['{{group}}', '{{linked}}', '{{community}}', '{{announcement}}', '{{link}}', '{{private-code}}'],
  ...['5511777777777', '5511888888888@s.whatsapp.net', '5511999999999', '5500000000403'],
];

const framing: fc.Arbitrary<Framing> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('length' as const) },
  { weight: 2, arbitrary: fc.record({ chunks: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.nat(200) },
);

const delivery: fc.Arbitrary<Delivery> = fc.oneof(
  { weight: 8, arbitrary: fc.constant(AT_ONCE) },
  {
    weight: 1,
    arbitrary: fc.record({
      pieces: fc.integer({ min: 1, max: 20 }),
      pause: fc.nat(2),
      upTo: fc.constantFrom(1, 1, 0.5, 0.99),
      ending: fc.constantFrom('wait', 'wait', 'half-close', 'reset'),
    }),
  },
);

const scratch: fc.Arbitrary<Scratch> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(4),
  put: fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString('base64')),
});

/** Shots of which one cannot know what they hit: fitting, bent and scratched requests, alone and in a row. */
export function randomShots(aims: readonly (Aim | BodyAim)[]): fc.Arbitrary<Shot> {
  const messages = fc.oneof(...aims.map(messagesAt));
  const whole = shots(fc.array(messages, { minLength: 1, maxLength: 1 }), fc.constant([]), delivery);
  const inARow = shots(
    fc.array(messages, { minLength: 2, maxLength: 5 }),
    fc.constant([]),
    fc.constant(AT_ONCE),
  );
  const scratched = shots(
    fc.array(messages, { minLength: 1, maxLength: 1 }),
    fc.array(scratch, { minLength: 1, maxLength: 3 }),
    fc.constant(AT_ONCE),
  );
  return fc.oneof(
    { weight: 12, arbitrary: whole },
    { weight: 2, arbitrary: inARow },
    { weight: 2, arbitrary: scratched },
  );
}

function shots(
  messages: fc.Arbitrary<Message[]>,
  scratches: fc.Arbitrary<Scratch[]>,
  how: fc.Arbitrary<Delivery>,
): fc.Arbitrary<Shot> {
  return fc.record({
    name: messages.map(() => 'random'),
    messages,
    scratches,
    delivery: how,
    expects: fc.constant('anything' as const),
  });
}

function messagesAt(aim: Aim | BodyAim): fc.Arbitrary<Message> {
  const place = fc.record({
    nth: fc.nat(5),
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(aim.operation.method) },
      fc.constantFrom(...METHODS),
    ),
    query: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      fc.webQueryParameters().map((text) => `?${text}`),
    ),
    who: fc.constantFrom('{{first}}', '{{first}}', '{{first}}', '{{second}}'),
    framing,
    text: 'schema' in aim ? bodies(aim) : fc.constant(''),
  });
  return place.map(({ nth, method, query, who, framing, text }) => {
    const good = goodMessage(aim, nth);
    const headers = good.headers.map(([name, value]) => [name, value.replace('{{first}}', who)] as const);
    const sent = { ...good, method, target: good.target + query, headers };
    return text === '' ? sent : { ...sent, body: [{ text }], framing };
  });
}

/** Texts of bodies: fitting ones, and such that were bent at one place or more. */
function bodies({ schema }: BodyAim): fc.Arbitrary<string> {
  const fitting = valuesOf(schema).map((value) => JSON.stringify(value));
  const bent = fc.tuple(fitting, fc.array(bend, { minLength: 1, maxLength: 3 }));
  const withGood = fc.tuple(fitting, fc.nat(100), fc.constantFrom(...GOOD_TEXTS));
  return fc.oneof(
    { weight: 4, arbitrary: fitting },
    {
      weight: 4,
      arbitrary: withGood.map(([text, nth, good]) => replaceToken(text, nth, JSON.stringify(good))),
    },
    { weight: 8, arbitrary: bent.map(([text, bends]) => bends.reduce((bending, one) => one(bending), text)) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 5 }) },
  );
}

/** What can be done to the text of a JSON value. */
const bend: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(fc.nat(100), fc.oneof(hostileValue(), fc.json({ maxDepth: 2 }))).map(
    ([nth, value]) =>
      (text: string) =>
        replaceToken(text, nth, value),
  ),
  fc.tuple(fc.constantFrom(...HOSTILE_KEYS), hostileValue()).map(
    ([key, value]) =>
      (text: string) =>
        text.replace(/^\{/, () => `{${JSON.stringify(key)}:${value},`),
  ),
  fc.nat(100).map((at) => (text: string) => text.slice(0, Math.floor((text.length * at) / 100))),
  fc.constantFrom(...HOSTILE_JSON).map((more) => (text: string) => text + more),
  fc
    .integer({ min: 2, max: 1500 })
    .map((depth) => (text: string) => '['.repeat(depth) + text + ']'.repeat(depth)),
);

function hostileValue(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS).map((text) => JSON.stringify(text)),
    fc.constantFrom(...HOSTILE_NUMBERS),
    fc.constantFrom('null', 'true', '[]', '{}', '[[]]', '[null]'),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => JSON.stringify(text)),
  );
}

/** The nth text, number or word of a JSON text replaced, keys not among them. */
function replaceToken(text: string, nth: number, value: string): string {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d[\d.eE+-]*|true|false|null/g)];
  const token = tokens[nth % Math.max(1, tokens.length)];
  if (token === undefined) return value;
  return text.slice(0, token.index) + value + text.slice(token.index + token[0].length);
}
