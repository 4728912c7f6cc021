import { createServer, type IncomingMessage, request as post } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseResult, runContracts, type Target } from '../../../contracts/index.ts';
import { formatEnd } from '../../../contracts/reports/end.ts';
import { REPORTS } from '../../../contracts/reports/index.ts';
import { explain } from '../../../contracts/reports/text.ts';
import { createScrub } from '../../../contracts/target/scrub.ts';
import { collect, summariseResults } from './results.ts';

const TOKENS = {
  first: 'c0ffee00-1111-4111-8111-abcdefabcdef',
  second: 'decade00-2222-4222-8222-fedcbafedcba',
};
const CONTROL = 'fee1dead-3333-4333-8333-beefbeefbeef';
const SECRETS = [...Object.values(TOKENS), CONTROL];

const each = (text: string, spell: (code: string, letter: string) => string) =>
  Array.from(text, (letter) => spell(letter.charCodeAt(0).toString(16).padStart(2, '0'), letter)).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Every twelve characters in a row of a secret, with its dashes and without. */
const PIECES = new Set(
  SECRETS.flatMap((secret) => [secret, secret.replaceAll('-', '')]).flatMap((form) =>
    Array.from({ length: form.length - 11 }, (_, at) => form.slice(at, at + 12)),
  ),
);

/** How a target may spell a token that it was given. */
const SPELLINGS: Record<string, (token: string) => string> = {
  'as it is': (token) => token,
  'in upper case': (token) => token.toUpperCase(),
  'without dashes': (token) => token.replaceAll('-', ''),
  'without dashes, in upper case': (token) => token.replaceAll('-', '').toUpperCase(),
  'its first twelve characters': (token) => token.slice(0, 12),
  'its last group': (token) => token.slice(-12),
  'all but its first character': (token) => token.slice(1),
  'its middle': (token) => token.slice(9, 27),
  'JSON escapes': (token) => each(token, (code) => `\\u00${code}`),
  'JSON escapes in upper case': (token) => each(token, (code) => `\\u00${code.toUpperCase()}`),
  'some JSON escapes': (token) =>
    each(token, (code, letter) => (/\d/.test(letter) ? `\\u00${code}` : letter)),
  'JSON escapes within JSON': (token) => each(token, (code) => `\\\\u00${code}`),
  'JavaScript escapes': (token) => each(token, (code) => `\\x${code}`),
  'JavaScript code points': (token) => each(token, (code) => `\\u{${code}}`),
  'percent-encoded': (token) => each(token, (code) => `%${code}`),
  'percent-encoded twice': (token) => each(token, (code) => `%25${code}`),
  'decimal entities': (token) => each(token, (code) => `&#${Number.parseInt(code, 16)};`),
  'hexadecimal entities': (token) => each(token, (code) => `&#x${code};`),
  'entities of entities': (token) => each(token, (code) => `&amp;#x00${code};`),
  'percent-encoded entities': (token) => encodeURIComponent(each(token, (code) => `&#x${code};`)),
  base64: base64,
  'base64 in a longer text': (token) => base64(`Bearer ${token}, and so on`),
  'base64 of Basic, one letter': (token) => base64(`u:${token}`),
  'base64 of Basic, two letters': (token) => base64(`us:${token}`),
  'base64 of Basic': (token) => base64(`user:${token}`),
  'base64 of the last group': (token) => base64(`xx${token.slice(-12)}y`),
  'base64 in upper case': (token) => base64(token.toUpperCase()),
  'base64 without dashes': (token) => base64(token.replaceAll('-', '')),
  'base64 for URLs': (token) => Buffer.from(`??>${token}~~~`).toString('base64url'),
  'base64 in lines': (token) => base64(`${'x'.repeat(40)}${token}`).replaceAll(/(.{32})/g, '$1\n'),
  'base64 behind other letters': (token) => `abcde${base64(token)}`,
  'base64 of base64': (token) => base64(base64(token)),
  'base64 of JSON escapes': (token) => base64(each(token, (code) => `\\u00${code}`)),
  'percent-encoded base64': (token) => each(base64(token), (code) => `%${code}`),
};

const target = (url: string): Target => ({
  url,
  tokens: TOKENS,
  control: { url: `${url}/__mock`, token: CONTROL },
});

