import { setTimeout as wait } from 'node:timers/promises';
import type { ApiDocument } from '../../spec/index.ts';
import { endsWorld, isAside, isOfAccounts, mayDisconnect, viewpointsOf } from './aims.ts';
import { toBytes } from './bytes.ts';
import { fire } from './fire.ts';
import { createJudge } from './judge.ts';
import { createLine, type Line } from './line.ts';
import { lookOn, type Onlookers } from './onlookers.ts';
import { isQuiet, isWhole, type Places, type Shot } from './shot.ts';
import { startFrom } from './state.ts';
import type { Target } from './target.ts';
import { TOKENS } from './tokens.ts';
import { differenceOf, glance, lookAround, type View } from './view.ts';
import { connectAll, makeWorld, setScene } from './world.ts';

/** What a shot has done wrong. */
export interface Failure {
  /** Which of the shots, counted from 0. */
  readonly nth: number;
  readonly shot: Shot;
  readonly wrong: readonly string[];
}

/** How a volley is fired. */
export interface Manner {
  /** Looks at everything after each shot, so that it is known which one did wrong. */
  readonly isCareful?: boolean;
  /** How long a whole request may take, in milliseconds; 30 s unless given, longer on a busy machine. */
  readonly patience?: number;
  /** Called after each shot that has passed. */
  onShot?(): void;
  /** Whether the time is over: no other shot is fired then. */
  isOver?(): boolean;
}

/** Sets the scene and fires some shots, one after the other. Ends at the first that does wrong, for the scene is spoilt then. */
export type FireVolley = (
  target: Target,
  shots: readonly Shot[],
  manner?: Manner,
) => Promise<Failure | undefined>;

/** What is shot at, and what was seen of it last. */
interface Scene {
  readonly line: Line;
  readonly onlookers: Onlookers;
  places: Places;
  before: View;
  /** Whether all shots since then are of calls of the two accounts. */
  isAsideKnown: boolean;
}

/** Others are served while many shoot at once. */
async function askMeanwhile(line: Line): Promise<void> {
  await wait(50);
  await line.ask({ path: '/status', token: TOKENS.first });
}

/** Waits until nothing changes any longer. */
async function settle({ line, places }: Scene): Promise<void> {
  let seen = await glance(line, places);
  for (let left = 20; left > 0; left -= 1) {
    await wait(30);
    const now = await glance(line, places);
    if (differenceOf(seen, now) === undefined) return;
    seen = now;
  }
}

/** So many shots that should change nothing may be fired before the mock is looked at. */
const LOOK_AFTER = 50;

/** A throw-away world whose snapshot is longer is made anew, in characters: each later look would take as long. */
const LARGE = 1_000_000;

/** Fires volleys, and holds what comes of them to the documents. */
export function createVolleys(documents: readonly ApiDocument[]): FireVolley {
  const judge = createJudge(documents);
  const viewpoints = viewpointsOf(documents);
  const look = ({ line, places }: Pick<Scene, 'line' | 'places'>, isWhole: boolean) =>
    isWhole ? lookAround(line, places, viewpoints) : glance(line, places);

  const open = async (url: string, line: Line, isWhole: boolean): Promise<Scene> => {
    const places = await setScene(line, url, documents);
    const onlookers = lookOn(url, places);
    return { line, places, onlookers, before: await look({ line, places }, isWhole), isAsideKnown: true };
  };

  /** Whether the next good requests work, and what should not have changed has not. */
  const lookAfter = async (scene: Scene, shot: Shot, isStill: boolean, isWhole: boolean) => {
    const { line, before } = scene;
    if (!isStill && mayDisconnect(shot)) await connectAll(line);
    const isKnown = scene.isAsideKnown && !isWhole;
    scene.before = isKnown ? await glance(line, scene.places, before.aside) : await look(scene, isWhole);
    scene.isAsideKnown = true;
    const ended = scene.onlookers.complaints();
    if (ended.length > 0) return ended;
    const difference = isStill
      ? differenceOf(before, scene.before)
      : isAside(shot)
        ? differenceOf(before, scene.before, ['main'])
        : undefined;
    if (difference !== undefined) {
      const whose = isStill ? 'a refused request changed something' : 'it changed another world';
      return [`${whose}:\n${difference}`];
    }
    const isEnded = endsWorld(shot) && (!isStill || shot.spoils === true);
    if (isEnded || scene.before.aside.length > LARGE) {
      scene.places = { ...scene.places, world: await makeWorld(line, documents) };
      scene.before = await look(scene, isWhole);
    }
    return [];
  };

  const fireAll = async (target: Target, line: Line, shots: readonly Shot[], manner: Manner) => {
    const { isCareful = false, patience, onShot, isOver } = manner;
    const isCalm = (shot: Shot | undefined) => isCareful || shot === undefined || isQuiet(shot);
    let scene: Scene | undefined;
    let unseen = 0;
    let isLast = false;
    try {
      for (const [nth, shot] of shots.entries()) {
        const wrong: string[] = [];
        try {
          scene ??= await open(target.url, line, isCalm(shot));
          const { places } = scene;
          if (shot.state !== undefined)
            wrong.push(...(await startFrom(shot.state, viewpoints, target.program)));
          scene.isAsideKnown &&= isOfAccounts(shot);
          const firing = fire(target.url, toBytes(shot, places), shot.delivery, isWhole(shot), patience);
          if ((shot.delivery.copies ?? 1) > 1) await askMeanwhile(line);
          const echoes = await firing;
          // What was not answered may be carried out later.
          if (echoes.some(({ received }) => received.length === 0)) await settle(scene);
          const verdicts = echoes.map((echo) => judge(shot, places, echo));
          wrong.push(...verdicts.flatMap((verdict) => verdict.wrong).slice(0, 5), ...target.complaints());
          const isStill = verdicts.every((verdict) => verdict.isStill);
          const next = isOver?.() ? undefined : shots[nth + 1];
          isLast = next === undefined;
          // What should change nothing can be looked at together with what is fired before it.
          const mayWait = isStill && next !== undefined && isCalm(next) && unseen < LOOK_AFTER;
          unseen = mayWait ? unseen + 1 : 0;
          if (wrong.length === 0 && (isCareful || !mayWait))
            wrong.push(...(await lookAfter(scene, shot, isStill, isCalm(next))));
        } catch (error) {
          wrong.push(error instanceof Error ? error.message : String(error));
        }
        wrong.push(...target.complaints());
        if (wrong.length > 0) return { nth, shot, wrong };
        onShot?.();
        if (isLast) break;
      }
      return undefined;
    } finally {
      scene?.onlookers.leave();
    }
  };

  return async (target, shots, manner = {}) => {
    const line = createLine(target.url);
    try {
      return await fireAll(target, line, shots, manner);
    } finally {
      line.close();
    }
  };
}
