import type { Caller, Case, Step } from './case.ts';
import type { Need } from './needs.ts';

/** A case in the forms in which it shows what it needs. */
interface Shown extends Pick<Case, 'world' | 'steps'> {
  readonly happenings: readonly object[];
  readonly placeholders: readonly string[];
}

/** For each need what shows it, in the order in which a case names its needs. */
const SHOWN: Readonly<Record<Need, (shown: Shown) => boolean>> = {
  rulings: ({ world }) => world?.rulings !== undefined,
  webhook: mayCarryOut('setWebhook'),
  receiver: ({ steps }) => steps.some(({ receive = [] }) => receive.length > 0),
  faults: happens('fault'),
  clock: happens('advance', 'clock'),
  people: happens('act', 'device', 'person', 'groupJid', 'look'),
  disconnecting: mayCarryOut('disconnectDevice'),
  'magic-numbers': ({ placeholders }) => placeholders.some((name) => name.startsWith('magic.')),
  'invented-numbers': ({ steps }) => steps.some(inventsNumbers),
  'second-account': comesIn('second'),
  'third-account': comesIn('third'),
  'one-number': usesNumbers(1),
  'two-numbers': usesNumbers(2),
  'three-numbers': usesNumbers(3),
};

/** What a case needs: what its steps and its world show, and what is written. Throws where both say the same. */
export function needsOf({ id, needs = [], world, steps }: Omit<Case, 'promise' | 'provenance'>): Need[] {
  const shown: Shown = {
    ...(world === undefined ? {} : { world }),
    steps,
    happenings: steps.flatMap(({ meanwhile = [] }) =>
      meanwhile.map((one) => Object('what' in one ? one.what : one)),
    ),
    placeholders: [...new Set(JSON.stringify(steps).match(/(?<=\{\{)[^}]+/g))],
  };
  return (Object.keys(SHOWN) as Need[]).filter((need) => {
    if (!SHOWN[need](shown)) return needs.includes(need);
    if (!needs.includes(need)) return true;
    throw new Error(`${id} writes the need ${need}, which its steps show: leave it out of needs.`);
  });
}

/** Whether a case with these needs disturbs everybody else on the same account, so that it runs alone. */
export function runsAlone(needs: readonly Need[]): boolean {
  return needs.includes('webhook') || needs.includes('disconnecting');
}

/** One of these kinds of things happens before a call. */
function happens(...kinds: readonly string[]) {
  return ({ happenings }: Shown) => happenings.some((one) => kinds.some((kind) => kind in one));
}

/** A server carries out this operation, if only one that takes what it has to refuse. */
function mayCarryOut(operation: Step['call']) {
  return ({ steps }: Shown) =>
    steps.some(
      ({ call, as, alter = {}, meanwhile = [] }) =>
        call === operation &&
        as !== 'nobody' &&
        as !== 'stranger' &&
        alter.authorization === undefined &&
        alter.method === undefined &&
        meanwhile.every((one) => Object(one).fault?.status === undefined),
    );
}

/** An account calls, or is spoken of; the webhook of an account is its `receiver`. */
function comesIn(account: Caller) {
  return ({ steps, placeholders }: Shown) =>
    steps.some(({ as }) => as === account) || placeholders.some((name) => name.startsWith(`${account}.`));
}

/** `{{number1}}` and so on, up to this one. */
function usesNumbers(count: number) {
  return ({ placeholders }: Shown) =>
    Math.max(0, ...placeholders.map((name) => Number(/^number(\d)/.exec(name)?.[1] ?? 0))) === count;
}

/** Participants who are written as digits. Who only removes them touches nobody. */
function inventsNumbers({ call, body }: Step): boolean {
  return (
    !call.startsWith('remove') &&
    /"\d{10,15}(@s\.whatsapp\.net)?"/.test(JSON.stringify(Object(body).participants ?? ''))
  );
}
