/** What no call shows: a start loads what it needs, and nothing else. */
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { entryFile } from '../built-package.ts';

const PROGRAM = `
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
const { startMock } = await import(process.argv[1]);
const mock = await startMock({ port: 0 });
const headers = { Authorization: 'Bearer ' + mock.accounts[0].token };
const status = await new Promise((resolve, reject) => {
  get(mock.url + '/groups', { headers, agent: false }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
});
await mock.close();
const [required, builtIn] = [Object.keys(createRequire(process.argv[1]).cache), process.moduleLoadList];
const files = required.filter((file) => file.includes('node_modules')).map((file) => basename(file));
console.log(JSON.stringify({ status, files, tls: builtIn.includes('NativeModule https') }));
`;

it('to a first answer, a mock loads no package and no TLS', () => {
  const entry = pathToFileURL(entryFile('.')).href;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM, entry], {
    encoding: 'utf8',
  });
  expect(JSON.parse(said)).toEqual({ status: 200, files: ['openapi.fits.gen.cjs'], tls: false });
});
