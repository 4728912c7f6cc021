import { findCycles, type Import, importsOf } from './import-graph.ts';
import type { Law } from './law.ts';
import { BESIDE_ROOMS, ROOMS, roomOf, type Source } from './source.ts';

/** Which rooms a room may import from. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  mock: ['spec'],
  contracts: ['spec'],
};

/** Folders beside the rooms, which import them and are never imported. */
const BESIDE = ['package', 'test', 'bench', 'examples', 'docs'];

/** The parts of the mock from the lowest to the highest; those in one line stand side by side. */
const LAYERS: readonly (readonly string[])[] = [
  ['mock/world/'],
  ['mock/problem.ts'],
  ['mock/wire/'],
  ['mock/operations/'],
  ['mock/faults/', 'mock/journal/', 'mock/scenarios/'],
  ['mock/world-file/'],
  ['mock/webhooks/'],
  ['mock/tenants/'],
  ['mock/engine/'],
  ['mock/consumer/'],
  ['mock/control/', 'mock/pages/'],
  ['mock/kit/'],
  ['mock/state/'],
  ['mock/http/'],
  ['mock/fetch/'],
  ['mock/mock.ts'],
  ['mock/express/'],
  ['mock/start.ts', 'mock/end.ts'],
  ['mock/vitest/'],
  ['mock/index.ts', 'mock/cli.ts', 'mock/vitest.ts'],
];

/** The laws about what may import what. */
export const IMPORT_LAWS: readonly Law[] = [
  {
    says: 'a room is entered from another room, and from the bench, through its index.ts only',
    breaches: (sources) =>
      importsIn(sources, ...ROOMS, ...BESIDE_ROOMS)
        .filter(({ from, to }) => isRoom(roomOf(to)) && roomOf(to) !== roomOf(from))
        .filter(({ to }) => to !== `${roomOf(to)}/index.ts`)
        .map(toSentence),
    brokenBy: {
      files: {
        'mock/a.ts': "import { b } from '../spec/b.ts';\nimport type { c } from '../spec/index.ts';",
        'bench/a.ts': "import type { d } from '../mock/d.ts';\nimport { e } from '../mock/index.ts';",
        'test/a.ts': "import { b } from '../spec/b.ts';",
      },
      told: ['mock/a.ts imports spec/b.ts', 'bench/a.ts imports mock/d.ts'],
    },
  },
  {
    says: 'spec imports no other room, and mock and contracts import spec alone',
    breaches: (sources) =>
      importsIn(sources, ...ROOMS)
        .filter(({ from, to }) => [...ROOMS, ...BESIDE].includes(roomOf(to)) && roomOf(to) !== roomOf(from))
        .filter(({ from, to }) => !MAY_IMPORT[roomOf(from)]?.includes(roomOf(to)))
        .map(toSentence),
    brokenBy: {
      files: {
        'contracts/a.ts': "export * from '../mock/index.ts';",
        'mock/a.ts': "const a = await import('../test/a.ts');",
        'spec/a.ts': "type A = import('../mock/index.ts').A;",
      },
      told: [
        'contracts/a.ts imports mock/index.ts',
        'mock/a.ts imports test/a.ts',
        'spec/a.ts imports mock/index.ts',
      ],
    },
  },
  {
    says: 'the world imports nothing but itself',
    breaches: (sources) =>
      importsIn(sources, 'mock/world')
        .filter(({ to }) => !to.startsWith('mock/world/'))
        .map(toSentence),
    brokenBy: {
      files: {
        'mock/world/a.ts':
          "import 'node:fs';\nimport type { B } from '../problem.ts';\nimport { c } from './c.ts';",
      },
      told: ['mock/world/a.ts imports node:fs', 'mock/world/a.ts imports mock/problem.ts'],
    },
  },
  {
    says: 'only mock/express/ imports express',
    breaches: (sources) =>
      importsIn(sources, ...ROOMS)
        .filter(({ from, to }) => /^express(\/|$)/.test(to) && !from.startsWith('mock/express/'))
        .map(toSentence),
    brokenBy: {
      files: {
        'mock/express/app.ts': "import express from 'express';",
        'mock/start.ts': "import type { Express } from 'express';",
      },
      told: ['mock/start.ts imports express'],
    },
  },
  {
    says: 'inside the mock nothing imports what is above it, and every part has its layer',
    breaches: (sources) => [
      ...sources
        .filter(({ path }) => path.startsWith('mock/') && layerOf(path) === -1)
        .map(({ path }) => `${path} has no layer: give it one in LAYERS`),
      ...importsIn(sources, 'mock')
        .filter(({ from, to }) => to.startsWith('mock/') && layerOf(to) > layerOf(from))
        .map(toSentence),
    ],
    brokenBy: {
      files: {
        'mock/wire/a.ts': "import type { B } from '../operations/b.ts';",
        'mock/operations/b.ts': "import { a } from '../wire/a.ts';",
        'mock/odd/c.ts': '',
      },
      told: [
        'mock/odd/c.ts has no layer: give it one in LAYERS',
        'mock/wire/a.ts imports mock/operations/b.ts',
      ],
    },
  },
  {
    says: 'no files import each other in a ring when the program runs',
    breaches: (sources) => findCycles(importsIn(sources, ...ROOMS, ...BESIDE_ROOMS)),
    brokenBy: {
      files: {
        'spec/a.ts': "import { b } from './b.ts';",
        'spec/b.ts': "export { c } from './c.ts';",
        'spec/c.ts': "import './a.ts';\nimport type { D } from './d.ts';",
        'spec/d.ts': "import './c.ts';",
      },
      told: ['spec/a.ts → spec/b.ts → spec/c.ts → spec/a.ts'],
    },
  },
];

function importsIn(sources: readonly Source[], ...folders: string[]): Import[] {
  return sources
    .filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)))
    .flatMap(importsOf);
}

function isRoom(name: string): boolean {
  return ROOMS.some((room) => room === name);
}

function layerOf(path: string): number {
  return LAYERS.findIndex((parts) =>
    parts.some((part) => (part.endsWith('/') ? path.startsWith(part) : path === part)),
  );
}

function toSentence({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
