// Every compiler that is installed, with both ways to find modules.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

for (const compiler of readdirSync('node_modules').filter((name) => name.startsWith('typescript-'))) {
  for (const way of ['nodenext', 'bundler']) {
    const line = [`node_modules/${compiler}/bin/tsc`, '-p', `tsconfig.${way}.json`];
    const { status, stdout } = spawnSync(process.execPath, line, { encoding: 'utf8' });
    console.log(`${compiler} ${way}: ${status === 0 ? 'compiles' : stdout}`);
    if (status !== 0) process.exitCode = 1;
  }
}
