import { createValidator, loadControlDocument } from '../../spec/index.ts';
import { given } from '../wire/given.ts';
import {
  at,
  count,
  type Form,
  list,
  moment,
  object,
  phone,
  record,
  SnapshotError,
  seed,
  text,
  type World,
} from '../world/index.ts';
import { toAsked } from './body.ts';
import type { Asked, Fault } from './fault.ts';
import { MOST_FAULTS, type SavedFaults } from './faults.ts';
import { issuesOfFault } from './issues.ts';

/** What was asked for is checked as what a request asks for. */
const unchecked: Form<Asked> = { save: (value) => value, load: (saved) => saved as Asked };

const FAULTS: Form<SavedFaults> = object<SavedFaults>({
  made: count,
  faults: list(
    object<Fault>({
      id: text('the id of a fault', /^fault-[1-9]\d{0,15}$/),
      asked: unchecked,
      seen: count,
      fired: count,
      chance: seed,
      windows: record(object({ start: moment, calls: count }), phone) as Form<Fault['windows']>,
    }),
    MOST_FAULTS,
  ),
});

/** The faults that were saved with a world, each as it could be asked for. Throws a `SnapshotError`. */
export function readFaults(saved: unknown, world: World): SavedFaults {
  const { made, faults } = FAULTS.load(fromScripts(saved));
  const ids = new Set<string>();
  return {
    made,
    faults: faults.map((fault, index) =>
      at(`.faults[${index}]`, () => {
        if (ids.has(fault.id) || Number(/\d+$/.exec(fault.id)) > made)
          throw new SnapshotError('.id', 'is there twice, or above made', fault.id);
        ids.add(fault.id);
        return { ...fault, asked: at('.asked', () => readAsked(fault.asked, world)) };
      }),
    ),
  };
}

/** What a saved fault asks for, checked as that of a new one is. */
function readAsked(asked: Asked, world: World): Asked {
  const issues = createValidator(loadControlDocument()).value('#/components/schemas/NewFault', asked);
  const [issue] = issues.length > 0 ? issues : issuesOfFault(world, asked);
  if (issue !== undefined) throw new SnapshotError(`.${issue.field}`, issue.message, issue.value);
  return toAsked(world, asked);
}

/** Faults as they were saved until version 0.1.0: in words of their own, and with times in milliseconds. */
interface Script extends Pick<Asked, 'operation' | 'phone' | 'after' | 'times' | 'probability' | 'event'> {
  readonly perWindow?: { readonly calls: number; readonly length: number };
  readonly answer?: { readonly status: number; readonly code?: string; readonly message?: string };
  readonly delay?: number;
  readonly cut?: 'before' | 'after' | 'within';
  readonly rows?: readonly { readonly phone: string; readonly code: number }[];
  readonly delivery?: string | { readonly delay: number };
}

function fromScripts(saved: unknown): unknown {
  const { faults } = (saved ?? {}) as { faults?: unknown };
  if (!Array.isArray(faults)) return saved;
  return {
    ...(saved as object),
    faults: faults.map((fault) => {
      if (typeof fault !== 'object' || fault === null || !('script' in fault)) return fault;
      const { script, ...rest } = fault;
      return { ...rest, asked: given(fromScript((script ?? {}) as Script)) };
    }),
  };
}

function fromScript({ perWindow, answer, delay, cut, rows, delivery, ...same }: Script) {
  const { code, ...answered } = answer ?? {};
  return {
    ...same,
    ...answered,
    error_code: code,
    per_window: perWindow && { calls: perWindow.calls, seconds: perWindow.length / 1000 },
    delay_ms: delay,
    ...(cut === 'within' ? { truncate: true } : { drop: cut }),
    rows: Array.isArray(rows) ? rows.map((row) => ({ participant: row?.phone, code: row?.code })) : rows,
    delivery: typeof delivery === 'object' ? { delay_seconds: delivery?.delay / 1000 } : delivery,
  };
}
