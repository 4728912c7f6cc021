import type { Aim } from './aim.ts';
import { type Step, WALKERS } from './steps.ts';
import type { Outcome, Walk } from './walk.ts';

/** A step in words, with what came of it: "bia: add {"group":"#2","whom":["caio"]} → 200 rows done". */
export function toLine(walk: Walk, step: Step, aim: Aim, { status, rule = '', rows }: Outcome): string {
  const { by, does, ...rest } = step;
  const chosen = Object.entries(rest).map(([name, value]) => [name, CHOSEN[name]?.(aim) ?? value]);
  const errors = rows.map(({ error }) => error ?? 'done').join(' ');
  const words = [`${by}:`, does, JSON.stringify(Object.fromEntries(chosen)), '→', status, rule];
  if (rows.length > 0) words.push('rows', errors);
  return shorten(walk, words.join(' '));
}

const CHOSEN: Record<string, (aim: Aim) => unknown> = {
  group: ({ group }) => group,
  community: ({ group }) => group,
  child: ({ child }) => child,
  link: ({ code }) => code,
  invite: ({ invite }) => invite,
  request: ({ request }) => request,
};

/** Groups are called by their number in the order of creation, their links too, and accounts by their name. */
export function shorten({ network, jids }: Walk, text: string): string {
  let short = text;
  jids.forEach((jid, n) => {
    short = short.replaceAll(jid, `#${n}`);
  });
  for (const [code, jid] of network.world.inviteCodes) {
    short = short.replaceAll(code, `link of #${jids.indexOf(jid)}`);
  }
  for (const name of WALKERS) short = short.replaceAll(network.phone(name), name);
  return short;
}
