import { MAGIC_NUMBERS, otherSpelling } from '../../spec/facts/index.ts';
import { loadDocument, type Operation, type Schema } from '../../spec/index.ts';
import type { Case } from '../language/case.ts';
import { generateInputs } from '../language/inputs.ts';
import { at, type Values } from '../language/templates.ts';
import { createChanges } from '../target/changes.ts';
import { toRequest } from '../target/client.ts';
import { ControlFailed, makeWorld, needsWorld } from '../target/control.ts';
import { tellMockTokens } from '../target/mock-tokens.ts';
import { endOf, HeldBack } from '../target/patience.ts';
import { createReceiver } from '../target/receiver.ts';
import { createScrub } from '../target/scrub.ts';
import { createSender, NoAnswer, type Send } from '../target/send.ts';
import {
  type AccountName,
  CannotRun,
  DEFAULTS,
  mustBeSendable,
  type RunOptions,
  type Target,
  type Tokens,
  tokensOf,
} from '../target/target.ts';
import { createBodyCheck, createDeliveryCheck } from './body-check.ts';
import { withCalibration } from './choose-cases.ts';
import { refusalOf } from './plan.ts';
import type { CaseResult } from './result.ts';
import type { Run } from './run.ts';
import { runCase } from './run-case.ts';

/** What a run begins with: one `Hold` for each set of accounts. It ends once no case runs any more. */
export interface Prepared {
  readonly holds: readonly Hold[];
  end(): Promise<void>;
}

/** Holds a target to one case, on one set of its accounts. */
export type Hold = (one: Case) => Promise<CaseResult>;

/** What everything that is sent to a target shares: one `Run` for each set of accounts, and what is known of them and the numbers. */
export interface Met {
  readonly sets: readonly { readonly run: Run; readonly known: Values }[];
  end(): Promise<void>;
}

/**
 * Meets the accounts of a target. Throws `CannotRun` when the target cannot be reached or does not know a token, when a
 * device is not connected, and when two of the accounts and numbers are one person.
 */
export async function meetTarget(target: Target, options: RunOptions): Promise<Met> {
  const document = options.document ?? loadDocument(options.spec);
  const operations = new Map<string, Operation>(
    document.operations.map((operation) => [operation.id, operation]),
  );
  const { timeout = DEFAULTS.timeout } = options;
  mustBeSendable(target);
  mustBeComplete(target);
  const send = createSender(target, options);
  const sets = await Promise.all(
    tokensOf(target).map(async (tokens) => {
      const own = { ...target, tokens };
      const accounts = await meetAccounts(own, operations, send);
      mustBeDifferentPeople(accounts, target);
      return { own, accounts };
    }),
  );
  const receiver = createReceiver(target);
  const shared = {
    operations,
    checkBody: createBodyCheck(document),
    checkDelivery: createDeliveryCheck(document),
    receiver,
    changes: createChanges(target, options, operations),
    scrub: createScrub(target),
    send,
    timeout,
  };
  return {
    sets: sets.map(({ own, accounts }) => ({
      run: { ...shared, target: own },
      known: { ...MAGIC, ...accounts, ...numbersOf(target) },
    })),
    end: () => receiver.end(),
  };
}

/** Gets ready to hold a target to cases. Throws `CannotRun` as `meetTarget` does. */
export async function prepare(target: Target, options: RunOptions): Promise<Prepared> {
  const { sets, end } = await meetTarget(target, withCalibration(options));
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  return { holds: sets.map((set) => createHold(set, seed)), end };
}

/** Holds whoever a run asks to cases, on one set of accounts; texts and numbers that cases send follow from the seed. */
export function createHold({ run, known }: Met['sets'][number], seed: number): Hold {
  return async (one) => {
    const refusal = refusalOf(run.target, run.changes, one);
    if (refusal !== undefined) return skip(one, refusal);
    const inputs = { ...known, ...generateInputs(seed, one.id) };
    return needsWorld(run.target, one) ? runInOwnWorld(run, one, inputs) : runCase(run, one, inputs);
  };
}

/** A case must find the same accounts in every set. */
function mustBeComplete(target: Target): void {
  const namesOf = (tokens: Tokens) => ACCOUNTS.filter((name) => tokens[name] !== undefined).join(', ');
  const wanted = namesOf(target.tokens);
  const other = tokensOf(target).find((tokens) => namesOf(tokens) !== wanted);
  if (other !== undefined) {
    throw new CannotRun(
      `Every set of accounts needs the same ones, and one has ${namesOf(other)} where the first has ${wanted}. Give the tokens that are missing in moreTokens, or leave that set out.`,
    );
  }
}

