import type { Loaded } from '../requests.ts';
import type { Samples } from '../samples.ts';

/** What a contestant is compared as: ours, an OpenAPI mock, another mock, or what Node itself can do. */
export type Kind = 'ours' | 'openapi' | 'other' | 'limit';

/** Where and with what a contestant is started. */
export interface Place {
  readonly port: number;
  /** Where its packages are installed. */
  readonly folder: string;
  /** An empty folder of this start alone. */
  readonly scratch: string;
  /** The file with the document for the peers. */
  readonly document: string;
  /** The file with the samples. */
  readonly samplesFile: string;
  readonly samples: Samples;
  /** What is loaded. */
  readonly operation: Loaded;
  /** The JavaScript of a source file. */
  file(source: string): string;
  /** The command line of the mock. */
  readonly cli: string;
}

/** How a contestant is started. */
export interface Start {
  /** `node` is the Node under test. */
  readonly program: 'node' | 'java';
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A server that takes part. */
export interface Contestant {
  readonly name: string;
  readonly kind: Kind;
  /** `name@version`, installed into a folder of their own. */
  readonly packages?: readonly string[];
  /** Keeps state, so that what is loaded has to be made first. */
  readonly stateful?: boolean;
  /** What it cannot serve, and why. */
  readonly lacks?: Partial<Record<Loaded, string>>;
  start(place: Place): Start;
}
