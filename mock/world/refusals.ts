import { REFUSALS, type RefusalCode, type RuleName } from '../../spec/facts/index.ts';

/** The kind of refusal of a rule. */
export type CodeOf<Rule extends RuleName> = (typeof REFUSALS)[Rule]['code'];

/** Something that goes wrong as it should. Nobody asks where it did, and to find out would take longer than all of a refused call. */
export class ExpectedError extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The world says no to a whole request, and nothing is changed unless it is partial. In the world it is a value; those outside of it may throw it. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends ExpectedError {
  override name = 'Refusal';
  readonly rule: RuleName;
  readonly code: Code;
  /** Whether the settings before the refused one were changed (ruling `update-atomicity`). */
  isPartial = false;

  /** `detail` is a sentence with the value that was received. */
  constructor(rule: RuleName, code: Code, detail = '') {
    super(detail === '' ? REFUSALS[rule].says : `${REFUSALS[rule].says} ${detail}`);
    this.rule = rule;
    this.code = code;
  }
}

/** A refusal by a rule, with the code that it has. */
export function refuse<Rule extends RuleName>(rule: Rule, detail = ''): Refusal<CodeOf<Rule>> {
  return new Refusal(rule, REFUSALS[rule].code, detail);
}

/** What was decided or done, for those outside of the world who go no further when it was refused: the refusal is thrown. */
export function allowed<Result>(result: Result): Exclude<Result, Refusal> {
  if (result instanceof Refusal) throw result;
  return result as Exclude<Result, Refusal>;
}
