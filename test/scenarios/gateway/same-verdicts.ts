import { calibrate } from '../../../contracts/calibrate/calibrate.ts';
import { runContracts } from '../../../contracts/runner/run-contracts.ts';
import { startMock } from '../../../mock/index.ts';
import { parseCalibration, writeCalibration } from '../../../spec/index.ts';
import { startGateway, UNASKED } from './gateway.ts';

/** What became of one seed. */
export interface Compared {
  readonly calls: number;
  readonly changes: number;
  /** How long the calibration took, in milliseconds. */
  readonly milliseconds: number;
  /** What can be found, and what was found otherwise than it is. */
  readonly found: number;
  readonly visible: number;
  readonly wrong: readonly string[];
  /** How many cases were held, and those whose verdicts are not the same, with both. */
  readonly cases: number;
  readonly different: readonly string[];
}

/** Calibrates the gateway of a seed, and holds it and a mock that does as the file says to the suite by that file. */
export async function compare(seed: number, only?: readonly string[]): Promise<Compared> {
  const gateway = await startGateway(seed, 'none', UNASKED);
  try {
    const { target, asked, choices, truth, accounts } = gateway;
    const start = performance.now();
    const outcome = await calibrate(asked, { seed: 1, stranger: choices.stranger });
    const milliseconds = performance.now() - start;
    const calibration = parseCalibration(writeCalibration(outcome.calibration), `seed ${seed}`);
    const found = Object.keys(truth).filter((fact) => calibration.settled[fact] !== undefined);
    const isSame = (fact: string) =>
      JSON.stringify(calibration.settled[fact]?.answer) === JSON.stringify(truth[fact]);
    await using mock = await startMock({ port: 0, accounts, calibration });
    const hold = async (url: string) => {
      const verdicts = new Map<string, string>();
      const options = { seed: 1, calibration, only, concurrency: 8, timeout: 6000 };
      for await (const { case: one, verdict } of runContracts({ ...target, url }, options))
        verdicts.set(one.id, verdict);
      return verdicts;
    };
    const [here, there] = await Promise.all([hold(target.url), hold(mock.url)]);
    return {
      calls: outcome.calls,
      changes: outcome.changes,
      milliseconds,
      found: found.length,
      visible: Object.keys(truth).length,
      wrong: found.filter((fact) => !isSame(fact)),
      cases: here.size,
      different: [...here].flatMap(([id, verdict]) =>
        verdict === there.get(id) ? [] : [`${id}: ${verdict}, and the mock ${there.get(id)}`],
      ),
    };
  } finally {
    gateway.close();
  }
}
