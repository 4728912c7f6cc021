import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startMock } from '../../mock/start.ts';
import { fill } from './bytes.ts';
import { createLine } from './line.ts';
import { fillWorld, SAVED_WORLD, savedWith } from './saved-world.ts';
import type { Change, Places } from './shot.ts';
import { startTarget } from './target.ts';
import { TOKENS } from './tokens.ts';

/** A state file as a mock has written it. */
interface SavedState {
  readonly worlds: readonly { readonly start: unknown; readonly snapshot: unknown }[];
}

let written: Promise<string> | undefined;

/**
 * Starts a program of the mock from a state file with some changes in it, and says what was wrong: it serves all that is
 * in it and can read what it writes, or says in words why the changed file cannot be used.
 */
export async function startFrom(
  changes: readonly Change[],
  viewpoints: readonly string[],
  program: string,
): Promise<string[]> {
  written ??= writeState();
  const state = JSON.parse(await written) as SavedState;
  const places = { ...TOKENS, world: SAVED_WORLD } as Partial<Places> as Places;
  const snapshot: unknown = JSON.parse(fill(JSON.stringify(savedWith(changes)), places));
  const worlds = state.worlds.map((one, n) => (n === 0 ? one : { ...one, snapshot }));
  const folder = mkdtempSync(join(tmpdir(), 'wuts-mock-fuzz-'));
  const file = join(folder, 'state.json');
  writeFileSync(file, JSON.stringify({ ...state, worlds }));
  const paths = viewpoints.map((path) => fill(path, places));
  try {
    const serve = (mayRefuse: boolean) => serveFrom(program, file, paths, mayRefuse);
    return (await serve(changes.length > 0)) ?? (await serve(false)) ?? [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was wrong; undefined when all was well and was saved again. A file that others have changed may be refused in words. */
async function serveFrom(
  program: string,
  file: string,
  paths: readonly string[],
  mayRefuse: boolean,
): Promise<string[] | undefined> {
  let target: Awaited<ReturnType<typeof startTarget>>;
  try {
    target = await startTarget(['--quiet', '--seed', '1', '--state', file], { program });
  } catch (error) {
    const said = String(error);
    const isInWords = /wuts-mock: The state file/.test(said) && !said.includes('\n    at ');
    return mayRefuse && isInWords ? [] : [said.slice(0, 500)];
  }
  const line = createLine(target.url);
  try {
    // One change more, so that all of it is written anew.
    await line.ask({ method: 'POST', path: '/groups', token: TOKENS.first, body: GROUP, wanted: [201] });
    await line.ask(...paths.map((path) => ({ path })));
    const wrong = target.complaints();
    if (wrong.length > 0) return wrong;
    if (target.pid !== undefined) process.kill(target.pid, 'SIGTERM');
    for (let left = 100; left > 0 && target.complaints().length === 0; left -= 1) await wait(50);
    return undefined;
  } catch (error) {
    return [String(error), ...target.complaints()];
  } finally {
    line.close();
    await target.stop();
  }
}

const GROUP = { name: 'One more', participants: ['5511777777777'] };

async function writeState(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-mock-fuzz-'));
  const state = join(folder, 'state.json');
  try {
    const mock = await startMock({ port: 0, seed: 1, state });
    fillWorld(mock);
    await mock.close();
    return readFileSync(state, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
