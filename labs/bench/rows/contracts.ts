import { ROOT } from '../folders.ts';
import { atMost, medianOf, toMeasure } from '../statistics.ts';
import type { Row } from './row.ts';

/** The contract suite against the mock, as `npx wuts-contracts --mock` runs it. */
export const contracts: Row = {
  id: 'contracts',
  title: 'The contract suite against the mock',
  measure: async ({ children, product, runtime, settings, tell }) => {
    const rounds: number[] = [];
    let last = '';
    for (let run = 0; run < settings.suiteRuns; run += 1) {
      tell(`contract suite, run ${run + 1} of ${settings.suiteRuns}`);
      const args = [product.contracts, '--mock'];
      const child = children.start({ file: runtime.path, args, cwd: ROOT });
      last = (await child.output).trim().split('\n').at(-1) ?? '';
      rounds.push((performance.now() - child.startedAt) / 1000);
    }
    return {
      measures: [
        toMeasure(
          { who: 'contract suite', what: 'whole run, its start and that of the mock included', unit: 's' },
          rounds,
        ),
      ],
      verdicts: [atMost(medianOf(rounds), 4, 's', 'for the whole suite')],
      notes: [`It ends with: ${last}.`],
    };
  },
};
