/** What no case reads: the pages that the mock serves. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { createApp, createMock, startMock } from '../../../mock/index.ts';
import { EDITIONS, loadControlDocument, loadDocument, toEdition } from '../../../spec/index.ts';
import { listFacts } from '../../../spec/provenance.ts';
import { clientOf } from '../client.ts';

const api = loadDocument().raw;
const control = loadControlDocument().raw;

/** Every page, and what it is. */
const PAGES = [
  ['/', 'text/plain; charset=utf-8'],
  ['/health', 'application/json; charset=utf-8'],
  ['/openapi.json', 'application/json; charset=utf-8'],
  ['/openapi.yaml', 'application/yaml; charset=utf-8'],
  ['/__mock/openapi.json', 'application/json; charset=utf-8'],
  ['/__mock/world.schema.json', 'application/json; charset=utf-8'],
  ['/__mock/openapi.yaml', 'application/yaml; charset=utf-8'],
  ['/console', 'text/html; charset=utf-8'],
  ['/console/', 'text/html; charset=utf-8'],
  ['/console/console.css', 'text/css; charset=utf-8'],
  ['/console/console.js', 'text/javascript; charset=utf-8'],
  ['/docs', 'text/html; charset=utf-8'],
  ['/docs/', 'text/html; charset=utf-8'],
  ['/docs/control', 'text/html; charset=utf-8'],
  ['/docs/page.css', 'text/css; charset=utf-8'],
  ['/docs/page.js', 'text/javascript; charset=utf-8'],
] as const;

/** A mock that is served, ended with the test. */
async function served() {
  const mock = await startMock({ port: 0 });
  onTestFinished(() => mock.close());
  return mock;
}

/** A document as the mock at this URL serves it. */
function servedAt(raw: object, url: string) {
  const { servers = [] } = raw as { servers?: { url: string }[] };
  const others = servers.filter((server) => !server.url.includes('127.0.0.1'));
  return { ...raw, servers: [{ url, description: 'This mock' }, ...others] };
}