/** What is known of accounts and numbers that are one person would be wrong. */
function mustBeDifferentPeople(accounts: Values, { participants = [] }: Target): void {
  const owners = new Map<unknown, string>();
  const met = ACCOUNTS.map((name) => [accounts[`${name}.phone`], optionOf(name)] as const);
  const given = participants.map((phone) => [phone, `--participant ${phone}`] as const);
  for (const [phone, option] of [...met, ...given]) {
    if (phone === undefined) continue;
    const other = owners.get(phone) ?? owners.get(otherSpelling(String(phone)));
    if (other !== undefined)
      throw new CannotRun(
        `${other} and ${option} are the same person, ${phone}. Give accounts and numbers of different people.`,
      );
    owners.set(phone, option);
  }
}

function optionOf(name: AccountName): string {
  return name === 'first' ? '--token' : `--${name}-token`;
}

function numbersOf({ participants = [] }: Target): Values {
  const companion = participants.at(-1);
  return Object.fromEntries([
    ...(companion === undefined ? [] : [['companion', `${companion}@s.whatsapp.net`]]),
    ...participants.flatMap((phone, index) => [
      [`number${index + 1}`, phone],
      [`number${index + 1}.jid`, `${phone}@s.whatsapp.net`],
    ]),
  ]);
}

const ACCOUNTS: readonly AccountName[] = ['first', 'second', 'third'];

/** The states of a device that can do nothing. Source: `docs: Status`. */
const OFFLINE: readonly Schema<'DeviceState'>[] = ['disconnected', 'logged_out', 'banned'];

/** The numbers of the mock whose row always fails. */
const MAGIC: Values = Object.fromEntries(
  Object.entries(MAGIC_NUMBERS).map(([phone, code]) => [`magic.${code}`, phone]),
);

/** Asks each account for its phone number, and so finds out that the target is there and knows the tokens. */
async function meetAccounts(target: Target, operations: Map<string, Operation>, send: Send): Promise<Values> {
  const status = operations.get('getStatus');
  if (status === undefined)
    throw new CannotRun('The document has no operation getStatus, by which accounts are met.');
  const values: Values = {};
  for (const name of ACCOUNTS) {
    if (target.tokens[name] === undefined) continue;
    const phone = await meet(target, status, name, send);
    values[`${name}.phone`] = phone;
    values[`${name}.jid`] = `${phone}@s.whatsapp.net`;
  }
  return values;
}

async function meet(target: Target, status: Operation, name: AccountName, send: Send): Promise<string> {
  const scrub = createScrub(target);
  const option = optionOf(name);
  try {
    const answer = await send(toRequest(target, status, name, {}, undefined));
    if (answer.status === 401) {
      const help = (await tellMockTokens(target, send)) ?? 'Give one that it issued.';
      throw new CannotRun(`${target.url} does not know the token given with ${option}. ${help}`);
    }
    const said = `${at(answer.body, 'data.phone_number') ?? ''} ${at(answer.body, 'data.jid') ?? ''}`;
    const phone = /\d{10,15}/.exec(said)?.[0];
    const state = at(answer.body, 'data.status');
    if (OFFLINE.some((one) => one === state))
      throw new CannotRun(
        `The device of the account given with ${option} is not connected: GET /status of ${target.url} says "${state}". Connect it, then run this again.`,
      );
    if (phone !== undefined) return phone;
    throw new CannotRun(
      `GET /status of ${target.url} does not tell the phone number of the account given with ${option}: it answers ${answer.status} ${scrub.text(answer.text, 200)}`,
    );
  } catch (error) {
    if (error instanceof HeldBack) throw new CannotRun(`${target.url} cannot be asked: ${error.message}.`);
    if (!(error instanceof NoAnswer)) throw error;
    const help = error.help || ' Start it, or correct --url.';
    throw new CannotRun(`${target.url} cannot be reached: ${scrub.text(error.message)}.${help}`);
  }
}

/** Carries out a case in a world that is made for it and ends with it. */
async function runInOwnWorld(run: Run, one: Case, inputs: Values): Promise<CaseResult> {
  try {
    const { target, values, end } = await makeWorld(run.target, one, run.send);
    const own = { ...run, target, scrub: createScrub(target) };
    const result = await runCase(own, one, { ...inputs, ...values });
    await end();
    return result;
  } catch (error) {
    if (error instanceof HeldBack) return { ...skip(one, error.message), ...endOf(error) };
    if (error instanceof ControlFailed)
      return { ...skip(one, run.scrub.text(error.message)), verdict: 'setup-failed' };
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
