import { createValidator } from '../spec/index.ts';
import { type ControlParts, type ControlPlane, createControl } from './control/plane.ts';
import type { PayloadRules } from './delivery/queue-delivery.ts';
import { createEngine, type Engine, type EngineParts } from './engine/engine.ts';
import { createPages, type Pages } from './pages/pages.ts';
import type { ServedDocument } from './served-document.ts';
import { createOmission } from './wire/undocumented.ts';

/** All that follows from a document: when another takes its place, it is replaced as one. */
export interface DocumentInForce {
  readonly served: ServedDocument;
  readonly engine: Engine;
  /** What it says of the payloads of webhooks. */
  readonly payloads: PayloadRules;
  /** Made when they are first asked for. */
  readonly pages: Pages;
  /** Made when it is first asked for. */
  readonly plane: () => ControlPlane;
}

/** What of a mock does not follow from a document. */
type Parts = Omit<ControlParts, 'api'> & Pick<EngineParts, 'onExchange'> & { readonly base: string };

/** Has a document served. */
export function putInForce(served: ServedDocument, parts: Parts): DocumentInForce {
  const { document: api, form } = served;
  let pages: Pages | undefined;
  let plane: ControlPlane | undefined;
  return {
    served,
    engine: createEngine({ ...parts, document: api, form }),
    payloads: { check: createValidator(api).event, omitUndocumented: createOmission(api), form },
    pages(call, path) {
      pages ??= createPages({ ...parts, api });
      return pages(call, path);
    },
    plane() {
      plane ??= createControl({ ...parts, api });
      return plane;
    },
  };
}
