import {
  type ApiDocument,
  createValidator,
  loadDocument,
  type Operation,
  refOfReply,
} from '../../spec/index.ts';
import { hasTexts, writeBody } from '../wire/json-text.ts';
import { createOmission, isCut } from '../wire/undocumented.ts';
import { createTextViews, VALUES, type Views } from '../wire/views.ts';
import { AS_IT_IS, type WireForm } from '../wire/wire-form.ts';
import type { World } from '../world/index.ts';
import { type RawReply, type Reply, write } from './call.ts';
import { Mismatch } from './mismatch.ts';

/** Checks replies against the document and writes them. */
export interface ReplyWriter {
  /** How replies of a world show groups and people. */
  viewsIn(world: World): Views;
  /** The reply of an operation, or for none, in its form. `refuse` makes what goes out instead of one that does not fit the document. */
  write(
    operation: Operation | undefined,
    world: World,
    reply: Reply,
    refuse: (error: Error) => Reply,
  ): RawReply;
}

/** What writes the replies of a mock. Texts are kept only where answers are as our own document has them. */
export function createReplyWriter(document: ApiDocument, form: WireForm): ReplyWriter {
  const validator = createValidator(document);
  const omitUndocumented = createOmission(document);
  const isOurs = form === AS_IT_IS && document === loadDocument();
  /** Operations of which one answer was checked that is put together from texts; the texts are checked by themselves. */
  const checked = new Set<Operation>();

  const texts = createTextViews((schema, value) => {
    const issues = validator.value(`#/components/schemas/${schema}`, value);
    if (issues.length > 0) throw new Mismatch({ schema, issues, value });
  });

  const check = (operation: Operation | undefined, { status }: Reply, body: unknown): void => {
    const issues = validator.reply(operation, status, body);
    if (issues.length > 0) throw new Mismatch({ operation: operation?.id, issues, reply: { status, body } });
  };

  const writeTexts = (operation: Operation, reply: Reply): RawReply => {
    const text = writeBody(reply.body as object);
    if (!checked.has(operation)) check(operation, reply, JSON.parse(text));
    checked.add(operation);
    return write(reply, text);
  };

  const writeValues = (operation: Operation | undefined, world: World, reply: Reply): RawReply => {
    const ref = refOfReply(document, operation, reply.status);
    const body = ref === undefined ? reply.body : omitUndocumented(world, ref, reply.body);
    return write(reply, JSON.stringify(body));
  };

  return {
    viewsIn: (world) => (isOurs && !isCut(world) ? texts : VALUES),
    write(operation, world, reply, refuse) {
      if (operation !== undefined && hasTexts(reply.body as object)) return writeTexts(operation, reply);
      const formed = form.toReply(operation, reply);
      try {
        check(operation, formed, formed.body);
        return writeValues(operation, world, formed);
      } catch (error) {
        return writeValues(operation, world, refuse(error as Error));
      }
    },
  };
}
