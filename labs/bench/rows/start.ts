import { setTimeout as sleep } from 'node:timers/promises';
import { NotUp } from '../arena.ts';
import { residentMegabytes } from '../children.ts';
import { type Contestant, expressHello, prism, standAlone, wireMock } from '../contestants.ts';
import { measureInside } from '../inside/measure-inside.ts';
import type { StartTimes } from '../inside/start.ts';
import { NotInstalled } from '../installation.ts';
import type { Absence } from '../result.ts';
import { atMost, medianOf, ratioOf, toMeasure } from '../statistics.ts';
import type { Bench, Row } from './row.ts';

const STARTED: readonly Contestant[] = [standAlone, prism, wireMock, expressHello];

/** After its first answer a server may still be busy with itself. */
const SETTLING = 500;

/** Memory differs less from start to start than time does. */
const MEMORY_STARTS = 5;

/** From the start of a process, or of `startMock`, to the first answer. */
export const start: Row = {
  id: 'start',
  title: 'Start to first answer',
  measure: async (bench) => {
    const { times, absences } = await startAll(bench, bench.settings.starts);
    const inProcess: StartTimes[] = [];
    for (let n = 0; n < bench.settings.starts; n += 1) {
      inProcess.push(await measureInside<StartTimes>(bench, 'start', { library: bench.product.library }));
    }
    const hello = times.get(expressHello.name)?.map(({ milliseconds }) => milliseconds) ?? [];
    const own = times.get(standAlone.name)?.map(({ milliseconds }) => milliseconds) ?? [];
    const first = inProcess.map((one) => one.first);
    const about = (who: string, what: string) => ({ who, what, unit: 'ms' });
    return {
      measures: [
        ...[...times].map(([who, all]) =>
          toMeasure(
            about(who, 'process'),
            all.map(({ milliseconds }) => milliseconds),
            hello,
          ),
        ),
        toMeasure(about('startMock()', 'first in its process'), first),
        toMeasure(
          about('startMock()', 'second in its process'),
          inProcess.map((one) => one.second),
        ),
        toMeasure(
          about('startMock()', 'its import before'),
          inProcess.map((one) => one.imported),
        ),
      ],
      absences,
      verdicts: [
        atMost(ratioOf(own, hello), 1, '×', 'Express hello, command line'),
        atMost(medianOf(first), 25, 'ms', 'from startMock()'),
        atMost(medianOf(inProcess.map((one) => one.imported)), 40, 'ms', 'to import it'),
      ],
      notes: [`The mock is started from ${bench.product.origin}.`],
    };
  },
};

/** What a server takes that does nothing. */
export const idle: Row = {
  id: 'idle',
  title: 'Idle memory',
  measure: async (bench) => {
    const { times, absences } = await startAll(bench, Math.min(MEMORY_STARTS, bench.settings.starts));
    const memoryOf = (name: string) => times.get(name)?.map(({ megabytes }) => megabytes) ?? [];
    const hello = memoryOf(expressHello.name);
    return {
      measures: [...times.keys()].map((who) =>
        toMeasure({ who, what: 'resident', unit: 'MB' }, memoryOf(who), hello),
      ),
      absences,
      verdicts: [atMost(ratioOf(memoryOf(standAlone.name), hello), 1.3, '×', 'Express hello')],
    };
  },
};

async function startAll({ arena, runtime, tell }: Bench, rounds: number) {
  const times = new Map<string, { milliseconds: number; megabytes: number }[]>();
  const absences: Absence[] = [];
  for (let round = 0; round < rounds; round += 1) {
    tell(`starts, round ${round + 1} of ${rounds}`);
    for (const contestant of STARTED) {
      const { name } = contestant;
      if (absences.some(({ who }) => who === name)) continue;
      try {
        const { milliseconds, child, stop } = await arena.open(contestant, 'getGroup', runtime);
        await sleep(SETTLING);
        const megabytes = residentMegabytes(child);
        await stop();
        times.set(name, [...(times.get(name) ?? []), { milliseconds, megabytes }]);
      } catch (error) {
        if (!(error instanceof NotUp || error instanceof NotInstalled)) throw error;
        absences.push({ who: name, reason: error.message });
      }
    }
  }
  return { times, absences };
}
