/**
 * `npm run contracts:teeth`: takes one thing after the other away from the mock until each case of the contract suite
 * fails, and lists what made it fail. Fails where a case never does. With ids or themes behind `--` only those are held.
 */
import { chooseCases } from '../../../contracts/index.ts';
import { catchCases } from './catch-cases.ts';
import { toText } from './fault.ts';

const only = process.argv.slice(2);
const caught = await catchCases(chooseCases({ only }));
const uncaught = caught.filter(({ fault }) => fault === undefined);
for (const { one, fault } of caught) if (fault !== undefined) console.log(`${one.id}: ${toText(fault)}`);
for (const { one, tries } of uncaught)
  console.log(`${one.id}: does not fail, whichever of ${tries} things is taken away`);
const faults = new Set(caught.flatMap(({ fault }) => (fault === undefined ? [] : [toText(fault)])));
console.log(
  `${caught.length - uncaught.length} of ${caught.length} cases fail when something is taken away from the mock: ${faults.size} things, one at a time.`,
);
if (uncaught.length > 0) {
  console.log(
    'Let a case expect what it promises, or add the kind of fault that it is about to test/scenarios/faulty-mocks/.',
  );
  process.exitCode = 1;
}
