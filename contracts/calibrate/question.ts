import type { Step } from '../language/case.ts';
import type { FactName } from '../language/facts.ts';
import type { Need } from '../language/needs.ts';
import type { Bisection } from './bisection.ts';
import type { StageName } from './stages.ts';

/** What a question may need beyond what a case needs. */
export const OWN_NEEDS = {
  stranger: 'a number that is not on WhatsApp: give it with --stranger',
  private: 'a number whose privacy forbids that you add it: give it with --private',
  'large-bodies': 'bodies of more than 8 MiB may be sent: say so with --large-bodies',
  limits: 'longer names and lists than WhatsApp takes may be sent: say so with --limits',
} as const;

/** What a question may need. */
export type QuestionNeed = Need | keyof typeof OWN_NEEDS;

/** However a fact is settled. */
export const ANY = Symbol('settled in any way');

/** What is said of facts, by their names. */
export type Facts<Said> = Readonly<Record<string, Said>>;

/** Something that nobody wrote down, as plain data: calls whose answer decides it. */
export interface Question {
  readonly id: string;
  /** A sentence that ends with a question mark. */
  readonly asks: string;
  /** What its steps do not show by themselves. */
  readonly needs?: readonly QuestionNeed[];
  /** Asked only where these facts are settled so, or in any way. */
  readonly where?: Facts<string | typeof ANY>;
  /** Asked only where no other answer has shown it. */
  readonly isSpare?: true;
  /** Its answers hold whoever calls in whatever state, so a recording shows them: of the call of its last step, or of any. */
  readonly recorded?: 'this call' | 'any call';
  /** The refusal that the call would meet if it were read. An answer that is not seen to be another settles nothing. */
  readonly unlike?: `refusal ${string}`;
  /** What has to be done before, each once for all questions. */
  readonly on?: readonly StageName[];
  /** The answer to the last one is what is looked at. */
  readonly steps: readonly Step[];
  /** Every row that fits says something. */
  readonly answers?: readonly Meaning[];
  /** Fields of the answer, by where they are. */
  readonly shows?: Facts<Place>;
  /** Looks for the method, the path and the field of an operation instead of taking those of the document. */
  readonly search?: 'linkGroup' | 'unlinkGroup';
  /** Looks for a limit instead of sending its steps. */
  readonly bisects?: Bisection;
  /** What the answer shows besides, such as the code of its status. */
  readonly also?: readonly FactName[];
}

/** What an answer means, where it is like `when`: `status`, `headers`, `body`, and `known`, which has what was captured. */
export interface Meaning {
  readonly when: unknown;
  /** In which `{{answer.status}}`, `{{answer.code}}`, `{{answer.field}}` and what was captured may stand. */
  readonly means: Facts<unknown>;
}

/** Where a field is to be, and what its value would be like. By that value it is found when it has another name. */
export interface Place {
  /** The path of the object that it is in; '' is the whole body. */
  readonly at: string;
  readonly name: string;
  readonly is?: unknown;
}

/** The facts that a question can settle. */
export function settledBy({ answers = [], shows = {}, also = [] }: Question): FactName[] {
  const meant = answers.flatMap(({ means }) => Object.keys(means));
  return [...new Set([...meant, ...Object.keys(shows), ...also])] as FactName[];
}

const CODE = { $all: [{ $matches: '^[A-Z][A-Z0-9_]*$' }, { $not: 'DEVICE_NOT_READY' }] };
const REFUSED = { $atLeast: 400, $atMost: 499 };

/** The call is refused by this rule: its status and its code are measured. */
export function refusedBy(rule: string, ...others: readonly string[]): Meaning {
  const names = [rule, ...others].map((one) => `refusal ${one}`);
  const told = { status: '{{answer.status}}', error_code: '{{answer.code}}' };
  return {
    when: { status: REFUSED, body: { error_code: CODE } },
    means: Object.fromEntries(names.map((name) => [name, told])),
  };
}

/** The call is carried out: the status of the answer is that of this fact. */
export function statusOf(...facts: readonly FactName[]): Meaning {
  return {
    when: { status: DONE },
    means: Object.fromEntries(facts.map((fact) => [fact, '{{answer.status}}'])),
  };
}

/** A ruling is decided by whether the call is carried out or refused. */
export function decidedBy(ruling: FactName, carriedOut: string, refused: string): Meaning[] {
  return [
    { when: { status: DONE }, means: { [ruling]: carriedOut } },
    { when: { status: REFUSED }, means: { [ruling]: refused } },
  ];
}

/** The call was carried out. */
export const DONE = { $atLeast: 200, $atMost: 299 };

/** The call was refused. */
export { REFUSED };

/** A row of the answer fails, and so it has a code of its own. */
export function rowError(row: number): Facts<Place> {
  return { 'field Participant.error': { at: `participants[${row}]`, name: 'error', is: { $integer: true } } };
}