describe('a scrub', () => {
  const scrub = createScrub(target('https://wuts.example'));

  it.each(Object.entries(SPELLINGS))('takes out what is spelt: %s', (_, spell) => {
    for (const secret of SECRETS) {
      const said = `before ${spell(secret)}, after`;
      mustHaveNoSecret(scrub.text(said));
      expect(scrub.text(said)).toMatch(/^before [^$]*\$(SECOND_|CONTROL_)?TOKEN[^$]*, after$/);
      mustHaveNoSecret(JSON.stringify(scrub.value({ [said]: [said, { said }] })));
      mustHaveNoSecret(scrub.shell(`curl '${said}'`));
    }
  });

  it('leaves alone what is none', () => {
    for (const plain of [
      'c0ffee0',
      'abcdef',
      '120363039000000000@g.us',
      base64('a picture of a cat'),
      'déjà-vu…',
    ])
      expect(scrub.text(plain)).toBe(plain);
    expect(scrub.value({ jid: '5511900000001@s.whatsapp.net', n: 5511900000001 })).toEqual({
      jid: '5511900000001@s.whatsapp.net',
      n: 5511900000001,
    });
  });

  it('is quick about a long text that looks like base64', () => {
    const start = performance.now();
    scrub.text(base64('cats and dogs '.repeat(100_000)));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

/** Says what it was sent in every place of an answer, in one spelling after the other, and tells it to webhooks too. */
let turn = 0;
const server = createServer((request, response) => {
  const spells = Object.values(SPELLINGS);
  const said = [request.headers.authorization, request.headers['x-control-token']]
    .join(' ')
    .replace('Bearer ', '');
  const spelt = (spells[turn++ % spells.length] ?? String)(said.trim());
  const echo = JSON.stringify(spelt).replaceAll('\\\\', '\\');
  collectText(request).then((text) => {
    const hook = /"webhook_url":"(http:\/\/127[^"]+)"/.exec(text)?.[1];
    if (hook !== undefined) deliver(hook, `{"event":${echo},"data":{"group":${echo}}}`);
    if (request.url === '/status') {
      const phone = said.includes(TOKENS.second) ? '5511888888888' : '5511999999999';
      response.end(`{"success":true,"data":{"phone_number":"${phone}"}}`);
      return;
    }
    const status = [200, 201, 307, 401, 500][turn % 5] ?? 200;
    const oneLine = spelt.replaceAll('\n', '');
    const headers = {
      'X-Echo': oneLine,
      Location: `/groups?token=${oneLine}`,
      'Content-Type': 'application/json',
    };
    response.writeHead(status, oneLine, headers);
    if (turn % 7 === 0) response.end(`<b>${spelt}</b>`);
    else
      response.end(
        `{"success":${echo},"error":${echo},${echo}:1,"invite_link":${echo},"group":{"jid":${echo},"participants":${echo},${echo}:${echo}},"groups":[{"jid":${echo}}],"world":${echo}}`,
      );
  });
});

describe('a target that spells the token in every way, everywhere', () => {
  let held: Target;
  let results: CaseResult[];

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const has = ['people', 'clock', 'webhook', 'receiver', 'disconnecting'] as const;
    held = { ...target(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), has };
    const only = [
      'groups',
      'auth',
      'invites',
      'time/group*',
      'people/join',
      'webhooks/unset*',
      'events/name',
      'events/added',
    ];
    results = await collect(runContracts(held, { only, seed: 1, timeout: 500 }));
  }, 60_000);

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is held to promises that it does not keep', () => {
    expect(results.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(20);
    expect(results.filter(({ verdict }) => verdict === 'setup-failed').length).toBeGreaterThan(20);
    for (const name of ['$TOKEN', '$CONTROL_TOKEN']) expect(JSON.stringify(results)).toContain(name);
  });

  it('does not find it in the results', () => mustHaveNoSecret(JSON.stringify(results)));

  it.each(['json', 'junit', 'sarif', 'html', 'md'] as const)('does not find it in the %s report', (name) => {
    mustHaveNoSecret(REPORTS[name](summariseResults(results, { target: held })));
  });

  it('does not find it in what the terminal shows', () => {
    mustHaveNoSecret(formatEnd(summariseResults(results, { target: held })));
    mustHaveNoSecret(results.map((result) => explain(result, held)).join('\n'));
  });
});

/** Neither a secret nor twelve characters of one, in the text and in whatever can be decoded in it. */
function mustHaveNoSecret(text: string): void {
  const decoded = text
    .replaceAll(/&amp;/g, '&')
    .replaceAll(/%25/g, '%')
    .replaceAll(
      /\\+u\{?(?:00)?([\da-f]{2})\}?|\\+x([\da-f]{2})|%([\da-f]{2})|&#x0*([\da-f]{2});/gi,
      (_, ...codes) =>
        String.fromCharCode(
          Number.parseInt(
            codes.slice(0, 4).find((code) => code !== undefined),
            16,
          ),
        ),
    )
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const runs = decoded.replaceAll(/\n/g, '').match(/[\w+/-]{16,}/g) ?? [];
  const inBase64 = runs.flatMap((run) =>
    [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64').toString('latin1')),
  );
  for (const reading of [text, decoded, ...inBase64].map((one) => one.toLowerCase())) {
    for (let at = 0; at + 12 <= reading.length; at++) {
      const piece = reading.slice(at, at + 12);
      if (PIECES.has(piece))
        throw new Error(`${piece} of a secret stands in ${reading.slice(at - 100, at + 100)}`);
    }
  }
}

function deliver(url: string, body: string): void {
  const sent = post(url, { method: 'POST' });
  sent.on('error', () => {});
  sent.once('response', (response) => response.resume());
  sent.end(body);
}

async function collectText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}
