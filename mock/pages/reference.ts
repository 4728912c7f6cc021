import { htmlEscape } from 'escape-goat';
import type { ApiDocument, Operation } from '../../spec/index.ts';
import { toInline, toProse } from './prose.ts';
import { follow, type Node, toField, toFields, toKnown, toNode, toType } from './schema.ts';

/** A document as a page shows it. Each operation and each schema has an anchor: its id, or `schema-` and its name. */
export function toReference(document: ApiDocument): { contents: string; body: string } {
  const raw = toNode(document.raw);
  const schemas = Object.entries(toNode(toNode(raw.components).schemas));
  const tags = [...new Set(document.operations.map(({ tag }) => tag))];
  const groups = tags.map((tag) => ({
    tag,
    says: (raw.tags as Node[] | undefined)?.find(({ name }) => name === tag)?.description,
    operations: document.operations.filter((operation) => operation.tag === tag),
  }));
  const events = Object.entries(toNode(raw.webhooks));
  const contents = [
    ...groups.map(({ tag, operations }) =>
      toContents(
        tag,
        operations.map((one) => [one.id, one.id]),
      ),
    ),
    toContents(
      'Events',
      events.map(([name]) => [`event-${name}`, name]),
    ),
    toContents(
      'Schemas',
      schemas.map(([name]) => [`schema-${name}`, name]),
    ),
  ];
  const sections = [
    ...groups.map(
      ({ tag, says, operations }) =>
        `<h2>${htmlEscape(tag)}</h2>${toProse(text(says))}${operations.map((one) => toOperation(document, one)).join('')}`,
    ),
    ...(events.length === 0 ? [] : ['<h2>Events</h2><p>What the webhook of an account is sent.</p>']),
    ...events.map(([name, item]) => toEvent(document, name, toNode(toNode(item).post))),
    '<h2>Schemas</h2>',
    ...schemas.map(([name, schema]) => toSchema(document, name, schema)),
  ];
  return { contents: contents.join(''), body: sections.join('\n') };
}

function toContents(title: string, entries: readonly (readonly [id: string, name: string])[]): string {
  if (entries.length === 0) return '';
  const links = entries.map(([id, name]) => `<li><a href="#${htmlEscape(id)}">${htmlEscape(name)}</a></li>`);
  return `<h2>${htmlEscape(title)}</h2><ul>${links.join('')}</ul>`;
}

function toOperation(document: ApiDocument, operation: Operation): string {
  const { id, method, path } = operation;
  const item = toNode(toNode(document.raw.paths)[path]);
  const written = toNode(item[method.toLowerCase()]);
  const parameters = [item.parameters, written.parameters]
    .flatMap((some) => (Array.isArray(some) ? some : []))
    .map((one) => follow(document, one));
  const body = contentOf(follow(document, written.requestBody));
  const answers = Object.entries(toNode(written.responses)).map(([status, answer]) =>
    toAnswer(document, status, follow(document, answer)),
  );
  const shown = parameters.map((one) => {
    const { schema, ...rest } = one;
    return toField(document, text(one.name), { ...toNode(schema), ...rest }, one.required === true);
  });
  return `<section id="${htmlEscape(id)}" data-find>
<h3><span class="method">${method}</span> <code>${htmlEscape(path)}</code></h3>
<p class="summary"><a href="#${htmlEscape(id)}">${htmlEscape(text(written.summary) || id)}</a> ${toKnown(written)}</p>
${toProse(text(written.description))}
${shown.length === 0 ? '' : `<h4>Parameters</h4><ul class="fields">${shown.join('')}</ul>`}
${body === undefined ? '' : `<h4>Body: ${toType(toNode(body.schema))}</h4>${toFields(document, body.schema)}`}
${isStream(written) ? '' : toTrial(document, operation, parameters, body)}
<h4>Answers</h4>
${answers.join('\n')}
</section>`;
}

function toAnswer(document: ApiDocument, status: string, answer: Node): string {
  const content = contentOf(answer);
  const schema = content === undefined ? '' : `<p>Body: ${toType(toNode(content.schema))}</p>`;
  const fields = status.startsWith('2') ? toFields(document, content?.schema) : '';
  return `<details${status.startsWith('2') ? ' open' : ''}><summary><b>${htmlEscape(status)}</b> ${toInline(text(answer.description))} ${toKnown(answer)}</summary>
${schema}${fields}${toExamples(document, content)}</details>`;
}

function toEvent(document: ApiDocument, name: string, written: Node): string {
  const content = contentOf(follow(document, written.requestBody));
  return `<section id="event-${htmlEscape(name)}" data-find>
<h3><code>${htmlEscape(name)}</code></h3>
<p class="summary">${htmlEscape(text(written.summary))} ${toKnown(written)}</p>
${toProse(text(written.description))}
<p>Payload: ${toType(toNode(content?.schema))}</p>${toExamples(document, content)}
</section>`;
}

function toSchema(document: ApiDocument, name: string, schema: unknown): string {
  const { properties, allOf, oneOf, ...node } = toNode(schema);
  const isWhole = properties !== undefined || allOf !== undefined || oneOf !== undefined;
  return `<section id="schema-${htmlEscape(name)}" data-find>
<h3>${htmlEscape(name)} ${toKnown(node)}</h3>
${isWhole ? toProse(text(node.description)) + toFields(document, schema) : `<ul class="fields">${toField(document, name, node, false)}</ul>`}
</section>`;
}

/** A form that sends a call to the mock that serves the page; a script of the page carries it out. */
function toTrial(
  document: ApiDocument,
  { method, path }: Operation,
  parameters: readonly Node[],
  body: Node | undefined,
): string {
  const inputs = parameters.map((one) => {
    const name = htmlEscape(text(one.name));
    const example = one.example ?? (one.name === 'world' ? 'default' : '');
    return `<label>${name} <input name="${name}" data-in="${htmlEscape(text(one.in))}" value="${htmlEscape(String(example))}"></label>`;
  });
  const examples = examplesOf(document, body);
  const [first] = examples;
  const options = examples.map(
    ({ summary, value }) => `<option value="${htmlEscape(write(value))}">${htmlEscape(summary)}</option>`,
  );
  const choice =
    options.length < 2 ? '' : `<label>Example <select data-examples>${options.join('')}</select></label>`;
  const text_ =
    body === undefined
      ? ''
      : `<label>Body <textarea name="body" rows="8" spellcheck="false">${htmlEscape(write(first?.value ?? {}))}</textarea></label>`;
  return `<details class="trial"><summary>Try it on this mock</summary>
<form data-method="${method}" data-path="${htmlEscape(path)}">${inputs.join('')}${choice}${text_}<button>Send</button>
<output></output></form></details>`;
}

function toExamples(document: ApiDocument, content: Node | undefined): string {
  return examplesOf(document, content)
    .map(
      ({ summary, value }) =>
        `<figure><figcaption>${htmlEscape(summary)}</figcaption><pre>${htmlEscape(write(value))}</pre></figure>`,
    )
    .join('');
}

function examplesOf(document: ApiDocument, content: Node | undefined): { summary: string; value: unknown }[] {
  return Object.entries(toNode(content?.examples)).map(([name, one]) => {
    const { summary, value } = follow(document, one);
    return { summary: text(summary) || name, value };
  });
}

function contentOf(node: Node): Node | undefined {
  const json = toNode(node.content)['application/json'];
  return json === undefined ? undefined : toNode(json);
}

function isStream({ responses }: Node): boolean {
  return JSON.stringify(responses ?? {}).includes('text/event-stream');
}

function write(value: unknown): string {
  return JSON.stringify(value, undefined, 2) ?? '';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
