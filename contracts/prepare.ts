import { loadDocument, type Operation } from '../spec/index.ts';
import { createBodyCheck } from './body-check.ts';
import type { Case } from './case.ts';
import { createChanges } from './changes.ts';
import { toRequest } from './client.ts';
import { ControlFailed, makeWorld, needsWorld } from './control.ts';
import { generateInputs } from './inputs.ts';
import { refusalOf } from './plan.ts';
import type { CaseResult } from './result.ts';
import { type Run, runCase } from './run-case.ts';
import { createScrub } from './scrub.ts';
import { NoAnswer, send } from './send.ts';
import { type AccountName, CannotRun, type RunOptions, type Target } from './target.ts';
import { at, type Values } from './templates.ts';

/** Holds a target to one case. */
export type Hold = (one: Case) => Promise<CaseResult>;

/**
 * Meets the accounts of a target and gets ready to hold it to cases.
 * Throws `CannotRun` when the target cannot be reached or does not know a token.
 */
export async function prepare(target: Target, options: RunOptions): Promise<Hold> {
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
  const run: Run = {
    target,
    operations,
    checkBody: createBodyCheck(document),
    changes,
    scrub: createScrub(target),
    timeout,
  };
  return async (one) => {
    const refusal = refusalOf(target, changes, one);
    if (refusal !== undefined) return skip(one, refusal);
    const inputs = { ...known, ...generateInputs(seed, one.id) };
    return needsWorld(one) ? runInOwnWorld(run, one, inputs) : runCase(run, one, inputs);
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

/** Carries out a case in a world that is made for it and ends with it. */
async function runInOwnWorld(run: Run, one: Case, inputs: Values): Promise<CaseResult> {
  try {
    const { target, values, end } = await makeWorld(run.target, one, run.timeout);
    const own = { ...run, target, scrub: createScrub(target) };
    const result = await runCase(own, one, { ...inputs, ...values });
    await end();
    return result;
  } catch (error) {
    if (error instanceof ControlFailed) return { ...skip(one, error.message), verdict: 'setup-failed' };
    throw error;
  }
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
