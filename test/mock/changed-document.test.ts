/** What no case can be: the files of `spec` and `calibration` change while a mock serves them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts';
import { type Answer, DocumentError, loadDocument, writeCalibration } from '../../spec/index.ts';
import { calibrationOf } from '../calibration-of.ts';
import { TOKENS } from './client.ts';

/** As much of a document as is edited here. */
interface Raw {
  paths: Record<string, object>;
  components: { schemas: Record<string, { properties?: Record<string, object> }> };
}

const RAW = loadDocument().raw as unknown as Raw;
const TEXT = JSON.stringify(RAW);

function edited(edit: (raw: Raw) => void): string {
  const raw = structuredClone(RAW);
  edit(raw);
  return JSON.stringify(raw);
}

function move({ paths }: Raw, from: string, to: string): void {
  paths[to] = paths[from] ?? {};
  delete paths[from];
}

function newFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'wuts-changed-')), 'file.yaml');
  writeFileSync(file, text);
  return file;
}

async function ask({ fetch }: Mock, path: string, body?: object) {
  const headers = { Authorization: TOKENS.first, 'Content-Type': 'application/json' };
  const wanted = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`http://mock${path}`, { headers, ...wanted });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

/** A mock with the group "Launch", whose document is in a file. */
async function serve(options: MockOptions = {}) {
  const spec = newFile(TEXT);
  const mock = createMock({ spec, ...options });
  const { body } = await ask(mock, '/groups', { name: 'Launch', participants: ['5511777777777'] });
  return { mock, spec, group: `/groups/${body.group.jid}` };
}

describe('a changed document is taken over', () => {
  it('with every world as it was', async () => {
    const { mock, spec, group } = await serve();
    const before = await ask(mock, group);
    writeFileSync(
      spec,
      edited((raw) => move(raw, '/groups', '/all-groups')),
    );
    mock.reload();
    expect(await ask(mock, group)).toEqual(before);
    expect((await ask(mock, '/groups')).status).toBe(404);
    expect((await ask(mock, '/all-groups')).body.groups).toMatchObject([{ name: 'Launch' }]);
    expect((await ask(mock, '/openapi.json')).body.paths).toHaveProperty(['/all-groups']);
    expect(mock.defaultWorld.journal.calls()).toHaveLength(5);
  });

  it('also by answers that were kept, by webhooks and by stubs', async () => {
    const rulings = { 'undocumented-fields': 'omit' };
    const { mock, spec, group } = await serve({ rulings });
    onTestFinished(() => mock.stop());
    const webhook = { webhook_url: 'https://127.0.0.1:9/', enabled_events: ['group.joined'] };
    expect((await ask(mock, '/webhook', webhook)).status).toBe(200);
    expect((await ask(mock, group)).body.group).toHaveProperty('name');
    writeFileSync(
      spec,
      edited(({ components: { schemas }, ...raw }) => {
        Object.assign(schemas.Group?.properties?.name ?? {}, { 'x-provenance': 'assumed' });
        move({ ...raw, components: { schemas } }, '/connect', '/link-device');
      }),
    );
    mock.reload();
    expect((await ask(mock, group)).body.group).not.toHaveProperty('name');
    mock.defaultWorld.person('5511777777777').createsGroup('Lunch', ['5511999999999']);
    const [delivery] = mock.defaultWorld.webhooks.deliveries();
    expect(delivery?.payload).toMatchObject({ data: { group: { jid: expect.anything() } } });
    expect(delivery?.payload).not.toHaveProperty('data.group.name');
    mock.stub({ method: 'POST', path: '/connect', status: 200 });
    expect(() => mock.stub({ method: 'POST', path: '/link-device' })).toThrow('the document has it');
  });

  it('as a calibration that changes has it', async () => {
    const settle = (answers: Record<string, Answer>) => writeCalibration(calibrationOf(answers));
    const calibration = newFile(settle({ 'field GroupInfo.topic': 'present' }));
    const { mock } = await serve({ calibration });
    writeFileSync(
      calibration,
      settle({ 'field Community.topic': 'absent', 'field Community.jid': 'present' }),
    );
    mock.reload();
    expect(mock.calibration).toMatchObject({ settled: 2 });
    const { body } = await ask(mock, '/communities', { name: 'Neighbours' });
    expect(body.community).not.toHaveProperty('topic');

    writeFileSync(calibration, settle({ 'ruling c-us-jid': 'taken' }));
    expect(() => mock.reload()).toThrow(/settles rulings otherwise, .* Start the mock again\./);
    expect(mock.calibration).toMatchObject({ settled: 2 });
  });
});

describe('a changed document is refused, and the one of before stays in force', () => {
  it('where it cannot be served, or does not fit what the worlds hold', async () => {
    const { mock, spec, group } = await serve();
    const { accounts } = mock.world({ name: 'other' });
    const headers = { Authorization: String(accounts[0]?.token), 'Content-Type': 'application/json' };
    const longer = JSON.stringify({ name: 'Neighbours of the old harbour', participants: ['5511777777777'] });
    await mock.fetch('http://mock/groups', { method: 'POST', headers, body: longer });
    mock.stub({ method: 'GET', path: '/linked' });
    const before = await ask(mock, group);
    const calls = mock.defaultWorld.journal.calls().length;
    const table: [string, RegExp][] = [
      ['paths: {a: [b\n', /The document .* is not valid YAML: .* at line 2, column 1/],
      ['', /The document .* is not OpenAPI 3\.1/],
      [
        edited(({ paths }) => move({ paths } as Raw, '/status', '/linked')),
        /has GET \/linked, which is a stub\. Take stub-1 away/,
      ],
      [
        edited(({ components }) => delete components.schemas.Name),
        /At .*, "#\/components\/schemas\/Name" points at nothing/,
      ],
      [
        edited(({ components: { schemas } }) =>
          Object.assign(schemas.Group?.properties?.name ?? {}, { maxLength: 20 }),
        ),
        /does not fit the world "other": to \d+, GET \/groups would answer groups\[0\]\.name "Neighbours of the old harbour", which must have at most 20 characters/,
      ],
    ];
    for (const [text, message] of table) {
      writeFileSync(spec, text);
      expect(() => mock.reload()).toThrow(message);
    }
    expect(() => mock.reload()).toThrow(DocumentError);
    expect(await ask(mock, group)).toEqual(before);
    expect(mock.defaultWorld.journal.calls()).toHaveLength(calls + 1);
  });
});
