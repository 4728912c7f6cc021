import { REFUSALS, type RefusalCode, type RuleName } from '../../spec/facts/index.ts';
import type { World } from './world.ts';

/** The world says no to a whole request. Nothing was changed. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly rule: RuleName;
  readonly code: RefusalCode;

  /** `detail` is a sentence with the value that was received. */
  constructor(rule: RuleName, detail = '', code: RefusalCode = REFUSALS[rule].code) {
    super(detail === '' ? REFUSALS[rule].says : `${REFUSALS[rule].says} ${detail}`);
    this.rule = rule;
    this.code = code;
  }
}

/** The refusal of a caller who does not take part; its code is a ruling. */
export function notAParticipant(world: World): Refusal {
  const code = world.rulings['not-participant'] === '404' ? 'not-found' : 'forbidden';
  return new Refusal('not-a-participant', '', code);
}
