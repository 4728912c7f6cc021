import { AT_ONCE, type Delivery, type Message, message, type Shot } from '../shot.ts';
import { type Aim, goodMessage } from './targets.ts';

/** Many begin and do not go on. */
const HELD: Delivery = { ...AT_ONCE, copies: 100, hold: 200 };

/** Long enough for an answer on a busy machine; nobody waits any longer when it comes. */
const UNTIL_ANSWERED: Delivery = { ...AT_ONCE, copies: 20, hold: 5000 };

/** Announced, and nearly all of it held back. */
const ANNOUNCED = 8_000_000;

/** Many at once who announce a body and hold it back, send it in drops, or read what they get late or never. */
export function heldShots(aims: readonly Aim[]): Shot[] {
  const shots = aims.flatMap((aim) => {
    const good = goodMessage(aim);
    const { id } = aim.operation;
    const fire = (what: string, one: Message, delivery: Delivery, expects: Shot['expects'] = 'anything') => ({
      ...{ name: `held: ${what} at ${id}`, messages: [one], delivery, expects },
      // Nobody knows whether it is a whole request, so its end is not waited for.
      scratches: expects === 'early' || delivery.hold !== undefined ? [{ at: 0, drop: 0, put: '' }] : [],
    });
    const held = { ...good, framing: ANNOUNCED };
    const chunked = {
      ...good,
      headers: [...good.headers, ['Transfer-Encoding', 'chunked'] as const],
      body: [{ text: '2\r\n{}\r\n' }],
      framing: 'none' as const,
    };
    return [
      fire('a body', held, HELD),
      fire('chunks', chunked, HELD),
      fire('the head', good, { ...HELD, upTo: 0.3 }),
      fire('then ended', held, { ...HELD, ending: 'half-close' }),
      fire('then reset', held, { ...HELD, ending: 'reset' }),
      fire('drops', good, { ...AT_ONCE, copies: 50, pieces: 30, pause: 10 }),
      fire('a body of a stranger', withoutAccess(held), UNTIL_ANSWERED, 'early'),
      fire('chunks of a stranger', withoutAccess(chunked), UNTIL_ANSWERED, 'early'),
    ];
  });
  return [...shots, ...lateShots()];
}

/** An answer of megabytes, and a stream, that is read late or never. */
function lateShots(): Shot[] {
  const world = '/__mock/worlds/{{world}}';
  const size = { groups: 300, communities: 3, members: [20, 100] };
  const fill = message('POST', `${world}/seed`, [{ text: JSON.stringify(size) }]);
  const large = message('GET', `${world}/snapshot`);
  const stream = message('GET', `${world}/stream`);
  const fire = (what: string, messages: readonly Message[], delivery: Delivery): Shot => ({
    ...{ name: `held: ${what}`, messages, scratches: [], delivery },
    ...{ expects: 'anything', ahead: messages[0] === fill ? 1 : 0, spoils: true },
  });
  return [
    fire('8 MB read late', [fill, large, large, large], { ...AT_ONCE, reads: 'late' }),
    fire('8 MB never read', [fill, large, large, large], { ...AT_ONCE, reads: 'never' }),
    fire('8 MB half-closed', [fill, large], { ...AT_ONCE, ending: 'half-close', reads: 'late' }),
    fire('8 MB in a row', Array(30).fill(large), { ...AT_ONCE, reads: 'never', copies: 20 }),
    fire('a stream never read', [stream], { ...AT_ONCE, reads: 'never', copies: 50 }),
    fire('a stream reset', [stream], { ...AT_ONCE, ending: 'reset', copies: 50 }),
  ];
}

function withoutAccess(one: Message): Message {
  const headers = one.headers.filter(([name]) => name !== 'Authorization');
  return { ...one, headers: [...headers, ['X-Control-Token', 'wrong']] };
}
