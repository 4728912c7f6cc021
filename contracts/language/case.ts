import type { Provenance } from '../../spec/facts/index.ts';
import type { OperationId } from '../../spec/index.ts';
import type { Need } from './needs.ts';

export type { Provenance } from '../../spec/facts/index.ts';

/** Whose token a call carries. `nobody` sends none, `stranger` a valid one that no account has. */
export type Caller = 'first' | 'second' | 'third' | 'nobody' | 'stranger';

/** JSON in which a string may hold `{{name}}`: something captured, generated or known of the target. */
export type Template =
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [name: string]: Template };

/** JSON to compare with: objects name the properties that matter, `$`-properties are the rows of `patterns.ts`. */
export type Pattern = Template;

/** One promise about WUTS, as plain data: any implementation can be held to it over HTTP. */
export interface Case {
  /** `theme/slug`, for ever the same. */
  readonly id: string;
  /** One sentence in the present tense. */
  readonly promise: string;
  readonly provenance: Provenance;
  /** Where a documented or inferred promise comes from. */
  readonly source?: string;
  /** What the target must be able to do beyond its public API. */
  readonly needs?: readonly Need[];
  /** How the world of its own begins that a case with the needs people, clock, faults, rulings or receiver runs in. */
  readonly world?: { readonly rulings?: Readonly<Record<string, string | number>> };
  /** Disturbs everybody else on the same accounts, so it runs alone. */
  readonly alone?: true;
  readonly steps: readonly Step[];
}

/**
 * Something that only a control plane can have happen: somebody acts on the phone, time goes by (in seconds), the clock
 * is set or stopped, a fault is scripted, a device changes its state, a person has other traits. Source:
 * `spec/control.yaml`.
 */
export type Happening =
  | { readonly act: Template; readonly do: string; readonly [name: string]: Template }
  | { readonly advance: number }
  | { readonly clock: { readonly now?: string; readonly frozen?: boolean } }
  | { readonly fault: Readonly<Record<string, Template>> }
  | { readonly device: 'connected' | 'disconnected' | 'logged_out' | 'banned'; readonly of: string }
  | { readonly person: string; readonly is: Readonly<Record<string, Template>> };

/** Something that happens, or what is there to be seen (a path of the world), and what the control plane says to it. */
export interface Witnessed {
  readonly what: Happening | { readonly look: string };
  readonly expect: Expectation;
}

/** One call and what is expected of its answer. */
export interface Step {
  readonly call: OperationId;
  /** What happens before the call, in order. It must be possible, unless something else is expected of it. */
  readonly meanwhile?: readonly (Happening | Witnessed)[];
  /** `first` unless given. */
  readonly as?: Caller;
  /** The values of the path's parameters. */
  readonly path?: Readonly<Record<string, Template>>;
  readonly body?: Template;
  /** Departures from a well-formed request. */
  readonly alter?: Alteration;
  /** A step without expectations must succeed, and is there to set the stage. */
  readonly expect?: Expectation;
  /**
   * Names for values of the answer, by their path in it, such as `group.jid`. Of a text, `invite_link ~ [^/]+$` takes
   * the part that the expression matches.
   */
  readonly capture?: Readonly<Record<string, string>>;
  /** What finds it where the answer, which succeeds, does not tell all that is captured. */
  readonly otherwise?: Step;
  /** The next deliveries to the webhooks of the accounts, in order, once the call is answered as expected. It takes the need `receiver`. */
  readonly receive?: readonly Receipt[];
  /** Asks again until the expectation is kept or this many milliseconds have passed. */
  readonly within?: number;
}

/** One delivery to the webhook of an account. That webhook is set to `{{first.receiver}}` and so on. */
export interface Receipt {
  /** `first` unless given. */
  readonly to?: 'first' | 'second' | 'third';
  readonly event: string;
  /** The envelope, its `data` included. */
  readonly body?: Pattern;
  /** By lower-case name. */
  readonly headers?: Pattern;
  /** The body as it was sent. */
  readonly text?: Pattern;
  /** The secret that the signature is made with. */
  readonly secret?: string;
  /** As in a step; the patterns beside it know these values already. */
  readonly capture?: Readonly<Record<string, string>>;
}

/** How a request is spoiled on purpose. */
export interface Alteration {
  readonly method?: string;
  /** Put behind the path. */
  readonly suffix?: string;
  /** null leaves the header out. */
  readonly contentType?: string | null;
  /** Sent instead of the body, as it is. */
  readonly text?: Template;
  /** A body of this many bytes, instead of the body. */
  readonly bytes?: number;
  /** The Authorization header, in which `{{token}}` is the caller's. */
  readonly authorization?: string;
}

/** What an answer must be. */
export interface Expectation {
  readonly status: number | readonly number[];
  readonly body?: Pattern;
  /** By lower-case name. */
  readonly headers?: Pattern;
}
