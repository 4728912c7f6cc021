import { type ApiDocument, markOf, readVersion } from '../../spec/index.ts';
import type { Entry } from '../har/archive.ts';
import { type Aim, aimAt } from '../har/check-archive.ts';
import { createArchiveScrub } from '../har/tokens.ts';
import { capture } from '../language/capture.ts';
import { at, type Values } from '../language/templates.ts';
import { parseJson } from '../target/json.ts';
import type { Answer } from '../target/send.ts';
import type { Outcome } from './calibrate.ts';
import { noteCode } from './codes.ts';
import { toEvidence, toWord } from './evidence.ts';
import { createFields } from './fields.ts';
import { conclude } from './follows.ts';
import { createObservations, type Observations } from './observations.ts';
import { noteMeaning } from './one-question.ts';
import { settledBy } from './question.ts';
import { QUESTIONS } from './questions/index.ts';
import { RECORDED } from './recorded.ts';

/** Everything that is asked, and of that what may be null. */
const ASKED: ReadonlySet<string> = new Set([
  ...QUESTIONS.flatMap(settledBy),
  ...RECORDED.flatMap(({ facts }) => facts),
]);
const NULLABLE = new Set(
  QUESTIONS.flatMap(({ shows = {} }) =>
    Object.entries(shows).flatMap(([fact, { is }]) => (is === null ? [fact] : [])),
  ),
);

/** The schema of an object of an answer, by the property that it, or a list of them, stands in. */
const SCHEMAS: Readonly<Record<string, string>> = {
  group: 'Group',
  groups: 'Group',
  community: 'Community',
  participants: 'Participant',
  add_request: 'Participant.add_request',
};

/**
 * What recorded calls show of what nobody wrote down; nothing is sent. What is there is seen; that something is not there, and
 * why a call was refused, no recording shows.
 */
export function learnFromArchive(entries: readonly Entry[], document: ApiDocument, aim: Aim = {}): Outcome {
  const { ours, routeOf } = aimAt(entries, document, aim);
  const observations = createObservations();
  const codes = createFields();
  const seen: Seen = new Map();
  const scrub = createArchiveScrub(entries);
  // Whatever was sent is private: names, numbers and JIDs stand in it.
  const sent = ours.flatMap(({ body, url }) => [
    ...textsIn(parseJson(body ?? '')),
    ...url.pathname.split('/'),
  ]);
  const mine: Values = Object.fromEntries(sent.map((text, index) => [`sent${index}`, text]));
  for (const entry of ours) {
    const route = routeOf(entry);
    const answer = toAnswer(entry);
    if (route.kind !== 'operation' || answer === undefined) continue;
    const { operation } = route;
    const code = toWord(at(answer.body, 'error_code'), scrub, mine);
    const evidence = toEvidence({ operation, request: entry as never }, answer, code);
    noteCode(observations, codes, answer, code, evidence);
    for (const { answers = [], steps, recorded } of QUESTIONS) {
      const last = steps.at(-1);
      if (recorded === undefined || (recorded === 'this call' && last?.call !== operation.id)) continue;
      const values: Values = {};
      if (answer.status < 300) capture(last?.capture, answer.body, values);
      for (const name of Object.keys(values)) values[`${name}.length`] = String(values[name]).length;
      noteMeaning(observations, answers, answer, evidence, values);
    }
    const settle = (fact: string, is: unknown) => ASKED.has(fact) && observations.settle(fact, is, evidence);
    if (answer.status === 500 && code !== undefined) settle(`status ${operation.id} 500`, answer.status);
    if (answer.status >= 300) continue;
    for (const status of operation.replies.keys())
      if (status < 300) settle(`status ${operation.id} ${status}`, answer.status);
    settle(`operation ${operation.id}`, { method: operation.method, path: operation.path });
    if (operation.id === 'linkGroup' && at(parseJson(entry.body ?? ''), 'group_jid') !== undefined)
      for (const [fact, is] of [
        ['field ChildGroup.group_jid', 'present'],
        ['schema ChildGroup', 'yes'],
      ] as const)
        settle(fact, is);
    look(seen, answer.body, evidence);
  }
  codes.settle(observations, (name) => toWord(name, scrub, mine) !== undefined);
  settleFields(observations, seen);
  for (const fact of ASKED)
    observations.leave(fact, 'the recording does not show it', 'ask a live gateway, with --url and --token');
  conclude(observations);
  return {
    calibration: {
      calibration: 1,
      'made-with': readVersion(),
      document: markOf(document),
      day: new Date().toISOString().slice(0, 10),
      ...observations.sum(),
    },
    calls: 0,
    changes: 0,
    leftovers: [],
  };
}

/** How often each field was there with a value, was null, and was not there. */
type Seen = Map<string, { value: string[]; null: string[]; nothing: string[] }>;

/** Looks for every field that is asked for in the objects of an answer. */
function look(seen: Seen, body: unknown, evidence: string): void {
  for (const [key, inner] of Object.entries<unknown>(Object(body))) {
    const schema = Object.hasOwn(SCHEMAS, key) ? SCHEMAS[key] : undefined;
    for (const one of [inner].flat()) {
      if (typeof one !== 'object' || one === null) continue;
      look(seen, one, evidence);
      const fields = [...ASKED].filter((fact) => fact.startsWith(`field ${schema}.`));
      for (const fact of fields) {
        const name = fact.slice(`field ${schema}.`.length);
        if (name.includes('.')) continue;
        const looks = seen.get(fact) ?? { value: [], null: [], nothing: [] };
        seen.set(fact, looks);
        const value = at(one, name);
        const has = value === undefined ? 'nothing' : value === null ? 'null' : 'value';
        looks[has].push(`${evidence} ${name}: ${has === 'value' ? 'a value' : has}`);
      }
    }
  }
}

function settleFields(observations: Observations, seen: Seen): void {
  for (const [fact, looks] of seen) {
    const there = [...looks.null, ...looks.value];
    if (there.length === 0)
      observations.leave(
        fact,
        'it was not there, and may have another name',
        'ask a live gateway, with --url and --token',
      );
    else if (looks.nothing.length > 0 && !fact.startsWith('field Participant.'))
      observations.leave(fact, 'it is there in some of the answers only');
    else if (NULLABLE.has(fact) && looks.null.length === 0)
      observations.leave(fact, 'the answer was not seen in which it may be null');
    else
      for (const evidence of there)
        observations.settle(fact, looks.null.length > 0 ? 'nullable' : 'present', evidence);
  }
}

function toAnswer({ answer }: Entry): Answer | undefined {
  const body = parseJson(answer?.text ?? '');
  if (answer === undefined || typeof body !== 'object' || body === null) return undefined;
  return { status: answer.status, headers: {}, text: answer.text ?? '', body };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
