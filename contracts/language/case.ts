import type { Provenance, RulingName, Rulings } from '../../spec/facts/index.ts';
import type {
  ControlBody,
  ControlId,
  ControlSchema,
  ControlSuccess,
  OperationId,
  operations,
  Reply,
  RequestBody,
  Schema,
  Signing,
  Success,
} from '../../spec/index.ts';
import type { CHILD_GROUP } from './arguments.ts';
import type { Need } from './needs.ts';
import type { Pattern } from './patterns.ts';
import type { Filled, PathIn, Undocumented } from './templates.ts';

export type { Provenance } from '../../spec/facts/index.ts';

/** Whose token a call carries. `nobody` sends none, `stranger` a valid one that no account has. */
export type Caller = 'first' | 'second' | 'third' | 'nobody' | 'stranger';

/** One promise about WUTS, as plain data: any implementation can be held to it over HTTP. */
export interface Case {
  /** `theme/slug`, for ever the same. */
  readonly id: string;
  /** One sentence in the present tense. */
  readonly promise: string;
  readonly provenance: Provenance;
  /** Where a documented or inferred promise comes from. */
  readonly source?: string;
  /** What it rests on; it is known as the weakest of these is. */
  readonly facts?: readonly string[];
  /** What the target must be able to do beyond its public API. */
  readonly needs?: readonly Need[];
  /** How the world of its own begins that a case with the needs people, clock, faults, rulings or receiver runs in. */
  readonly world?: { readonly rulings?: Decided };
  /** How deliveries were measured to be signed. */
  readonly signing?: Signing;
  /** Disturbs everybody else on the same accounts, or is disturbed by them, so it runs alone. */
  readonly alone?: true;
  readonly steps: readonly Step[];
  /** What was measured and is otherwise, so that nothing is promised. */
  readonly moot?: string;
}

/** Rulings and what they are decided to be; a number may be written as text. */
type Decided = {
  readonly [Name in RulingName]?: Rulings[Name] | (number extends Rulings[Name] ? `${number}` : never);
};

/**
 * Something that only a control plane can have happen: somebody acts on the phone, time goes by (in seconds), the clock
 * is set or stopped, a fault is scripted, a device changes its state, a person has other traits, a group is another one. Source:
 * `spec/control.yaml`.
 */
export type Happening =
  | ({ readonly act: string } & Filled<ControlBody<'actAsPerson'>>)
  | { readonly advance: number }
  | { readonly clock: Filled<Pick<ControlBody<'setClock'>, 'now' | 'frozen'>> }
  | {
      readonly fault: Filled<Omit<ControlBody<'createFault'>, 'operation'>> & {
        readonly operation?: OperationId;
      };
    }
  | { readonly device: ControlSchema<'DeviceState'>; readonly of: string }
  | { readonly person: string; readonly is: Filled<ControlSchema<'Traits'>> }
  | { readonly groupJid: string; readonly is: Filled<ControlSchema<'GroupChange'>> };

/** Something that happens, or what is there to be seen (a path of the world), and what the control plane says to it. */
export type Witnessed =
  | { readonly what: Happening; readonly expect: Refusal | Answer<200, Told<'actAsPerson'>> }
  | {
      [Look in keyof Looks]: {
        readonly what: { readonly look: Look };
        readonly expect: Answer<200, Looks[Look]>;
      };
    }[keyof Looks];

/** What there is to be seen of a world, by path. */
export interface Looks {
  readonly '/clock': Told<'getClock'>;
  readonly [person: `/people/${string}`]: Told<'getPerson'>;
  readonly [events: `/events?${string}`]: Told<'listEvents'>;
  readonly [deliveries: `/deliveries?${string}`]: Told<'listDeliveries'>;
  readonly [requests: `/join-requests${string}`]: Told<'listJoinRequests'>;
}

type Told<Id extends ControlId> = ControlSuccess<Id>['body'];

/** One call and what is expected of its answer. */
export type Step = { [Id in OperationId]: StepOf<Id> }[OperationId];

/** A call of one operation: what it sends, expects and captures is typed by what the document says of that. */
export interface StepOf<Id extends OperationId> {
  readonly call: Id;
  /** What happens before the call, in order. It must be possible, unless something else is expected of it. */
  readonly meanwhile?: readonly (Happening | Witnessed)[];
  /** `first` unless given. */
  readonly as?: Caller;
  /** The values of the path's parameters. */
  readonly path?: PathOf<operations[Id]>;
  readonly body?: BodyOf<Id> | Undocumented;
  /** Departures from a well-formed request. */
  readonly alter?: Alteration;
  /** A step without expectations must succeed, and is there to set the stage. */
  readonly expect?: Expectation<Id>;
  /**
   * Names for values of the answer, by their path in it, such as `group.jid`. Of a text, `invite_link ~ [^/]+$` takes
   * the part that the expression matches.
   */
  readonly capture?: Captures<Success<Id>['body']>;
  /** What finds it where the answer, which succeeds, does not tell all that is captured. */
  readonly otherwise?: Step;
  /** Another call that is made at the same time, and must succeed. */
  readonly beside?: Step;
  /** The next deliveries to the webhooks of the accounts, in order, once the call is answered as expected. It takes the need `receiver`. */
  readonly receive?: readonly ExpectedDelivery[];
  /** Asks again until the expectation is kept or this many milliseconds have passed. */
  readonly within?: number;
}

