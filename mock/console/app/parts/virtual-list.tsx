import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Rows beyond the visible ones that are there all the same, so that scrolling shows no gap. */
const SPARE = 8;

/** Where a key leads to from a row; `page` is how many rows can be seen. */
const LEADS: Readonly<Record<string, (at: number, page: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, page) => at + page,
  PageUp: (at, page) => at - page,
  Home: () => 0,
  End: () => Number.POSITIVE_INFINITY,
};

/**
 * A list of rows of one height, of which only those are made that can be seen.
 * Tab enters it at one row and leaves it from there; the arrow keys, Page Up, Page Down, Home and End go from row to row.
 */
export function VirtualList<Item>({
  items,
  height,
  keyOf,
  label,
  isTitle = () => false,
  children,
}: {
  items: readonly Item[];
  /** Of a row, in pixels. */
  height: number;
  keyOf: (item: Item) => string;
  label: string;
  /** Whether a row is a title, which no key leads to. */
  isTitle?: (item: Item) => boolean;
  /** A row; all but a title have one link, which takes the focus when `tabIndex` says so. */
  children: (item: Item, tabIndex: 0 | -1) => ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const shown = useSignal(800);
  /** The row that Tab leads to, by its key. It is made even where it cannot be seen. */
  const chosen = useSignal<string | undefined>(undefined);
  const isMoved = useRef(false);
  const known = items.findIndex((item) => keyOf(item) === chosen.value);
  const at = known === -1 ? items.findIndex((item) => !isTitle(item)) : known;

  const move = (event: KeyboardEvent) => {
    const list = box.current;
    const lead = LEADS[event.key];
    const isInRow = (event.target as HTMLElement).closest('[data-index]') !== null;
    if (list === null || lead === undefined || !isInRow || event.altKey || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    const page = Math.max(1, Math.floor(list.clientHeight / height) - 1);
    const next = rowNear(items, lead(at, page), at, isTitle);
    const [start, end] = [next * height, (next + 1) * height - list.clientHeight];
    list.scrollTop = Math.min(start, Math.max(end, list.scrollTop));
    top.value = list.scrollTop;
    isMoved.current = true;
    chosen.value = items[next] && keyOf(items[next]);
  };
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      shown.value = element.clientHeight;
    });
    observer.observe(element);
    element.addEventListener('keydown', (event) => latest.current(event));
    return () => observer.disconnect();
  }, [shown]);
  useLayoutEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const first = Math.max(0, Math.floor(top.value / height) - SPARE);
  const last = Math.min(items.length, Math.ceil((top.value + shown.value) / height) + SPARE);
  const seen = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  const made = at === -1 ? seen : at < first ? [at, ...seen] : at >= last ? [...seen, at] : seen;
  return (
    <div
      class="virtual"
      ref={box}
      tabIndex={-1}
      onScroll={(event) => {
        top.value = event.currentTarget.scrollTop;
      }}
    >
      <ul aria-label={label} style={{ height: `${items.length * height}px` }}>
        {made.map((index) => {
          const item = items[index] as Item;
          return (
            <li
              key={keyOf(item)}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${index * height}px)`, height: `${height}px` }}
              onFocusIn={() => {
                chosen.value = keyOf(item);
              }}
            >
              {children(item, index === at ? 0 : -1)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The row nearest to where a key leads that is no title: farther on if there is one, else on the way there. */
function rowNear<Item>(
  items: readonly Item[],
  wanted: number,
  at: number,
  isTitle: (item: Item) => boolean,
): number {
  const step = wanted < at ? -1 : 1;
  const start = Math.min(items.length - 1, Math.max(0, wanted));
  const isRow = (index: number) => items[index] !== undefined && !isTitle(items[index]);
  let near = start;
  while (near in items && !isRow(near)) near += step;
  if (near in items) return near;
  near = start;
  while (near in items && !isRow(near)) near -= step;
  return near;
}
