import { createRequire } from 'node:module';
import {
  type ApiDocument,
  EDITIONS,
  loadControlDocument,
  readWorldSchema,
  toEdition,
} from '../../spec/index.ts';
import { readConsoleFile, toConsolePage } from '../console/page.ts';
import { headerOf, type RawCall, type RawReply, type Reply, write } from '../engine/call.ts';
import { toRefusal } from '../engine/error-reply.ts';
import { Problem } from '../problem.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { toFrontPage, toFrontText } from './front-page.ts';
import { readPageFile, toPage } from './page.ts';

/** Answers what is asked of a page; undefined where there is no page. It never throws. */
export type Pages = (call: RawCall, path: string) => RawReply | undefined;

/** What the pages are made of. */
export interface PagesParts {
  /** The document in force. */
  api: ApiDocument;
  /** What stands before every path of the API. */
  base: string;
  /** Whose default world tells the time of a refusal. */
  tenants: Pick<Tenants, 'main'>;
  /** Called with what went wrong when the mock itself is at fault. */
  onFault: (error: unknown) => void;
}

/** Where the mock was asked for a page: its own URL, without and with the base path of the API, and that path. */
interface Place {
  readonly root: string;
  readonly api: string;
  readonly base: string;
}

/** One thing to read; its text is made when it is first asked for. */
interface Page {
  readonly type: string;
  readonly text: (api: ApiDocument, at: Place) => string;
  /** What who does not ask for HTML is given instead. */
  readonly plain?: () => string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const YAML_TYPE = 'application/yaml; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';
const CSS_TYPE = 'text/css; charset=utf-8';
const JS_TYPE = 'text/javascript; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

/** The page of the API, so far below the root of the mock. */
const apiPage = (root: string): Page => ({
  type: HTML_TYPE,
  text: (document, { base }) =>
    toPage({ title: 'The API of WUTS, as the mock serves it', document, at: 'openapi', root, base }),
});

/** The page of the control plane, whose paths no base path stands before. */
const CONTROL_PAGE: Page = {
  type: HTML_TYPE,
  text: () =>
    toPage({
      title: 'The control plane of wuts-mock',
      document: loadControlDocument(),
      at: '__mock/openapi',
      root: '../',
      base: '',
    }),
};

/** Every page by its path. */
const PAGES: ReadonlyMap<string, Page> = new Map<string, Page>([
  ['/', { type: HTML_TYPE, text: toFrontPage, plain: toFrontText }],
  ['/health', { type: JSON_TYPE, text: () => '{"status":"ok"}\n' }],
  ['/openapi.json', { type: JSON_TYPE, text: ({ raw }, { api }) => toJson(servedAt(raw, api)) }],
  ['/openapi.yaml', { type: YAML_TYPE, text: ({ raw }, { api }) => toYaml(servedAt(raw, api)) }],
  ...EDITIONS.flatMap((name): [string, Page][] => [
    [
      `/openapi-${name}.json`,
      { type: JSON_TYPE, text: (document, { api }) => toJson(servedAt(toEdition(document, name), api)) },
    ],
    [
      `/openapi-${name}.yaml`,
      { type: YAML_TYPE, text: (document, { api }) => toYaml(servedAt(toEdition(document, name), api)) },
    ],
  ]),
  [
    '/__mock/openapi.json',
    { type: JSON_TYPE, text: (_, { root }) => toJson(servedAt(loadControlDocument().raw, root)) },
  ],
  [
    '/__mock/openapi.yaml',
    { type: YAML_TYPE, text: (_, { root }) => toYaml(servedAt(loadControlDocument().raw, root)) },
  ],
  ['/__mock/world.schema.json', { type: JSON_TYPE, text: readWorldSchema }],
  ['/console', { type: HTML_TYPE, text: (_, { base }) => toConsolePage('', base) }],
  ['/console/', { type: HTML_TYPE, text: (_, { base }) => toConsolePage('../', base) }],
  ['/console/console.css', { type: CSS_TYPE, text: () => readConsoleFile('console.css') }],
  ['/console/console.js', { type: JS_TYPE, text: () => readConsoleFile('console.js') }],
  ['/docs', apiPage('')],
  ['/docs/', apiPage('../')],
  ['/docs/control', CONTROL_PAGE],
  ['/docs/page.css', { type: CSS_TYPE, text: () => readPageFile('page.css') }],
  ['/docs/page.js', { type: JS_TYPE, text: () => readPageFile('page.js') }],
]);

/** The first segments of all that the mock serves beside the API, such as `docs`. */
export const OWN_SEGMENTS: ReadonlySet<string> = new Set(
  [...PAGES.keys()].flatMap((path) => path.split('/')[1] || []),
);

/** What a page may load: nothing but what the mock itself serves. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const METHODS = ['GET', 'HEAD'];

/** Whether there is a page at this path. */
export function isPage(path: string): boolean {
  return PAGES.has(path);
}

/** The documents of a mock, for programs and for people. They are public: no token is asked for. */
export function createPages({ api, base, tenants, onFault }: PagesParts): Pages {
  const known = new Map<string, { readonly root: string; readonly text: string }>();

  const read = (path: string, page: Page, root: string): string => {
    const made = known.get(path);
    if (made?.root === root) return made.text;
    const text = page.text(api, { root, api: root + base, base });
    known.set(path, { root, text });
    return text;
  };

  const refuse = (error: unknown): Reply => toRefusal(error, tenants.main.world, onFault);

  return (call, path) => {
    const { method } = call;
    const page = PAGES.get(path);
    if (page === undefined) return undefined;
    try {
      if (!METHODS.includes(method)) throw wrongMethod(method);
      const isPlain = page.plain !== undefined && !wantsHtml(call);
      const type = isPlain ? TEXT_TYPE : page.type;
      const headers = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' };
      const policy = type === HTML_TYPE ? { 'Content-Security-Policy': POLICY } : {};
      const body = isPlain ? page.plain() : read(path, page, rootOf(call));
      return { status: 200, headers: { ...headers, ...policy }, body };
    } catch (error) {
      return write(refuse(error));
    }
  };
}

function wantsHtml(call: RawCall): boolean {
  return headerOf(call, 'accept')?.includes('text/html') === true;
}

function wrongMethod(method: string): Problem {
  const Allow = METHODS.join(', ');
  return new Problem(405, 'wrong-method', `This path takes ${Allow}, not ${method}.`, { headers: { Allow } });
}

/** The URL by which this mock was asked, as far as a request tells it. */
function rootOf(call: RawCall): string {
  const host = headerOf(call, 'host') ?? '';
  const scheme = call.wire?.socket.encrypted === true ? 'https' : 'http';
  return /^[\w.:[\]-]+$/.test(host) ? `${scheme}://${host}` : '';
}

/** A document whose first server is this mock; the others are those that are no mock on this machine. */
function servedAt(raw: object, url: string): object {
  const { servers = [] } = raw as { servers?: readonly { readonly url: string }[] };
  const others = servers.filter((server) => !server.url.includes('//127.0.0.1'));
  return { ...raw, servers: [{ url: url || '/', description: 'This mock' }, ...others] };
}

function toJson(raw: object): string {
  return `${JSON.stringify(raw, undefined, 2)}\n`;
}

function toYaml(raw: object): string {
  // Loaded only here: hardly anybody asks a mock for YAML.
  const { stringify }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  return stringify(raw, { aliasDuplicateObjects: false, lineWidth: 0 });
}
