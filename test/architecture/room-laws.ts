import { posix } from 'node:path';
import type { Law } from './law.ts';
import { ROOMS } from './source.ts';

/** More files side by side are not read any more. */
const MOST = 25;

/** Tests beside the rooms: of the house itself, whole stories, and what is neither a room nor in one. */
const BESIDE = ['architecture', 'scenarios', 'docs', 'examples', 'package'];

/** The laws about folders, so that somebody new finds the one file for a thing. */
export const ROOM_LAWS: readonly Law[] = [
  {
    says: `no folder holds more than ${MOST} files side by side`,
    breaches: (sources) => {
      const counts = new Map<string, number>();
      for (const { path } of sources) {
        const folder = posix.dirname(path);
        counts.set(folder, (counts.get(folder) ?? 0) + 1);
      }
      return [...counts].filter(([, count]) => count > MOST).map(([name, count]) => `${name} holds ${count}`);
    },
    brokenBy: {
      files: Object.fromEntries(Array.from({ length: MOST + 2 }, (_, n) => [`mock/a/${n}.ts`, ''])),
      told: [`mock/a holds ${MOST + 2}`],
    },
  },
  {
    says: 'tests are kept where what they test is kept',
    breaches: (sources) => {
      const parts = new Set(
        sources.map(({ path }) => path.split('/').slice(0, 2).join('/').replace(/\.ts$/, '')),
      );
      return sources
        .map(({ path }) => path)
        .filter((path) => /^test\/.*\//.test(path))
        .filter((path) => {
          const [, room = '', part = '', ...rest] = path.split('/');
          if (BESIDE.includes(room)) return false;
          return !ROOMS.some((name) => name === room) || (rest.length > 0 && !parts.has(`${room}/${part}`));
        });
    },
    brokenBy: {
      files: {
        'mock/cli.ts': '',
        'mock/wire/a.ts': '',
        'test/misc/a.test.ts': '',
        'test/mock/cli/b.test.ts': '',
        'test/mock/http/c.test.ts': '',
        'test/mock/wire/a.test.ts': '',
        'test/mock/client.ts': '',
        'test/readme.test.ts': '',
      },
      told: ['test/misc/a.test.ts', 'test/mock/http/c.test.ts'],
    },
  },
];