/** All that a page names in `href` and `src`, as a browser at its address resolves it. */
function linksOf(html: string, at: string): string[] {
  return Array.from(html.matchAll(/(?:href|src)="([^"#]+)"/g), ([, link = '']) => new URL(link, at))
    .filter(({ protocol }) => protocol !== 'data:')
    .map(String);
}

describe('the documents', () => {
  it.each([
    ['/openapi', api],
    ['/__mock/openapi', control],
  ])('%s.json and .yaml are what the mock goes by', async (path, raw) => {
    const { fetch } = createMock();
    const [json, yaml] = await Promise.all([
      fetch(`http://mock${path}.json`),
      fetch(`http://mock${path}.yaml`),
    ]);
    expect(await json.json()).toEqual(servedAt(raw, '/'));
    expect(parse(await yaml.text())).toEqual(servedAt(raw, '/'));
  });

  it.each(EDITIONS)('have the edition %s beside them', async (name) => {
    const { fetch } = createMock();
    const edition = servedAt(toEdition(loadDocument(), name), '/');
    expect(await (await fetch(`http://mock/openapi-${name}.json`)).json()).toEqual(edition);
    expect(parse(await (await fetch(`http://mock/openapi-${name}.yaml`)).text())).toEqual(edition);
  });

  it('name this mock as the first server, by the URL that it was asked by', async () => {
    const { url, port } = await startMock({ port: 0, basePath: '/api/v1' }).then((mock) => {
      onTestFinished(() => mock.close());
      return mock;
    });
    const firstOf = async (at: string) => {
      const { servers } = (await (await fetch(at)).json()) as { servers: { url: string }[] };
      return servers.map((server) => server.url);
    };
    expect(await firstOf(`${url}/openapi.json`)).toEqual([url, 'https://api.wuts.com.br']);
    expect(await firstOf(`http://localhost:${port}/openapi.json`)).toEqual([
      `http://localhost:${port}/api/v1`,
      'https://api.wuts.com.br',
    ]);
    expect(await firstOf(`http://localhost:${port}/__mock/openapi.json`)).toEqual([
      `http://localhost:${port}`,
    ]);
  });

  it('are those of --spec, also when the file changes later', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wuts-pages-'));
    const spec = join(folder, 'other.yaml');
    const other = { ...api, info: { ...api.info, title: 'Another version', version: '7.0.0' } };
    writeFileSync(spec, stringify(other));
    const { fetch } = createMock({ spec });
    writeFileSync(spec, 'gone: true');
    expect(await (await fetch('http://mock/openapi.json')).json()).toEqual(servedAt(other, '/'));
    expect(parse(await (await fetch('http://mock/openapi.yaml')).text())).toEqual(servedAt(other, '/'));
    expect(await (await fetch('http://mock/__mock/openapi.json')).json()).toEqual(servedAt(control, '/'));
  });

  it('are public, also beyond loopback, where the control plane needs its token', async () => {
    const { fetch } = createMock({ access: { token: 'secret', exposed: true } });
    const headers = { Origin: 'https://elsewhere.example' };
    const ask = async (path: string) => (await fetch(`http://mock${path}`, { headers })).status;
    expect(await Promise.all(PAGES.map(([path]) => ask(path)))).toEqual(PAGES.map(() => 200));
    expect(await ask('/__mock/worlds')).toBe(403);
  });
});

describe.each(PAGES)('%s', (path, type) => {
  it('comes with its type, and takes a query', async () => {
    const { fetch } = createMock();
    const answer = await fetch(`http://mock${path}?v=1`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe(await (await fetch(`http://mock${path}`)).text());
  });

  it('answers HEAD with the headers of GET, and without a body', async () => {
    const mock = await served();
    const ways = [fetch, mock.fetch];
    for (const ask of ways) {
      const got = await ask(mock.url + path);
      const head = await ask(mock.url + path, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
      for (const name of ['content-type', 'content-length', 'content-security-policy']) {
        expect(head.headers.get(name)).toBe(got.headers.get(name));
      }
      expect(Number(head.headers.get('content-length'))).toBe((await got.arrayBuffer()).byteLength);
    }
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { fetch } = createMock();
    const answer = await fetch(`http://mock${path}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await answer.json()).toMatchObject({
      success: false,
      error: `This path takes GET, HEAD, not ${method}.`,
      error_code: 'METHOD_NOT_ALLOWED',
    });
  });
});

describe('the front page', () => {
  it('is HTML for a browser, whose links all lead somewhere', async () => {
    const mock = await served();
    const headers = { Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };
    const answer = await fetch(`${mock.url}/`, { headers });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const links = linksOf(await answer.text(), `${mock.url}/`);
    expect(links).toEqual(
      ['docs/page.css', 'console', 'docs', 'docs/control', 'openapi.json', '__mock', 'health'].map(
        (path) => `${mock.url}/${path}`,
      ),
    );
    for (const link of links) expect((await fetch(link)).status, link).toBe(200);
  });

  it('names the same as text for everybody else, and no token', async () => {
    const { fetch } = createMock();
    const text = await (await fetch('http://mock/')).text();
    expect(text.match(/^ {2}\/\S+/gm)).toEqual([
      '  /console',
      '  /docs',
      '  /docs/control',
      '  /openapi.json',
      '  /__mock',
      '  /health',
    ]);
    expect(text).not.toMatch(/1111/);
  });
});

it('/health tells that the mock is there, to everybody', async () => {
  const { fetch } = createMock({ access: { exposed: true } });
  const answer = await fetch('http://mock/health');
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
});

describe('a page to read', () => {
  it.each(['/docs', '/docs/', '/docs/control'])(
    '%s may load what the mock serves, and nothing else',
    async (path) => {
      const mock = await served();
      const answer = await fetch(mock.url + path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'"]),
      );
      const sources = policy.split('; ').flatMap((directive) => directive.split(' ').slice(1));
      expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", 'data:']));
      const links = linksOf(await answer.text(), mock.url + path);
      expect(links).toHaveLength(6);
      for (const link of links) {
        expect(link.startsWith(`${mock.url}/`)).toBe(true);
        expect((await fetch(link)).status).toBe(200);
      }
    },
  );

  it('finds all it needs when the mock is mounted under a prefix', async () => {
    const { url } = await clientOf(express().use('/api/v1', createApp(createMock())), '/api/v1');
    for (const path of ['/docs', '/docs/', '/docs/control']) {
      const links = linksOf(await (await fetch(url + path)).text(), url + path);
      for (const link of links) expect([link, (await fetch(link)).status]).toEqual([link, 200]);
    }
  });

  it('says of every fact of the document how it is known, once where it is written', async () => {
    const html = await (await createMock().fetch('http://mock/docs')).text();
    for (const operation of loadDocument().operations)
      expect(html).toContain(`<section id="${operation.id}"`);
    const facts = listFacts(loadDocument());
    for (const { name, source } of facts.filter(({ kind }) => kind === 'operation'))
      expect(sectionOf(html, name), name).toContain(
        source === undefined ? 'assumed' : `<small>${source}</small>`,
      );
    // Each field stands in the section of its schema.
    for (const { name, provenance } of facts.filter(({ kind }) => kind === 'field')) {
      const [schema = '', field] = name.split(/[. ]/);
      const section = sectionOf(html, `schema-${schema}`);
      if (section === '') continue;
      expect(section, name).toContain(String(provenance));
      if (field !== undefined) expect(section, name).toContain(`<code>${field.replace('[]', '')}</code>`);
    }
  });

  it('names the choices of a body by their schemas', async () => {
    const html = await (await createMock().fetch('http://mock/docs')).text();
    for (const name of ['JoinByLink', 'JoinByPrivateInvite', 'JoinByInviteCode'])
      expect(sectionOf(html, 'joinGroup')).toContain(`<a href="#schema-${name}">${name}</a>`);
  });

  it('shows a document of somebody else as text, whatever it has in it', async () => {
    const spec = join(mkdtempSync(join(tmpdir(), 'wuts-pages-')), 'other.yaml');
    const evil = '<script>alert(1)</script>';
    const changed: typeof api = structuredClone(api);
    changed.info = { ...changed.info, title: evil, description: `${evil} | - \`a` };
    for (const item of Object.values(changed.paths ?? {}))
      for (const operation of Object.values(item ?? {}))
        if (typeof operation === 'object') Object.assign(operation, { summary: evil, description: evil });
    writeFileSync(spec, stringify(changed));
    const html = await (await createMock({ spec }).fetch('http://mock/docs')).text();
    expect(html).not.toContain(evil);
    expect(html).toContain('&lt;script&gt;');
  });
});

/** The part of a page with this anchor; empty where there is none. */
function sectionOf(html: string, id: string): string {
  return html.split('<section ').find((part) => part.startsWith(`id="${id}"`)) ?? '';
}

it('what only looks like a page goes where it went before', async () => {
  const { fetch } = createMock();
  for (const path of [
    '/openapi',
    '/openapi.jsonx',
    '/docsx',
    '/docs/none',
    '/disconnect/x',
    '/__mocking',
    '/healthy',
    '//',
  ]) {
    const answer = await fetch(`http://mock${path}`);
    expect([path, answer.status, answer.headers.get('x-mock-rule')]).toEqual([path, 404, 'unknown-path']);
  }
});

it('pages are no calls of the consumer: the journal has none of them', async () => {
  const mock = createMock();
  for (const [path] of PAGES) await mock.fetch(`http://mock${path}`);
  expect(mock.defaultWorld.journal.calls()).toEqual([]);
});
