import { describe, expect, it, onTestFinished } from 'vitest';
import { loadControlDocument, loadDocument } from '../../../spec/index.ts';
import { buildPrograms, type Edit } from '../../build.ts';
import type { Shot } from '../../fuzz/shot.ts';
import { createArsenal } from '../../fuzz/shots/index.ts';
import { startTarget } from '../../fuzz/target.ts';
import { createVolleys } from '../../fuzz/volley.ts';

const CLI = 'mock/cli.ts';
const documents = [loadDocument(), loadControlDocument()];
const fireVolley = createVolleys(documents);
const { drill } = createArsenal(documents);

/** What is wrong, the shots of the drill that find it, and what is told then. */
const CASES: readonly { is: string; edit: Edit; shots: readonly Shot[]; told: RegExp; patience?: number }[] =
  [
    {
      is: 'reads bodies that are nested without end',
      edit: {
        file: 'mock/engine/read-body.ts',
        from: 'if (isNestedTooDeep(body)) throw nestedTooDeep();',
        to: '',
      },
      shots: drillOf('nesting: 100 [ in a property at createGroup'),
      told: /accepted with 201, although it is wrong by construction/,
    },
    {
      is: 'inflates bodies beyond their limit',
      edit: {
        file: 'mock/adapters/node-http/collect-body.ts',
        from: 'if (length > limit) {',
        to: 'if (length > Number.POSITIVE_INFINITY) {',
      },
      shots: drillOf('packed: gzip bomb at createGroup').filter(
        ({ delivery }) => delivery.copies === undefined,
      ),
      told: /answered with 400, not with 413 or 429/,
    },
    {
      is: 'takes in bodies without a budget for all together',
      edit: {
        file: 'mock/adapters/node-http/body-budget.ts',
        from: 'if (held > most) makeRoom();',
        to: '',
      },
      // So many as a busy machine bears too when all of them are taken in.
      shots: drillOf('packed: gzip bomb at putSnapshot')
        .slice(-1)
        .map((shot) => ({ ...shot, delivery: { ...shot.delivery, copies: 4 } })),
      told: /the mock took \d+ MiB of memory at once/,
    },
    {
      is: 'takes times of the year 10000',
      edit: {
        file: 'mock/world/clock.ts',
        from: 'LAST_MOMENT = 253_402_300_799_999',
        to: 'LAST_MOMENT = 8_640_000_000_000_000',
      },
      shots: drillOf('time: 31536000 s beyond the last'),
      told: /500.*"10000-/,
    },
    {
      is: 'leaves a dropped call that waits for its turn open',
      edit: {
        file: 'mock/adapters/node-http/deliver.ts',
        from: "else response.once('socket', act);",
        to: '',
      },
      shots: drillOf('injected fault: {"drop":"before"}'),
      told: /the connection hangs/,
      patience: 2000,
    },
    {
      is: 'cannot read the state file that it writes',
      edit: {
        file: 'mock/state-file/keeper.ts',
        from: 'await file.write(bytes);',
        to: 'await file.write([Buffer.concat(bytes).subarray(0, -9)]);',
      },
      shots: drillOf('state'),
      told: /The state file .* cannot be used/,
    },
  ];

/** Four snapshots of the largest size take more at once, unless some of them are refused. */
const MOST_MEMORY = 1200 * 1024 * 1024;

function drillOf(name: string): Shot[] {
  return drill.filter((shot) => shot.name === name);
}

/** What a volley at a mock that was built with an edit finds; undefined when nothing is wrong. */
async function fireAt(
  shots: readonly Shot[],
  { edit, patience }: { edit?: Edit; patience?: number } = {},
): Promise<string | undefined> {
  const built = await buildPrograms([CLI], edit);
  onTestFinished(built.remove);
  const target = await startTarget(['--quiet', '--seed', '1'], {
    program: built.file(CLI),
    mostMemory: MOST_MEMORY,
  });
  onTestFinished(target.stop);
  const failure = await fireVolley(target, shots, { ...(patience !== undefined && { patience }) });
  return failure?.wrong.join('\n');
}

describe('the drill of the fuzz finds a mock that', () => {
  it.each(CASES)('$is', { timeout: 120_000 }, async ({ shots, told, ...broken }) => {
    expect(await fireAt(shots, broken)).toMatch(told);
  });

  it('is not broken: nothing', { timeout: 120_000 }, async () => {
    expect(CASES.filter(({ shots }) => shots.length === 0)).toEqual([]);
    expect(await fireAt(CASES.flatMap(({ shots }) => shots))).toBeUndefined();
  });
});
