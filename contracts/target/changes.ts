import type { Operation } from '../../spec/index.ts';
import type { Case, Step } from '../language/case.ts';
import { inCompany } from '../language/company.ts';
import type { Values } from '../language/templates.ts';
import { isChange, type Request, toRequest } from './client.ts';
import { countControlChanges } from './control.ts';
import { parseJson } from './json.ts';
import { needsReceiver } from './receiver.ts';
import { DEFAULTS, isLoopback, type RunOptions, type Target } from './target.ts';

/** Guards what a run changes on a host that is not this machine. On loopback everything goes. */
export interface Changes {
  /** Why a case may not be run; undefined when it may. Running it sets aside the changes that it makes. */
  refusal(one: Case): string | undefined;
  /** Refuses phone numbers that were not given, and are not those of the accounts in `values`. */
  mustKnowNumbers(request: Request, values: Values): void;
}

/** A case would touch a phone number that the target does not allow. */
export class ForeignNumber extends Error {
  override name = 'ForeignNumber';
}

/** Between two polls of a step that may take its time, in milliseconds. */
export const POLL = 100;

/** Changes that tidying up after a case may take, for each group. */
const TIDYING = 4;

/** How many changes a case makes at most, those of tidying up included: on hosts that are not this machine, or wherever else counts. */
export function countChanges(
  one: Case,
  target: Target,
  operations: ReadonlyMap<string, Operation>,
  counts = (host: { readonly url: string }) => !isLoopback(host),
): number {
  const { control } = target;
  const happenings = control !== undefined && counts(control) ? countControlChanges(target, one) : 0;
  if (!counts(target)) return happenings;
  const calls = one.steps.reduce((sum, step) => sum + countCalls(step, target, operations), 0);
  // What is connected again, and the webhooks that are disabled again.
  const undone = one.steps.filter(
    ({ call }) => call === 'disconnectDevice' || (call === 'setWebhook' && needsReceiver(one)),
  );
  return happenings + calls + undone.length;
}

/** The guard of one run. */
export function createChanges(
  target: Target,
  { maxChanges = DEFAULTS.maxChanges }: RunOptions,
  operations: ReadonlyMap<string, Operation>,
): Changes {
  let left = maxChanges;
  return {
    refusal(one) {
      const needed = countChanges(one, target, operations);
      if (needed === 0) return undefined;
      if (target.allowChanges !== true) return 'it changes something, and --allow-changes was not given';
      if (needed > left)
        return `it makes up to ${needed} changes, and only ${left} of --max-changes ${maxChanges} are left`;
      left -= needed;
      return undefined;
    },
    mustKnowNumbers(request, values) {
      if (isLoopback(target)) return;
      const allowed = new Set([...phonesOf(values), ...(target.participants ?? [])]);
      for (const one of participantsIn(request)) {
        const digits = String(one)
          .replace(/(:\d+)?@.*$/, '')
          .replace(/\D/g, '');
        if (digits.length >= 8 && !allowed.has(digits)) {
          throw new ForeignNumber(`it would touch ${digits}, which was not given with --participant`);
        }
      }
    },
  };
}

function countCalls(step: Step, target: Target, operations: ReadonlyMap<string, Operation>): number {
  const { call, as = 'first', path = {}, body, alter, within = 0, otherwise, beside } = step;
  const operation = operations.get(call);
  const others = [otherwise, beside].flatMap((one) => (one === undefined ? [] : [one]));
  const other = others.reduce((sum, one) => sum + countCalls(one, target, operations), 0);
  if (operation === undefined || !isChange(toRequest(target, operation, as, path, body, alter))) return other;
  const attempts = 1 + Math.ceil(within / POLL);
  const more = inCompany(step) === undefined ? 0 : 1;
  return other + attempts * (call === 'createGroup' || call === 'createCommunity' ? 1 + more + TIDYING : 1);
}

/** The participants that a body names, as it really goes out. */
function participantsIn({ body }: Request): unknown[] {
  const sent = body === undefined ? undefined : parseJson(body);
  if (typeof sent !== 'object' || sent === null || !('participants' in sent)) return [];
  return Array.isArray(sent.participants) ? sent.participants : [];
}

function phonesOf(values: Values): string[] {
  return Object.entries(values).flatMap(([name, value]) => (name.endsWith('.phone') ? [String(value)] : []));
}
