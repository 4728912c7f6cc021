/** How long a world takes to be saved, restored and reset. Prints `WorldTimes`. */
import { startMock } from '../../../mock/index.ts';
import { GROUP_OF_TEN } from '../requests.ts';
import { createCaller, give, readInput } from './caller.ts';
import { findControlPlane } from './control-plane.ts';

/** Milliseconds over HTTP, batch by batch; what the mock cannot do is not there. */
export type WorldTimes = Partial<Record<'snapshot' | 'restore' | 'reset', number[]>>;

const { groups, batches } = readInput<{ groups: number; batches: number }>();

const mock = await startMock({ port: 0, seed: 1 });
give(await measure());
await mock.close();

async function measure(): Promise<WorldTimes> {
  const control = await findControlPlane(mock.url);
  if (control === undefined) return {};
  const { world, tokens } = await control.makeWorld(1);
  const { call } = createCaller(mock, tokens[0]);
  const fill = () => {
    for (let n = 0; n < groups; n += 1) call('POST', '/groups', JSON.parse(GROUP_OF_TEN));
  };
  fill();
  const full = await control.readSnapshot(world);
  const reset: number[] = [];
  const snapshot: number[] = [];
  const restore: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    if (full !== undefined) snapshot.push(await time(() => control.readSnapshot(world)));
    reset.push(await time(() => control.reset(world)));
    if (full === undefined) fill();
    else restore.push(await time(() => control.writeSnapshot(world, full)));
  }
  return full === undefined ? { reset } : { snapshot, restore, reset };
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
