import type { GrowthTimes, Size } from '../inside/growth.ts';
import { measureInside } from '../inside/measure-inside.ts';
import type { Absence, Measure, Verdict } from '../result.ts';
import { atMost, medianOf, toMeasure, toShown } from '../statistics.ts';
import type { Bench, Row } from './row.ts';

const CALLS = ['getGroup', 'add', 'join'] as const;
const FLAT = 1.3;
const SMALLEST: Size = { worlds: 1, groups: 100, members: 10 };

/** The same calls in a small mock and in bigger ones. */
export const growth: Row = {
  id: 'growth',
  title: 'Growth: getGroup, add and join, in process',
  measure: async (bench) => {
    const smallest = await timesOf(bench, SMALLEST);
    if (smallest === undefined) throw new Error('The smallest mock gave no times.');
    const measures: Measure[] = toMeasures(SMALLEST, smallest);
    const verdicts: Verdict[] = [];
    const absences: Absence[] = [];
    for (const size of sizesOf(bench)) {
      bench.tell(`growth: ${inWords(size)}`);
      const times = await timesOf(bench, size);
      if (times === undefined) {
        const reason = 'the mock has no control plane yet: GET /__mock/worlds is answered 404';
        absences.push({ who: inWords(size), reason });
        verdicts.push(atMost(Number.NaN, FLAT, '×', `with ${inWords(size)}`));
        continue;
      }
      measures.push(...toMeasures(size, times, smallest));
      verdicts.push(...CALLS.map((call) => toVerdict(call, size, times, smallest)));
    }
    return {
      measures,
      absences,
      verdicts,
      notes: [`Compared with ${inWords(SMALLEST)}. Every call goes to another group by chance.`],
    };
  },
};

function sizesOf({ settings: { mostGroups, mostWorlds } }: Bench): Size[] {
  return [
    ...[10_000, mostGroups]
      .filter((groups, index, all) => all.indexOf(groups) === index)
      .map((groups) => ({ ...SMALLEST, groups })),
    { ...SMALLEST, members: 1024 },
    { ...SMALLEST, worlds: mostWorlds },
  ];
}

async function timesOf(bench: Bench, size: Size): Promise<GrowthTimes> {
  const input = { ...size, batches: bench.settings.batches };
  return (await measureInside<{ times?: GrowthTimes }>(bench, 'growth', input)).times;
}

function toMeasures(
  size: Size,
  times: NonNullable<GrowthTimes>,
  smallest?: NonNullable<GrowthTimes>,
): Measure[] {
  return CALLS.map((call) =>
    toMeasure({ who: inWords(size), what: call, unit: 'ns' }, times[call], smallest?.[call]),
  );
}

/** A group of 1024 has more to say than one of 10: reading it is held to the time per member. */
function toVerdict(
  call: (typeof CALLS)[number],
  size: Size,
  times: NonNullable<GrowthTimes>,
  smallest: NonNullable<GrowthTimes>,
): Verdict {
  const perMember = call === 'getGroup' && size.members !== SMALLEST.members;
  const factor = perMember ? SMALLEST.members / size.members : 1;
  const ratio = (factor * medianOf(times[call])) / medianOf(smallest[call]);
  return atMost(ratio, FLAT, '×', `${call}${perMember ? ' per member' : ''} with ${inWords(size)}`);
}

function inWords({ worlds, groups, members }: Size): string {
  const world = worlds === 1 ? '' : `${toShown(worlds)} worlds of `;
  return `${world}${toShown(groups)} groups of ${members}`;
}
