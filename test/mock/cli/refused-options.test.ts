/** What no call shows: what the command line says of options that cannot be. */

import { type AddressInfo, createServer } from 'node:net';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCli, temporary } from './cli.ts';

const TOKEN = '22222222-2222-4222-8222-222222222222';
const PORT = /a port is a whole number from 0 to 65535/;
const WORLD = temporary('groups:\n  team: {members: [rui]}\n');
const DOCUMENTS = {
  noYaml: temporary('openapi: 3.1.0\npaths: {a: [b\n'),
  swagger: temporary('swagger: "2.0"\n'),
  empty: temporary('openapi: 3.1.0\npaths: {}\n'),
};

describe.concurrent('what cannot be done is said in one sentence on stderr, with exit code 2', () => {
  it.each<[string, string[], RegExp]>([
    ['an unknown option', ['--colour'], /unknown option '--colour'/],
    ['an argument', ['8080'], /too many arguments/],
    ['no port', ['--port'], /option '--port <number>' argument missing/],
    ['a port that is none', ['--port', 'http'], PORT],
    ['a port that is too large', ['--port', '65536'], PORT],
    ['a negative port', ['--port', '-1'], PORT],
    ['a seed that is none', ['--seed', '1.5'], /a seed is a whole number from 0 to 4294967295/],
    ['a ruling without a value', ['--ruling', 'not-participant'], /a ruling is written name=value/],
    ['a ruling without a name', ['--ruling', '=404'], /a ruling is written name=value/],
    ['an unknown ruling', ['--ruling', 'nope=1'], /There is no ruling "nope"\. The rulings are: /],
    ['__proto__ as ruling', ['--ruling', '__proto__=1'], /There is no ruling "__proto__"/],
    ['no such choice', ['--ruling', 'not-participant=418'], /takes 403 or 404, not "418"/],
    ['a limit that is no number', ['--ruling', 'subject-limit=x'], /a whole number from 1 to 100, not "x"/],
    ['one bad ruling of two', ['--ruling', 'subject-limit=5', '--ruling', 'x=y'], /There is no ruling "x"/],
    ['an account without a phone', ['--account', TOKEN], /an account is written token=phone/],
    ['an account that is there', ['--account', `${TOKEN}=5511666666666`], /another account already/],
    ['a scenario that is none', ['--scenario', 'moon'], /There is no scenario "moon"\. The scenarios are: /],
    ['a state file in no folder', ['--state', '/nowhere/state.json'], /cannot be saved to .*ENOENT/],
    ['an empty control token', ['--control-token', ''], /The control token is empty: /],
    ['a blank control token', ['--control-token', ' \t'], /The control token is empty: /],
    ['a control token that no header holds', ['--control-token', 'a\nb'], /cannot be sent in a header/],
    [
      'an origin that is none',
      ['--cors', 'localhost:3000'],
      /The origin "localhost:3000" .*write one such as/,
    ],
    ['a base path that is none', ['--base-path', '/a b'], /The base path "\/a b" cannot stand in a URL/],
    ['a base path that is taken', ['--base-path', '/__mock'], /The base path "\/__mock" is taken: /],
    ['two origins in one', ['--cors', 'http://a,http://b'], /give each by itself: --cors http:\/\/a --cors/],
    ['a star for every origin', ['--cors', '*'], /--cors alone, or cors: true, means every origin/],
    ['no world file', ['--world', '/nowhere.yaml'], /The world file \/nowhere\.yaml cannot be used: ENOENT/],
    [
      'a world that is none',
      ['--world', WORLD],
      /:2:20 groups\.team\.members\[0\] is nobody .* and it is "rui"\.$/m,
    ],
    ['a world and a scenario', ['--world', WORLD, '--scenario', 'school'], /leave one of them out/],
    ['no document', ['--spec', '/nowhere.yaml'], /The document \/nowhere\.yaml cannot be read: ENOENT/],
    ['a document that is no YAML', ['--spec', DOCUMENTS.noYaml], /The document .* is not valid YAML: /],
    ['a document of another kind', ['--spec', DOCUMENTS.swagger], /The document .* is not OpenAPI 3\.1/],
    ['a document with nothing in it', ['--spec', DOCUMENTS.empty], /The document .*schemas\/Error/],
    ['nothing to watch', ['--watch'], /--watch takes files over that change: give --spec or --calibration/],
    ['an empty host', ['--host', ''], /The option "host" is an address such as 127\.0\.0\.1, not ""/],
    [
      'a ready file over the state',
      ['--state', DOCUMENTS.empty, '--ready-file', `./${relative('.', DOCUMENTS.empty)}`],
      /The ready file .* is a file that the mock reads, and would be lost\. Give --ready-file another\./,
    ],
    ['a host elsewhere', ['--host', '203.0.113.1'], /"203\.0\.113\.1" is no address of this machine/],
  ])('%s', async (_, options, message) => {
    const { code, stdout, stderr } = await startCli(...options).ended;
    expect(stderr).toMatch(message);
    const lines = stderr.trim().split('\n');
    expect({ code, stdout, lines }).toEqual({ code: 2, stdout: '', lines: [expect.any(String)] });
  });

  it('a busy port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const end = await startCli('--port', String(port)).ended;
    server.close();
    const says = `wuts-mock: Port ${port} on 127.0.0.1 is in use. Choose another with --port, or let --port 0 pick a free one.\n`;
    expect(end).toEqual({ code: 2, signal: null, stdout: '', stderr: says });
  });
});
