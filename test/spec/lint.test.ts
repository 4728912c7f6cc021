import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const REDOCLY = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

it.each(['wuts', 'control'])(
  'the document of %s passes redocly lint with its strictest recommended rules',
  async (api) => {
    const run = promisify(execFile);
    const { stderr } = await run(process.execPath, [REDOCLY, 'lint', '--config', 'redocly.yaml', api]);
    expect(stderr).toContain('Your API description is valid');
  },
);
