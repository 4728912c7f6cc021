import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ENTRIES, nameOf } from '../../package/entries.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

const files = Object.keys(ENTRIES).map((entry) => `${DIST}${nameOf(entry)}.d.ts`);
const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, skipLibCheck: true });
const checker = program.getTypeChecker();

describe('the entries export what they promise, and no more', () => {
  it('wuts-mock', () => {
    expect(exportsOf('.')).toMatchInlineSnapshot(`
      [
        "AccountError",
        "type AccountOptions",
        "type Acted",
        "type CallQuery",
        "type ConsumerMistake",
        "type DeliveryQuery",
        "DocumentError",
        "type EventQuery",
        "type Exchange",
        "type FaultEffect",
        "type GroupSettings",
        "type Mock",
        "type MockClock",
        "type MockDevice",
        "MockError",
        "type MockFaults",
        "type MockFetch",
        "type MockJournal",
        "type MockOptions",
        "type MockPerson",
        "type MockStub",
        "type MockWebhooks",
        "type MockWorld",
        "type Outcome",
        "type RawCall",
        "type RawReply",
        "RulingError",
        "type RunningMock",
        "type StartOptions",
        "type StreamReply",
        "type WebhookDelivery",
        "type WorldEvent",
        "type WorldFile",
        "WorldFileError",
        "createApp",
        "createMock",
        "startMock",
      ]
    `);
  });

  it('wuts-mock/contracts', () => {
    expect(exportsOf('./contracts')).toMatchInlineSnapshot(`
      [
        "type AccountName",
        "CannotRun",
        "type Case",
        "type CaseResult",
        "type Finding",
        "NEEDS",
        "type Need",
        "type Provenance",
        "type RunOptions",
        "type Step",
        "type Target",
        "type Verdict",
        "chooseCases",
        "isFailure",
        "runContracts",
        "suite",
      ]
    `);
  });

  it('wuts-mock/spec', () => {
    expect(exportsOf('./spec')).toMatchInlineSnapshot(`
      [
        "type ApiDocument",
        "DocumentError",
        "type Operation",
        "type OperationId",
        "type Reply",
        "type RequestBody",
        "type Schema",
        "type Success",
        "type components",
        "loadDocument",
        "type operations",
        "parseDocument",
        "type paths",
      ]
    `);
  });

  it('wuts-mock/jest', () => {
    expect(exportsOf('./jest')).toMatchInlineSnapshot(`
      [
        "type Promotions",
        "type WorldMatchers",
        "worldMatchers",
      ]
    `);
  });

  it('wuts-mock/vitest', () => {
    expect(exportsOf('./vitest')).toMatchInlineSnapshot(`
      [
        "type MockFixtures",
        "type Promotions",
        "type WorldMatchers",
        "createTest",
        "describeContracts",
        "test",
        "worldMatchers",
      ]
    `);
  });
});

it.each(Object.keys(ENTRIES))('what %s exports says in the editor what it promises', (entry) => {
  const silent = symbolsOf(entry).filter((symbol) => docOf(symbol) === '');
  expect(silent.map(({ name }) => name)).toEqual([]);
});

const both = Object.keys(ENTRIES).filter((entry) => ENTRIES[entry]?.cjs);

it.each(both)('what %s exports is the same for import and for require', async (entry) => {
  const imported = Object.keys(await import(`${DIST}${nameOf(entry)}.js`));
  const required = Object.keys(createRequire(import.meta.url)(`${DIST}${nameOf(entry)}.cjs`));
  const typed = exportsOf(entry).filter((name) => !name.startsWith('type '));
  expect(imported.sort()).toEqual(typed.sort());
  expect(required.sort()).toEqual(typed);
});

/** The names of an entry; a name of which nothing is left at run time is called a type. */
function exportsOf(entry: string): string[] {
  return symbolsOf(entry).map((symbol) => {
    const isValue = (target(symbol).flags & ts.SymbolFlags.Value) !== 0;
    return isValue ? symbol.name : `type ${symbol.name}`;
  });
}

function symbolsOf(entry: string): ts.Symbol[] {
  const file = program.getSourceFile(`${DIST}${nameOf(entry)}.d.ts`);
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`There are no types of ${entry} in dist/. Run "npm run build".`);
  return checker.getExportsOfModule(module).sort((one, other) => (one.name < other.name ? -1 : 1));
}

function docOf(symbol: ts.Symbol): string {
  return ts.displayPartsToString(target(symbol).getDocumentationComment(checker)).trim();
}

/** What a name that is exported again stands for. */
function target(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
