import { fill } from './bytes.ts';
import type { Line, Question } from './line.ts';
import type { Places } from './shot.ts';
import { TOKENS } from './tokens.ts';

/** What can be seen of a mock, as texts that are the same as long as nothing has changed. */
export interface View {
  /** The default world as it is kept. */
  readonly main: string;
  /** The throw-away world likewise, and the list of worlds. */
  readonly aside: string;
  /** What both accounts see and what is seen at the viewpoints; undefined when only a glance was taken. */
  readonly told: string | undefined;
}

/** Looks at the worlds as they are kept; with `aside` at the default one alone, for the others are known. Throws when a good request does not work. */
export async function glance(line: Line, places: Places, aside?: string): Promise<View> {
  const [main = '', ...others] = await line.ask(
    { path: '/__mock/worlds/default/snapshot' },
    ...(aside === undefined ? othersOf(places) : []),
  );
  return { main, aside: aside ?? others.join('\n'), told: undefined };
}

function othersOf({ world }: Places): Question[] {
  return [{ path: `/__mock/worlds/${world}/snapshot`, wanted: [200, 404] }, { path: '/__mock/worlds' }];
}

/** Looks at all that both accounts can see, at the viewpoints and at the journal too. Throws when a good request does not work. */
export async function lookAround(line: Line, places: Places, viewpoints: readonly string[]): Promise<View> {
  const lists = await line.ask(
    ...ACCOUNTS.flatMap((token) => [
      { path: '/groups', token },
      { path: '/webhook', token, wanted: [200, 404] },
    ]),
  );
  // Both accounts read the same of a group.
  const readers = new Map(
    lists.flatMap((list, n) =>
      n % 2 === 1 ? [] : jidsIn(list).map((jid) => [jid, ACCOUNTS[n / 2]] as const),
    ),
  );
  const details = Array.from(readers, ([jid, token = '']) => [
    { path: `/groups/${jid}`, token },
    { path: `/groups/${jid}/invite`, token, wanted: [200, 403] },
  ]);
  const worlds = viewpoints.map((path) => ({ path: fill(path, places), wanted: [200, 404] }));
  const [, ...shown] = await line.ask({ path: JOURNAL }, ...details.flat(), ...worlds);
  return { ...(await glance(line, places)), told: [...lists, ...shown].join('\n') };
}

/** What two views say from a little before their first difference; undefined when there is none in these parts of them. */
export function differenceOf(
  before: View,
  after: View,
  parts: readonly (keyof View)[] = ['told', 'main', 'aside'],
): string | undefined {
  for (const part of parts) {
    const [one, other] = [before[part], after[part]];
    if (one === undefined || other === undefined || one === other) continue;
    const [was, is] = [lasting(one), lasting(other)];
    if (was === is) continue;
    let at = 0;
    while (at < is.length && was[at] === is[at]) at += 1;
    const [from, to] = [Math.max(0, at - 100), at + 200];
    return `  before …${was.slice(from, to)}\n  after  …${is.slice(from, to)}`;
  }
  return undefined;
}

const ACCOUNTS = [TOKENS.first, TOKENS.second];

/** It has what was sent, so that it is read but not compared. */
const JOURNAL = '/__mock/worlds/default/journal?limit=1000';

/** A text without the default world in the list of worlds, which is seen beside it, and without what a refusal may change: the time, people who were merely asked about, and what goes on by itself. */
function lasting(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.includes('"snapshot":') ? JSON.stringify(JSON.parse(line, withoutPassing)) : line))
    .join('\n')
    .replace(/("worlds":\[)\{"name":"default".*?\}\}/, '$1')
    .replace(/"(timestamp|now|seen|fired|left)":("[^"]*"|-?[\d.e+]+|null)/g, '');
}

function withoutPassing(name: string, value: unknown): unknown {
  const isOfPeople = name === 'people' && Array.isArray(value) && typeof value[0] === 'object';
  return isOfPeople || PASSING.includes(name) ? undefined : value;
}

/** Ids are drawn also in vain, deliveries go on by themselves, and faults count also the calls that they answer. */
const PASSING = ['seal', 'ids', 'outbox', 'deliveries', 'revisions', 'seen', 'fired', 'chance', 'windows'];

function jidsIn(list: string): string[] {
  return (JSON.parse(list) as { groups: { jid: string }[] }).groups.map(({ jid }) => jid);
}
