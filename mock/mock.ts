import { type Calibration, type ControlBody, createRouter } from '../spec/index.ts';
import { createFetch, type MockFetch } from './adapters/fetch/fetch.ts';
import { BODY_BUDGET, createBodyBudget } from './adapters/node-http/body-budget.ts';
import type { Served } from './adapters/node-http/serve.ts';
import { loadChanged } from './changed-document.ts';
import { type Access, mustBeUsable } from './control/access.ts';
import { type ControlExchange, noted } from './control/noted.ts';
import { CONTROL_PATH, RECEIVER_PATH } from './control/plane.ts';
import { type CourierTools, createCourier } from './delivery/courier.ts';
import type { FailedDelivery } from './delivery/failed-delivery.ts';
import { createPost } from './delivery/post.ts';
import { putInForce } from './document-in-force.ts';
import { toBasePath, withoutBase } from './engine/base-path.ts';
import { type Outcome, pathOf, type RawCall, type RawHead, type RawReply, write } from './engine/call.ts';
import { harmless, steady } from './engine/callbacks.ts';
import { type Cors, withCors } from './engine/cors.ts';
import { toFaultOfMock, toRefusal } from './engine/error-reply.ts';
import { bodyLimitOf } from './engine/read-body.ts';
import { isDelivery, refuseDelivery } from './engine/refuse-delivery.ts';
import type { Exchange } from './journal/entry.ts';
import { mustBeWhole } from './option-checks.ts';
import { isPage, OWN_SEGMENTS } from './pages/pages.ts';
import { now as machineNow } from './real-timers.ts';
import { type CalibrationInForce, loadServed } from './served-document.ts';
import { isElsewhere, isOfApi } from './served-paths.ts';
import { createStubs } from './stubs/stubs.ts';
import { type AccountOptions, numbered } from './tenants/account.ts';
import { createMachine, mustBeClock } from './tenants/machine.ts';
import type { OpenOptions } from './tenants/opened.ts';
import { createTenants, MAIN, type Tenants } from './tenants/tenants.ts';
import { createDrive } from './testing/kit/drive.ts';
import { MockError } from './testing/kit/error.ts';
import { createMockWorld, type MockWorld } from './testing/kit/world.ts';
import { MOST_SEED } from './world/index.ts';
import { accountsOf } from './world-file/cast.ts';
import { mustFit, type WorldFile } from './world-file/world-file.ts';

/** How a mock is set up. */
export interface MockOptions {
  /** Makes every run the same, byte for byte: ids follow from the seed, and the clock of each world stands still at 2026-06-15T12:00:00Z. */
  seed?: number | undefined;
  /** Choices where WUTS or WhatsApp is unknown, by name; a world that is made may be given others. */
  rulings?: Record<string, string | number> | undefined;
  /** More accounts beside the two of the default world. */
  accounts?: readonly AccountOptions[] | undefined;
  /** The name of a scenario that the default world starts with. */
  scenario?: string | undefined;
  /** A world of your own that the default world starts with. */
  world?: WorldFile | undefined;
  /** Any token that nobody has gets a world of its own. */
  open?: boolean | OpenOptions | undefined;
  /**
   * How many MiB all worlds together may take; about half of Node's heap unless given. With more, worlds that opened by
   * themselves go, the one that was not used for longest first, then the oldest calls of journals; then no more is made.
   */
  memory?: number | undefined;
  /** What answers paths that the document does not have, such as those of messages, in every world. */
  stubs?: readonly ControlBody<'createStub'>[] | undefined;
  /** A file with another version of the document. */
  spec?: string | undefined;
  /** What a live gateway was seen to do: a file that `wuts-contracts calibrate` made, or what is in it. Rulings that are given count more. */
  calibration?: string | Calibration | undefined;
  /** Which web pages of other origins may call the API; never the control plane. `true` is for those of every origin. */
  cors?: Cors | undefined;
  /** What stands before every path of the API, such as `/api/v1`. Everything else is there with and without it. */
  basePath?: string | undefined;
  /** Who may use the control plane. */
  access?: Access | undefined;
  /** The clock, in milliseconds since 1970; that of the machine unless given, whatever timers a test fakes. */
  now?: (() => number) | undefined;
  /** Called after each request to the API. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Called after each request to the control plane. */
  onControl?: ((exchange: ControlExchange) => void) | undefined;
  /** Called after each delivery to a webhook that did not arrive. */
  onFailedDelivery?: ((failure: FailedDelivery) => void) | undefined;
  /** Called when the mock itself is at fault; writes to stderr unless given. */
  onFault?: ((error: unknown) => void) | undefined;
  /** Called after something was told to a world in the same process, without a request. */
  onDrive?: (() => void) | undefined;
}

