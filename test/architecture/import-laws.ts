import { findCycles, type Import, importsOf } from './import-graph.ts';
import type { Law } from './law.ts';
import { BESIDE_ROOMS, ROOMS, roomOf, type Source } from './source.ts';

/** Which rooms a room may import from. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  mock: ['spec'],
  contracts: ['spec'],
};

/** What is known, as data: the only part of a room that has a door of its own, so that the world may read it. */
const FACTS = 'spec/facts/index.ts';

/** Folders beside the rooms, which import them and are never imported. */
const BESIDE = ['package', 'test', 'labs', 'examples', 'docs'];

/** The parts of a room from the lowest to the highest; those in one line stand side by side. */
const LAYERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  mock: [
    ['world/'],
    ['problem.ts', 'real-timers.ts', 'option-checks.ts'],
    ['wire/'],
    ['operations/'],
    ['faults/', 'journal/', 'scenarios/', 'stubs/'],
    ['world-file/'],
    ['delivery/'],
    ['tenants/'],
    ['engine/'],
    ['testing/consumer/'],
    ['control/', 'pages/', 'console/'],
    ['testing/kit/'],
    ['testing/matchers/'],
    ['state-file/'],
    ['adapters/node-http/'],
    ['adapters/fetch/'],
    ['served-paths.ts'],
    ['served-document.ts'],
    ['changed-document.ts', 'document-in-force.ts'],
    ['mock.ts'],
    ['adapters/express/'],
    ['start.ts', 'end.ts'],
    ['testing/vitest/'],
    ['command-line/'],
    ['index.ts', 'cli.ts', 'provenance.cli.ts', 'vitest.ts', 'jest.ts'],
  ],
  contracts: [
    ['language/'],
    ['cases/'],
    ['suite.ts'],
    ['target/'],
    ['runner/'],
    ['reports/'],
    ['subcommand.ts', 'last-catch.ts', 'interrupt.ts', 'target-options.ts'],
    ['export/', 'har/', 'calibrate/'],
    ['command-line.ts'],
    ['index.ts', 'cli.ts', 'provenance.cli.ts', 'vitest.ts'],
  ],
};

/** The laws about what may import what. */
export const IMPORT_LAWS: readonly Law[] = [
  {
    says: 'a room is entered from another room, and from the bench, through its index.ts or that of the facts',
    breaches: (sources) =>
      importsIn(sources, ...ROOMS, 'labs/bench')
        .filter(({ from, to }) => isRoom(roomOf(to)) && roomOf(to) !== roomOf(from))
        .filter(({ to }) => to !== `${roomOf(to)}/index.ts` && to !== FACTS)
        .map(toSentence),
    brokenBy: {
      files: {
        'mock/a.ts': "import { b } from '../spec/b.ts';\nimport type { c } from '../spec/index.ts';",
        'mock/b.ts': "import '../spec/facts/index.ts';\nimport '../spec/facts/b.ts';",
        'labs/bench/a.ts':
          "import type { d } from '../../mock/d.ts';\nimport { e } from '../../mock/index.ts';",
        'labs/fuzz/a.ts': "import { d } from '../../mock/d.ts';",
        'test/a.ts': "import { b } from '../spec/b.ts';",
      },
      told: [
        'mock/a.ts imports spec/b.ts',
        'mock/b.ts imports spec/facts/b.ts',
        'labs/bench/a.ts imports mock/d.ts',
      ],
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
    says: 'the labs are imported by nothing else',
    breaches: (sources) =>
      importsIn(sources, ...ROOMS, ...BESIDE.filter((folder) => folder !== 'labs'))
        .filter(({ to }) => roomOf(to) === 'labs')
        .map(toSentence),
    brokenBy: {
      files: {
        'test/a.ts': "import { b } from '../labs/fuzz/b.ts';",
        'package/a.ts': "export type { B } from '../labs/bench/b.ts';",
        'labs/fuzz/c.ts': "import { d } from '../bench/d.ts';",
      },
      told: ['test/a.ts imports labs/fuzz/b.ts', 'package/a.ts imports labs/bench/b.ts'],
    },
  },
  {
    says: 'the world imports nothing but itself and the facts, and the facts nothing but themselves',
    breaches: (sources) =>
      importsIn(sources, 'mock/world', 'spec/facts')
        .filter(({ from, to }) => !to.startsWith('spec/facts/') || from.startsWith('mock/'))
        .filter(({ to }) => !to.startsWith('mock/world/') && to !== FACTS)
        .map(toSentence),
    brokenBy: {
      files: {
        'mock/world/a.ts':
          "import 'node:fs';\nimport type { B } from '../problem.ts';\nimport { c } from './c.ts';",
        'mock/world/b.ts': "import '../../spec/facts/index.ts';\nimport '../../spec/index.ts';",
        'spec/facts/a.ts': "import './b.ts';\nimport '../document.ts';",
      },
      told: [
        'mock/world/a.ts imports node:fs',
        'mock/world/a.ts imports mock/problem.ts',
        'mock/world/b.ts imports spec/index.ts',
        'spec/facts/a.ts imports spec/document.ts',
      ],
    },
  },
  {
    says: 'only mock/adapters/express/ imports express',
    breaches: (sources) =>
      importsIn(sources, ...ROOMS)
        .filter(({ from, to }) => /^express(\/|$)/.test(to) && !from.startsWith('mock/adapters/express/'))
        .map(toSentence),
    brokenBy: {
      files: {
        'mock/adapters/express/app.ts': "import express from 'express';",
        'mock/start.ts': "import type { Express } from 'express';",
      },
      told: ['mock/start.ts imports express'],
    },
  },
  {
    says: 'inside mock and contracts nothing imports what is above it, and every part has its layer',
    breaches: (sources) => [
      ...sources
        .filter(({ path }) => roomOf(path) in LAYERS && layerOf(path) === -1)
        .map(({ path }) => `${path} has no layer: give it one in LAYERS`),
      ...importsIn(sources, ...Object.keys(LAYERS))
        .filter(({ from, to }) => roomOf(from) === roomOf(to) && layerOf(to) > layerOf(from))
        .map(toSentence),
    ],
    brokenBy: {
      files: {
        'mock/wire/a.ts': "import type { B } from '../operations/b.ts';",
        'mock/operations/b.ts': "import { a } from '../wire/a.ts';",
        'mock/odd/c.ts': '',
        'contracts/language/a.ts': "import { suite } from '../suite.ts';",
      },
      told: [
        'mock/odd/c.ts has no layer: give it one in LAYERS',
        'mock/wire/a.ts imports mock/operations/b.ts',
        'contracts/language/a.ts imports contracts/suite.ts',
      ],
    },
  },
  {
    says: 'no files import each other in a ring, not even for types alone',
    breaches: (sources) => findCycles(importsIn(sources, ...ROOMS, ...BESIDE_ROOMS)),
    brokenBy: {
      files: {
        'spec/a.ts': "import { b } from './b.ts';",
        'spec/b.ts': "export { c } from './c.ts';",
        'spec/c.ts': "import './a.ts';\nimport type { D } from './d.ts';",
        'spec/d.ts': "import './c.ts';",
      },
      told: ['spec/a.ts → spec/b.ts → spec/c.ts → spec/a.ts', 'spec/c.ts → spec/d.ts → spec/c.ts'],
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

/** -1 when nobody gave it one. */
function layerOf(path: string): number {
  const part = path.slice(roomOf(path).length + 1);
  return (LAYERS[roomOf(path)] ?? []).findIndex((parts) =>
    parts.some((one) => (one.endsWith('/') ? part.startsWith(one) : part === one)),
  );
}

function toSentence({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
