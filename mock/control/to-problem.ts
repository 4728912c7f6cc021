import { toShown } from '../../spec/index.ts';
import { Problem } from '../problem.ts';
import { ScenarioError } from '../scenarios/scenario.ts';
import { StubError } from '../stubs/stubs.ts';
import { AccountError } from '../tenants/account-error.ts';
import { MemoryError } from '../tenants/memory.ts';
import { WorldError } from '../tenants/options.ts';
import { SnapshotError } from '../world/index.ts';
import { WorldFileError } from '../world-file/world-file.ts';

/** What the parts behind the control plane throw, and how the wire says it. */
const PROBLEMS = [
  { thrown: AccountError, status: 409, rule: 'account-cannot-be-made' },
  { thrown: ScenarioError, status: 422, rule: 'scenario-cannot-happen' },
  { thrown: StubError, status: 422, rule: 'stub-cannot-be-served' },
  { thrown: MemoryError, status: 422, rule: 'memory-is-full' },
  { thrown: WorldError, status: 409, rule: 'world-cannot-be-made' },
] as const;

/** An error as a `Problem`, where it is one of the client's making. */
export function toProblem(error: unknown): unknown {
  if (error instanceof SnapshotError) {
    const { place, says, value } = error;
    const validation = [{ field: `snapshot${place}`, message: says, value: toShown(value) }];
    return new Problem(422, 'snapshot-not-taken', error.message, { validation });
  }
  if (error instanceof WorldFileError) {
    const { issues, rule, message } = error;
    const validation = issues.map((issue) => ({ ...issue, field: `world.${issue.field}` }));
    return new Problem(422, rule ?? 'world-contradicts-itself', message, { validation });
  }
  const known = PROBLEMS.find(({ thrown }) => error instanceof thrown);
  return known !== undefined && error instanceof Error
    ? new Problem(known.status, known.rule, error.message)
    : error;
}
