import type { EngineTimes } from '../inside/engine.ts';
import type { ListTimes } from '../inside/list.ts';
import { measureInside } from '../inside/measure-inside.ts';
import type { GroupMemory } from '../inside/memory.ts';
import type { SaveTimes } from '../inside/save.ts';
import type { WorldTimes } from '../inside/worlds.ts';
import { atLeast, atMost, medianOf, ratioOf, toMeasure } from '../statistics.ts';
import type { Row } from './row.ts';

/** As the script of the engine calls it. */
const WORLD = 'a world, made, used once and dropped';

/** The engine alone: a call in, an answer out, all checks on. */
export const engine: Row = {
  id: 'engine',
  title: 'The engine alone, in process',
  measure: async (bench) => {
    const times = await measureInside<EngineTimes>(bench, 'engine', { batches: bench.settings.batches });
    return {
      measures: Object.entries(times).map(([what, rounds]) =>
        toMeasure({ who: 'engine', what, unit: 'ns' }, rounds),
      ),
      verdicts: [
        atMost(medianOf(times[WORLD] ?? []) / 1e6, 0.2, 'ms', 'to make a world, use it once and drop it'),
      ],
    };
  },
};

/** What a group takes in the heap, and what one more member does. */
export const memory: Row = {
  id: 'memory',
  title: 'Memory per group of 10 and per member',
  measure: async (bench) => {
    const many = bench.settings.quick ? 2000 : 10_000;
    const bytesOf = async (groups: number, size: number, strangers: boolean) =>
      (await measureInside<GroupMemory>(bench, 'memory', { groups, size, strangers })).bytes;
    const about = (what: string) => ({ who: 'wuts-mock', what, unit: 'B' });
    const measures = [];
    for (const strangers of [false, true]) {
      const ten = await bytesOf(many, 10, strangers);
      const thousand = await bytesOf(many / 100, 1000, strangers);
      const who = strangers ? 'everybody in one group only' : 'the same people in every group';
      measures.push(toMeasure(about(`group of 10, ${who}`), [ten]));
      measures.push(toMeasure(about(`one more member, ${who}`), [(thousand - ten) / 990]));
    }
    const [groupKnown, memberKnown, groupNew, memberNew] = measures.map(({ median }) => median);
    return {
      measures,
      verdicts: [
        atMost((groupKnown ?? Number.NaN) / 1000, 3, 'kB', 'per group of 10, people known'),
        atMost((groupNew ?? Number.NaN) / 1000, 2, 'kB', 'per group of 10, people new'),
        atMost(memberKnown ?? Number.NaN, 250, 'B', 'per member, people known'),
        atMost(memberNew ?? Number.NaN, 250, 'B', 'per member, people new'),
      ],
    };
  },
};

/** A long list of groups. */
export const list: Row = {
  id: 'list',
  title: 'listGroups of 10 000, in process',
  measure: async (bench) => {
    const { batches } = bench.settings;
    const short = await measureInside<ListTimes>(bench, 'list', { groups: 1000, batches });
    const long = await measureInside<ListTimes>(bench, 'list', { groups: 10_000, batches });
    const about = (who: string, what: string) => ({ who, what, unit: 'ms' });
    return {
      measures: [
        toMeasure(about('listGroups', '1 000 groups'), short.list),
        toMeasure(about('listGroups', '10 000 groups'), long.list),
        toMeasure(about('JSON.stringify', '1 000 groups'), short.stringify),
        toMeasure(about('JSON.stringify', '10 000 groups'), long.stringify),
      ],
      verdicts: [
        atLeast(ratioOf(long.stringify, long.list), 1, '×', 'the speed of JSON.stringify'),
        atMost(
          medianOf(long.list) / medianOf(short.list),
          13,
          '×',
          'the time of 1 000 groups: linear within 1.3',
        ),
      ],
    };
  },
};

/** A whole world saved, restored and put back to its start. */
export const worlds: Row = {
  id: 'worlds',
  title: 'Snapshot, restore and reset of 10 000 groups, over HTTP',
  measure: async (bench) => {
    const input = { groups: 10_000, batches: bench.settings.batches };
    const times = await measureInside<WorldTimes>(bench, 'worlds', input);
    const missing = (['snapshot', 'restore', 'reset'] as const).filter((what) => times[what] === undefined);
    return {
      measures: Object.entries(times).map(([what, rounds]) =>
        toMeasure({ who: 'wuts-mock', what, unit: 'ms' }, rounds),
      ),
      absences: missing.map((what) => ({
        who: what,
        reason: 'the control plane of the mock has no path for it yet',
      })),
      verdicts: [atMost(medianOf(times.reset ?? []), 10, 'ms', 'for a reset')],
    };
  },
};

/** How long a save of `--state` holds a request up, beside which other calls are answered. */
export const save: Row = {
  id: 'save',
  title: 'A save of --state',
  measure: async (bench) => {
    const { mostGroups } = bench.settings;
    const measures = [];
    let heldUp = Number.NaN;
    for (const groups of new Set([10_000, mostGroups])) {
      const batches = groups > 10_000 ? 3 : bench.settings.batches;
      const times = await measureInside<SaveTimes>(bench, 'save', { groups, batches });
      const about = (what: string) => ({ who: `${groups / 1000} 000 groups of 10`, what, unit: 'ms' });
      measures.push(toMeasure(about('from a change until it is saved'), times.saved));
      measures.push(toMeasure(about('the longest in which nothing is answered'), times.heldUp));
      if (groups === 10_000) heldUp = Math.max(...times.heldUp);
    }
    return {
      measures,
      verdicts: [atMost(heldUp, 20, 'ms', 'in which nothing is answered, with 10 000 groups of 10')],
    };
  },
};
