import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../../mock/index.ts';

const hasCurl = spawnSync('curl', ['--version']).status === 0;

/** The lines of a page that call a mock, in order, each with the answer that the page shows after it, if any. */
function readLines(page: string): { script: string; shown: string | undefined }[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const blocks = text.matchAll(/```sh\n(.*?)```\n(?:\n```json\n(.*?)\n```)?/gs);
  return Array.from(blocks, ([, script = '', shown]) => ({ script, shown })).filter(({ script }) =>
    script.startsWith('curl '),
  );
}

describe.skipIf(!hasCurl).each(['worlds.md', 'scenarios.md'])('the lines of docs/%s', (page) => {
  it('answer what the page shows, when they are pasted one after the other', {
    timeout: 60_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wuts-docs-'));
    const scenario = page === 'scenarios.md' ? 'waiting-room' : undefined;
    const mock = await startMock({ port: 0, seed: 1, open: true, scenario });
    onTestFinished(async () => {
      await mock.close();
      rmSync(folder, { recursive: true });
    });
    const lines = readLines(page);
    expect(lines.length).toBeGreaterThan(3);
    for (const { script, shown } of lines) {
      const quiet = script.replaceAll('http://127.0.0.1:4010', mock.url).replaceAll('curl ', 'curl -s ');
      const { stdout } = await promisify(execFile)('sh', ['-c', quiet], { cwd: folder });
      if (shown !== undefined) expect(stdout).toBe(shown);
      else if (stdout !== '') expect(JSON.parse(stdout)).toMatchObject({ success: true });
    }
  });
});
