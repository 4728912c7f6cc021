import { type Message, message, type Part, type Shot, shotOf } from '../shot.ts';
import type { BodyAim } from './bodies.ts';
import { goodTarget } from './targets.ts';

/** How deep; 64 levels are allowed. */
const DEPTHS = [65, 100, 1000, 3000, 10_000, 100_000];

const BRACKETS = [
  ['[', ']'],
  ['{"a":', '}'],
  ['[{"a":', '}]'],
  ['{"participants":[', ']}'],
] as const;

/** Brackets in brackets, closed or not, as the whole body and as a property that nobody knows, when calls are read again and waited for. */
export function nestingShots({ operation, body }: BodyAim): Shot[] {
  const target = goodTarget(operation);
  const good = body.map((part) => ('text' in part ? part.text : '')).join('');
  const fire = (name: string, ...parts: readonly Part[]): Shot => {
    const nested = message(operation.method, target, parts);
    const shot = shotOf(`nesting: ${name} at ${operation.id}`, nested, 'refusal');
    return { ...shot, messages: [nested, ...READERS], ahead: 1 };
  };
  return DEPTHS.flatMap((times) =>
    BRACKETS.flatMap(([open, close]) => {
      const [opened, closed] = [
        { text: open, times },
        { text: close, times },
      ];
      const unknown = { text: `{"x-fuzz":` };
      const rest = { text: `,${good.slice(1)}` };
      return [
        fire(`${times} ${open} and no end`, opened),
        fire(`${times} ${open}`, opened, { text: '0' }, closed),
        fire(`${times} ${open} in a property`, unknown, opened, { text: '0' }, closed, rest),
        fire(`${times} ${open} in a text`, { text: '"' }, { text: '[', times }, { text: '"' }),
      ];
    }),
  );
}

/** They read what was sent; the query has them look into the bodies. */
const READERS: readonly Message[] = [
  message('GET', '/__mock/worlds/default/journal?limit=5'),
  message('GET', '/__mock/worlds/default/journal?limit=5&jid=120363999999999998@g.us'),
  message('GET', '/__mock/worlds/default/consumer'),
];
