import type { Operation } from '../../../spec/index.ts';
import { GOOD_PARAMETERS, SPARED_QUERY } from '../aims.ts';
import { type Message, message, type Part, type Shot, shotOf } from '../shot.ts';
import { HOSTILE_TEXTS } from './hostile.ts';

/** Every method that Node can read, and some that it cannot. */
const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'M-SEARCH',
];
const NO_METHODS = ['get', 'GETS', 'constructor', '__proto__', 'G\u0000ET', 'PRI', ''];

/** Percent-encoded path segments that have broken programs before. */
const HOSTILE_SEGMENTS: readonly string[] = [
  ...[
    '',
    '%',
    '%zz',
    '%E0%A4%A',
    '%00',
    '%ff',
    '%C0%AF',
    '%2e%2e',
    '..',
    '.',
    '%2F',
    '%5C',
    '%25',
    '%2525',
    '*',
  ],
  ...[
    '{jid}',
    '__proto__',
    'constructor',
    ':jid',
    '(.*)',
    '[0]',
    '~',
    '@',
    '%40g.us',
    '120363%40g.us',
    ';a=b',
  ],
  ...['join', 'a'.repeat(70_000), '\u00e4', '\u0001', '%F0%9F%A6%9C', '%ED%A0%80', '+', '&', '='],
];

const HOSTILE_QUERIES: readonly string[] = [
  '?',
  '??',
  '?a',
  '?a=1&a=2&a[]=3&a[b]=4',
  '?__proto__[polluted]=1&constructor.prototype.polluted=1',
  '?%',
  '?token={{second}}&access_token={{second}}&Authorization=Bearer%20{{second}}',
  `?${'a=1&'.repeat(20_000)}`,
  '?\u00e4',
  '#fragment',
  '?jid=120363000000000000@g.us',
  '?limit=-1&offset=1e999&page=NaN',
];

/** An operation, and a body that fits it where it takes one. */
export interface Aim {
  readonly operation: Operation;
  readonly body: readonly Part[];
}

/** The path of an operation with something good for each parameter. */
export function goodTarget({ path }: Operation, nth = 0): string {
  return path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const good = GOOD_PARAMETERS[name] ?? ['1'];
    return good[nth % good.length] ?? '1';
  });
}

/** A call of an operation that fits the document. */
export function goodMessage({ operation, body }: Aim, nth = 0): Message {
  return message(operation.method, goodTarget(operation, nth), body);
}

/** Every path with every method, each hostile parameter, and each hostile query. */
export function targetShots(aims: readonly Aim[]): Shot[] {
  const paths = new Map(aims.map((aim) => [aim.operation.path, aim]));
  const shots: Shot[] = [];
  for (const { operation, body } of paths.values()) {
    const target = goodTarget(operation);
    const known = aims.filter((aim) => aim.operation.path === operation.path);
    for (const method of [...METHODS, ...NO_METHODS]) {
      // HEAD is answered wherever GET is.
      const isKnown = known.some((aim) => aim.operation.method === (method === 'HEAD' ? 'GET' : method));
      const expects = isKnown ? 'anything' : 'refusal';
      shots.push(shotOf(`${method} ${operation.path}`, message(method, target), expects));
      shots.push(shotOf(`${method} ${operation.path} with a body`, message(method, target, body), expects));
    }
    for (const query of HOSTILE_QUERIES) {
      shots.push(shotOf(`query of ${operation.path}`, message(operation.method, target + query, body)));
    }
  }
  for (const { operation, body } of aims) {
    for (const name of operation.query.keys()) {
      if (name in SPARED_QUERY) continue;
      for (const text of HOSTILE_TEXTS) {
        const target = `${goodTarget(operation)}?${name}=${toSegment(text)}`;
        shots.push(shotOf(`${name} of ${operation.id}`, message(operation.method, target, body)));
      }
    }
    if (!operation.path.includes('{')) continue;
    const expects = operation.path.includes('{jid}') ? 'refusal' : 'anything';
    for (const segment of [...HOSTILE_SEGMENTS, ...HOSTILE_TEXTS.map(toSegment)]) {
      const target = operation.path.replace(/\{[^}]+\}/, () => segment);
      shots.push(shotOf(`parameter of ${operation.id}`, message(operation.method, target, body), expects));
    }
  }
  return [...shots, ...strayTargets()];
}

function strayTargets(): Shot[] {
  const targets = [
    ...[
      '*',
      '/',
      '//',
      '///groups',
      '/groups/',
      '/groups//',
      '/GROUPS',
      '/groups;a',
      '/./groups',
      '/a/../groups',
    ],
    ...[
      'http://localhost/groups',
      'https://evil.example:99999/groups',
      'groups',
      'file:///etc/passwd',
      '\\groups',
    ],
    ...[
      '/groups%2F',
      '/%67roups',
      '/groups%00',
      `/${'a/'.repeat(30_000)}`,
      `/${'%2F'.repeat(20_000)}`,
      '/__mock/nothing',
    ],
    ...[
      'javascript:alert(1)',
      'http://[::1',

      '/\u007f',
      'http:///groups',
      '//evil.example/groups',
    ],
  ];
  return targets.map((target) => shotOf('stray target', message('GET', target)));
}

function toSegment(text: string): string {
  try {
    return encodeURIComponent(text.slice(0, 5000));
  } catch {
    return Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  }
}
