import { loadDocument, type Operation } from '../spec/index.ts';
import { createBodyCheck } from './body-check.ts';
import type { Case } from './case.ts';
import { createChanges } from './changes.ts';
import { NoAnswer, send, toRequest } from './client.ts';
import { generateInputs } from './inputs.ts';
import { NEEDS } from './needs.ts';
import { type CaseResult, isFailure } from './result.ts';
import { type Run, runCase } from './run-case.ts';
import { suite } from './suite.ts';
import { type AccountName, CannotRun, needsMet, type RunOptions, type Target } from './target.ts';
import { at, type Values } from './templates.ts';

/**
 * Holds a target to the suite: a result for each case, as soon as it is there. Cases run side by side; those that
 * disturb the others run alone, last. Throws `CannotRun` when the target cannot be reached or does not know a token.
 */
export async function* runContracts(
  target: Target,
  options: RunOptions = {},
): AsyncGenerator<CaseResult, void> {
  const { concurrency = 4, bail = false, signal } = options;
  const { run, inputsOf } = await prepare(target, options);
  const cases = chooseCases(options);
  const sideBySide = cases.filter(({ alone }) => !alone);
  const oneByOne = cases.filter(({ alone }) => alone);
  let isStopped = false;
  for (const { waiting, width } of [
    { waiting: sideBySide, width: concurrency },
    { waiting: oneByOne, width: 1 },
  ]) {
    const running = new Set<Promise<void>>();
    const finished: CaseResult[] = [];
    const start = (one: Case) => {
      const refusal = refusalOf(run, one);
      const result =
        refusal === undefined ? runCase(run, one, inputsOf(one)) : Promise.resolve(skip(one, refusal));
      const settled = result.then((done) => {
        finished.push(done);
        running.delete(settled);
      });
      running.add(settled);
    };
    let next = 0;
    for (;;) {
      while (running.size < width && !isStopped && !signal?.aborted) {
        const one = waiting[next++];
        if (one === undefined) break;
        start(one);
      }
      if (running.size === 0) break;
      await Promise.race(running);
      for (const result of finished.splice(0)) {
        isStopped ||= bail && isFailure(result.verdict, { ...options, ...target });
        yield result;
      }
    }
  }
}

/** The cases whose id matches what is asked for. `*` in a pattern stands for anything; a theme stands for all its cases. */
export function chooseCases({ only = [], skip: unwanted = [] }: RunOptions): readonly Case[] {
  const matches = (patterns: readonly string[], { id }: Case) =>
    patterns.some((pattern) => toRegExp(pattern).test(id));
  return suite.filter((one) => (only.length === 0 || matches(only, one)) && !matches(unwanted, one));
}

async function prepare(
  target: Target,
  options: RunOptions,
): Promise<{ run: Run; inputsOf(one: Case): Values }> {
  const document = loadDocument(options.spec);
  const operations = new Map<string, Operation>(
    document.operations.map((operation) => [operation.id, operation]),
  );
  const timeout = options.timeout ?? 10_000;
  const accounts = await meetAccounts(target, operations, timeout);
  const numbers = Object.entries(accounts).flatMap(([name, value]) =>
    name.endsWith('.phone') ? [String(value)] : [],
  );
  const changes = createChanges(target, options, operations, numbers);
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  const known: Values = { ...MAGIC, ...accounts };
  for (const [index, phone] of (target.participants ?? []).entries()) {
    known[`number${index + 1}`] = phone;
    known[`number${index + 1}.jid`] = `${phone}@s.whatsapp.net`;
  }
  return {
    run: { target, operations, checkBody: createBodyCheck(document), changes, timeout },
    inputsOf: ({ id }) => ({ ...known, ...generateInputs(seed, id) }),
  };
}

/** The numbers of the mock whose row always fails. */
const MAGIC: Values = Object.fromEntries(
  [401, 402, 403, 404, 408, 417].map((code) => [`magic.${code}`, `5500000000${code}`]),
);

/** Asks each account for its phone number, and so finds out that the target is there and knows the tokens. */
async function meetAccounts(
  target: Target,
  operations: Map<string, Operation>,
  timeout: number,
): Promise<Values> {
  const status = operations.get('getStatus');
  if (status === undefined)
    throw new CannotRun('The document has no operation getStatus, by which accounts are met.');
  const values: Values = {};
  for (const name of ['first', 'second', 'third'] as const) {
    if (target.tokens[name] === undefined) continue;
    const phone = await meet(target, status, name, timeout);
    values[`${name}.phone`] = phone;
    values[`${name}.jid`] = `${phone}@s.whatsapp.net`;
  }
  return values;
}

async function meet(target: Target, status: Operation, name: AccountName, timeout: number): Promise<string> {
  const option = name === 'first' ? '--token' : `--${name}-token`;
  try {
    const answer = await send(toRequest(target, status, name, {}, undefined), timeout);
    if (answer.status === 401) {
      throw new CannotRun(
        `${target.url} does not know the token given with ${option}. Give one that it issued.`,
      );
    }
    const said = `${at(answer.body, 'data.phone_number') ?? ''} ${at(answer.body, 'data.jid') ?? ''}`;
    const phone = /\d{10,15}/.exec(said)?.[0];
    if (phone !== undefined) return phone;
    throw new CannotRun(
      `GET /status of ${target.url} does not tell the phone number of the account given with ${option}: it answers ${answer.status} ${answer.text.slice(0, 200)}`,
    );
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    throw new CannotRun(`${target.url} cannot be reached: ${error.message}. Start it, or correct --url.`);
  }
}

function refusalOf({ target, changes }: Run, one: Case): string | undefined {
  const met = needsMet(target);
  const missing = (one.needs ?? []).find((need) => !met.has(need));
  if (missing !== undefined) return `the target lacks ${NEEDS[missing]}`;
  const foreign = one.steps.find(({ call }) => target.operations?.includes(call) === false);
  if (foreign !== undefined) return `the target does not implement ${foreign.call}`;
  return changes.refusal(one);
}

function skip(one: Case, reason: string): CaseResult {
  return {
    case: one,
    verdict: 'skipped',
    reason,
    findings: [],
    exchanges: [],
    undocumented: [],
    leftovers: [],
    milliseconds: 0,
  };
}

function toRegExp(pattern: string): RegExp {
  const literal = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}(/.*)?$`);
}
