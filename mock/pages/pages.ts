import { createRequire } from 'node:module';
import { type ApiDocument, loadControlDocument, readWorldSchema } from '../../spec/index.ts';
import { headerOf, type RawCall, type RawReply, type Reply, write } from '../engine/call.ts';
import { toRefusal } from '../engine/error-reply.ts';
import { Problem } from '../problem.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { toFrontPage, toFrontText } from './front-page.ts';
import { PAGE_STYLE, toPage } from './page.ts';
import { readViewer } from './viewer.ts';

/** Answers what is asked of a page; undefined where there is no page. It never throws. */
export type Pages = (call: RawCall, path: string) => RawReply | undefined;

/** What the pages are made of. */
export interface PagesParts {
  /** The document in force. */
  api: ApiDocument;
  /** Whose default world tells the time of a refusal. */
  tenants: Pick<Tenants, 'main'>;
  /** Called with what went wrong when the mock itself is at fault. */
  onFault: (error: unknown) => void;
}

/** One thing to read; its text is made when it is first asked for. */
interface Page {
  readonly type: string;
  readonly text: (api: ApiDocument) => string;
  /** What who does not ask for HTML is given instead. */
  readonly plain?: () => string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const YAML_TYPE = 'application/yaml; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

const OF_API = { title: 'The API of WUTS, as the mock serves it', document: 'openapi' };
const OF_CONTROL = { title: 'The control plane of wuts-mock', document: '__mock/openapi' };

/** Every page by its path. */
const PAGES: ReadonlyMap<string, Page> = new Map<string, Page>([
  ['/', { type: HTML_TYPE, text: toFrontPage, plain: toFrontText }],
  ['/health', { type: JSON_TYPE, text: () => '{"status":"ok"}\n' }],
  ['/openapi.json', { type: JSON_TYPE, text: toJson }],
  ['/openapi.yaml', { type: YAML_TYPE, text: toYaml }],
  ['/__mock/openapi.json', { type: JSON_TYPE, text: () => toJson(loadControlDocument()) }],
  ['/__mock/openapi.yaml', { type: YAML_TYPE, text: () => toYaml(loadControlDocument()) }],
  ['/__mock/world.schema.json', { type: JSON_TYPE, text: readWorldSchema }],
  ['/docs', { type: HTML_TYPE, text: () => toPage({ ...OF_API, root: '' }) }],
  ['/docs/', { type: HTML_TYPE, text: () => toPage({ ...OF_API, root: '../' }) }],
  ['/docs/control', { type: HTML_TYPE, text: () => toPage({ ...OF_CONTROL, root: '../' }) }],
  ['/docs/page.css', { type: 'text/css; charset=utf-8', text: () => PAGE_STYLE }],
  ['/docs/redoc.js', { type: 'text/javascript; charset=utf-8', text: readViewer }],
]);

/**
 * What a page may load: nothing but what the mock itself serves. Redoc searches in a worker that it makes of its own
 * text, and writes its styles into the page.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  'worker-src blob:',
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
export function createPages({ api, tenants, onFault }: PagesParts): Pages {
  const texts = new Map<string, string>();

  const read = (path: string, page: Page): string => {
    const text = texts.get(path) ?? page.text(api);
    texts.set(path, text);
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
      const body = isPlain ? page.plain() : read(path, page);
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

function toJson({ raw }: ApiDocument): string {
  return `${JSON.stringify(raw, undefined, 2)}\n`;
}

function toYaml({ raw }: ApiDocument): string {
  // Loaded only here: hardly anybody asks a mock for YAML.
  const { stringify }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  return stringify(raw, { aliasDuplicateObjects: false, lineWidth: 0 });
}