/** A WUTS in memory, without a server: adapters hand it requests. */
export interface Mock extends Served {
  /** Asks the mock as `fetch` asks a server, without a port. */
  fetch: MockFetch;
  tenants: Tenants;
  /**
   * Reads the files of `spec` and `calibration` again, and serves what they say from the next request on; every world
   * stays. Throws a `DocumentError` or a `CalibrationError` when they cannot be served, or do not fit what the worlds
   * hold, and has then changed nothing.
   */
  reload(): void;
  /** What it follows of a calibration; undefined without one. */
  readonly calibration: CalibrationInForce | undefined;
  /** The accounts of the default world. */
  accounts: readonly { token: string; phone: string }[];
  /** Makes an isolated world; it has two accounts of its own unless told otherwise. Throws a `MockError`. */
  world(options?: ControlBody<'createWorld'>): MockWorld;
  /** The world that is there at start. */
  readonly defaultWorld: MockWorld;
  /** Answers a path that the document does not have, in every world; in place of the stub of the same method and path. Throws a `MockError`. */
  stub(stub: ControlBody<'createStub'>): MockStub;
  /** Ends what goes on by itself: deliveries to webhooks and streams. */
  stop(): void;
}

/** A stub of a mock. */
export interface MockStub {
  /** As the header `X-Mock-Stub` and the journal tell it. */
  readonly id: string;
  /** Its path is no longer answered. */
  remove(): void;
}

/** The tokens of the two accounts of the default world. */
const DEFAULT_TOKENS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