/** A call of an operation on one group or community. */
export type StepInGroup = {
  [Id in OperationId]: operations[Id] extends { parameters: { path: { jid: string } } } ? StepOf<Id> : never;
}[OperationId];

type PathOf<Operation> = Operation extends { parameters: { path: infer Parameters } }
  ? { readonly [Name in keyof Parameters]: string }
  : Readonly<Record<string, never>>;

/** The body of an operation, in which placeholders may stand. Nobody knows how the field for the group is called that is linked: its name is filled in. */
export type BodyOf<Id extends OperationId> = Id extends 'linkGroup' | 'unlinkGroup'
  ? { readonly [CHILD_GROUP]: string }
  : Id extends 'joinGroup'
    ? Filled<AnyPart<RequestBody<Id>>>
    : Filled<RequestBody<Id>>;

/** Whatever any body of a union has, and nothing that has to be there. */
type AnyPart<Union> = {
  [Name in Union extends unknown ? keyof Union : never]?: Union extends { [One in Name]: infer Value }
    ? Value
    : never;
};

type Captures<Body> = Readonly<Record<string, PathIn<Body> | `${PathIn<Body>} ~ ${string}`>>;

/** One delivery to the webhook of an account. That webhook is set to `{{first.receiver}}` and so on. */
export type ExpectedDelivery = { [Name in keyof Events]: ExpectedDeliveryOf<Name> }[keyof Events];

/** A delivery of one event. */
export interface ExpectedDeliveryOf<Name extends keyof Events> {
  /** `first` unless given. */
  readonly to?: 'first' | 'second' | 'third';
  readonly event: Name;
  /** The envelope, its `data` included. */
  readonly body?: Pattern<Envelope<Name>>;
  /** By lower-case name. */
  readonly headers?: Headers;
  /** The body as it was sent. */
  readonly text?: Pattern<string>;
  /** The secret that the signature is made with. */
  readonly secret?: string;
  /** As in a step; the patterns beside it know these values already. */
  readonly capture?: Captures<Envelope<Name>>;
}

/** What each event that cases are about tells. */
interface Events {
  readonly 'group.info': Schema<'GroupInfo'>;
  readonly 'group.joined': Schema<'GroupJoined'>;
  readonly 'device.connected': DeviceData;
  readonly 'device.disconnected': DeviceData;
  readonly 'device.logged_out': DeviceData;
}

type DeviceData = NonNullable<
  (Schema<'DeviceEvent'> extends Schema<'EventEnvelope'> & infer Own ? Own : never) extends {
    data?: infer Data;
  }
    ? Data
    : never
>;

type Envelope<Name extends keyof Events> = Omit<Schema<'EventEnvelope'>, 'data'> & {
  readonly data: Events[Name];
};

type Headers = Readonly<Record<string, Pattern<string>>>;

/** How a request is spoiled on purpose. */
export interface Alteration {
  readonly method?: string;
  /** Put behind the path; `{{token}}` in it is the caller's. */
  readonly suffix?: string;
  /** Every @ of the path is written as %40. */
  readonly encoded?: true;
  /** null leaves the header out. */
  readonly contentType?: string | null;
  /** Sent instead of the body, as it is. */
  readonly text?: string;
  /** A body of this many bytes, instead of the body. */
  readonly bytes?: number;
  /** Spaces behind the body, so that it has this many bytes. */
  readonly padded?: number;
  /** The Authorization header, in which `{{token}}` is the caller's. */
  readonly authorization?: string;
}

/** What an answer must be: that of a call that goes well, that of one that is refused, or either. */
export type Expectation<Id extends OperationId> =
  | Answer<Success<Id>['status'], Success<Id>['body']>
  | Refusal
  | Answer<readonly (200 | 201 | RefusedStatus)[], Success<Id>['body'] | Schema<'Error'>>;

/** What a call that is refused answers. */
export type Refusal = Answer<RefusedStatus | readonly RefusedStatus[], Schema<'Error'>>;

interface Answer<Status, Body> {
  readonly status: Status;
  readonly body?: Pattern<Body>;
  /** By lower-case name. */
  readonly headers?: Headers;
}

/** A status that says that a call was not carried out. A method that a path does not have is answered 405. */
export type RefusedStatus = Exclude<Reply<OperationId>['status'], 200 | 201> | 405;
