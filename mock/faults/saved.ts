import { createValidator, loadControlDocument } from '../../spec/index.ts';
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
import { toFault, toScript } from './body.ts';
import type { Fault, Script } from './fault.ts';
import { MOST_FAULTS, type SavedFaults } from './faults.ts';
import { issuesOfFault } from './issues.ts';

/** What it does is checked as what a request asks for. */
const script: Form<Script> = { save: (value) => value, load: (saved) => saved as Script };

const FAULTS: Form<SavedFaults> = object<SavedFaults>({
  made: count,
  faults: list(
    object<Fault>({
      id: text('the id of a fault', /^fault-[1-9]\d{0,15}$/),
      script,
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
  const { made, faults } = FAULTS.load(saved);
  const ids = new Set<string>();
  return {
    made,
    faults: faults.map((fault, index) =>
      at(`.faults[${index}]`, () => {
        if (ids.has(fault.id) || Number(/\d+$/.exec(fault.id)) > made)
          throw new SnapshotError('.id', 'is there twice, or above made', fault.id);
        ids.add(fault.id);
        return { ...fault, script: at('.script', () => readScript(fault, world)) };
      }),
    ),
  };
}

/** By the same door as any fault. */
function readScript(fault: Fault, world: World): Script {
  const asked = askedFor(fault);
  const issues = createValidator(loadControlDocument()).value('#/components/schemas/NewFault', asked);
  const [issue] = issues.length > 0 ? issues : issuesOfFault(world, asked);
  if (issue !== undefined) throw new SnapshotError(`.${issue.field}`, issue.message, issue.value);
  return toScript(world, asked);
}

function askedFor(fault: Fault): Parameters<typeof toScript>[1] {
  try {
    const { id: _, seen: _seen, fired: _fired, left: _left, ...asked } = toFault(fault);
    return JSON.parse(JSON.stringify(asked));
  } catch {
    throw new SnapshotError('', 'is nothing that a fault can be asked for', fault.script);
  }
}