/** Makes a mock. Throws a `DocumentError`, a `CalibrationError`, a `RulingError`, a `ScenarioError`, a `WorldFileError`, an `AccountError`, an `AccessError`, a `BasePathError`, a `CorsError` or, for a stub, a `MockError` when the options cannot be met, and a `RangeError` for a clock or a number that is none. */
export function createMock(options: MockOptions = {}): Mock {
  const { seed, rulings, scenario, accounts = [], access = {} } = options;
  mustBeUsable(access);
  mustBeClock(options.now);
  mustBeWhole('seed', seed, 0, MOST_SEED);
  const world = options.world === undefined ? undefined : mustFit(options.world);
  const served = loadServed(options);
  const log = (error: unknown) => console.error(error);
  const onFault = harmless(options.onFault ?? log, log);
  const now = options.now === undefined ? machineNow : steady(options.now, Date.now(), onFault);
  const usual = numbered((world && accountsOf(world)) ?? [{}, {}]).map(({ phone, token }, index) => ({
    phone,
    token: token ?? DEFAULT_TOKENS[index],
  }));
  const base = toBasePath(options.basePath, OWN_SEGMENTS);
  const open = options.open === true ? {} : options.open || undefined;
  mustBeWhole('open.worlds', open?.worlds, 1);
  mustBeWhole('open.idle', open?.idle, 1);
  const post = createPost();
  const tools: CourierTools = {
    post,
    payloads: () => inForce.payloads,
    machine: now,
    onFault,
    onFailure: told(options.onFailedDelivery, onFault),
  };
  const tenants = createTenants(
    { ...createMachine(seed, now), rulings: { ...served.rulings, ...rulings } },
    (tenant) => createCourier(tenant, tools),
    { seed, rulings, scenario, world, accounts: [...usual, ...accounts] },
    open,
    options.memory,
  );
  const onExchange = told(options.onExchange, onFault);
  const onControl = told(options.onControl, onFault);
  const stubs = createStubs((method, path) => {
    if (isElsewhere(path)) return 'the mock serves something of its own there.';
    const { kind } = createRouter(inForce.served.document.operations)(method, path);
    return kind === 'operation' ? 'the document has it.' : undefined;
  });
  const parts = { base, tenants, stubs, access, onExchange, onFault };
  let inForce = putInForce(served, parts);
  const answerControl = (call: RawCall) => inForce.plane().answer(call);
  const control = onControl === undefined ? answerControl : noted(answerControl, onControl);
  const reply = (call: RawCall): Outcome => {
    if (isDelivery(call) && pathOf(call) !== RECEIVER_PATH)
      return write(toRefusal(refuseDelivery(), tenants.main.world, onFault));
    if (isOfApi(call)) return inForce.engine.answer(call);
    const path = pathOf(call);
    return (
      inForce.pages(call, path) ?? (CONTROL_PATH.test(path) ? control(call) : inForce.engine.answer(call))
    );
  };
  const fail = (error: unknown): RawReply => {
    onFault(error);
    return write(toFaultOfMock(Date.now()));
  };
  const answerAll = (call: RawCall): Outcome => {
    try {
      const outcome = reply(call);
      return outcome instanceof Promise ? outcome.catch(fail) : outcome;
    } catch (error) {
      return fail(error);
    }
  };
  const place = <Head extends RawHead>(head: Head) =>
    base === '' ? head : withoutBase(base, head, isElsewhere);
  const answerHere = base === '' ? answerAll : (call: RawCall) => answerAll(place(call));
  const isOpen = (call: RawCall) => !CONTROL_PATH.test(pathOf(place(call)));
  const answer = options.cors ? withCors(answerHere, options.cors, isOpen) : answerHere;
  const isBodyUnread = (head: RawHead): boolean => {
    if (isDelivery(head)) return true;
    const { engine, plane } = inForce;
    if (isOfApi(head)) return engine.isRefused(head);
    const path = pathOf(head);
    return isPage(path) || (CONTROL_PATH.test(path) ? plane().isBodyUnread(head) : engine.isRefused(head));
  };
  const front: Served = {
    answer,
    intake: {
      bodyLimit: (head) => (isBodyUnread(place(head)) ? 0 : bodyLimitOf(head.target)),
      budget: createBodyBudget(BODY_BUDGET),
    },
    onFault,
  };
  const drive = createDrive(() => inForce.plane(), options.onDrive);
  const stub = (wanted: ControlBody<'createStub'>): MockStub => {
    const { id } = drive.now('createStub', { body: wanted }).stub;
    return { id, remove: () => void drive.now('deleteStub', { path: { stub: id } }) };
  };
  for (const [index, wanted] of (options.stubs ?? []).entries()) {
    try {
      stub(wanted);
    } catch (error) {
      if (!(error instanceof MockError)) throw error;
      throw new MockError(error.rule, `Stub ${index + 1} cannot be served: ${error.says}`);
    }
  }
  return {
    ...front,
    get calibration() {
      return inForce.served.calibration;
    },
    reload() {
      inForce = putInForce(loadChanged(options, inForce.served, { tenants, stubs }), parts);
    },
    fetch: createFetch(front),
    world: (wanted = {}) => createMockWorld(drive, drive.now('createWorld', { body: wanted }).world),
    defaultWorld: createMockWorld(drive, MAIN),
    stub,
    tenants,
    get accounts() {
      return tenants.accountsOf(tenants.main).map(({ token, phone }) => ({ token, phone }));
    },
    stop() {
      for (const { courier } of tenants.list()) courier.close();
      post.close();
    },
  };
}

/** A callback of the user that does no harm, where there is one. */
function told<Value>(callback: ((value: Value) => void) | undefined, onFault: (error: unknown) => void) {
  return callback === undefined ? undefined : harmless(callback, onFault);
}
