import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Rows beyond the visible ones that are there all the same, so that scrolling shows no gap. */
const SPARE = 8;

/** A list of rows of one height, of which only those are made that can be seen. The arrow keys go from row to row. */
export function VirtualList<Item>({
  items,
  height,
  keyOf,
  label,
  children,
}: {
  items: readonly Item[];
  /** Of a row, in pixels. */
  height: number;
  keyOf: (item: Item) => string;
  label: string;
  children: (item: Item) => ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const shown = useSignal(800);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      shown.value = element.clientHeight;
    });
    observer.observe(element);
    const move = (event: KeyboardEvent) => moveIn(element, event);
    element.addEventListener('keydown', move);
    return () => {
      observer.disconnect();
      element.removeEventListener('keydown', move);
    };
  }, [shown]);
  const first = Math.max(0, Math.floor(top.value / height) - SPARE);
  const last = Math.min(items.length, Math.ceil((top.value + shown.value) / height) + SPARE);
  return (
    <div
      class="virtual"
      ref={box}
      onScroll={(event) => {
        top.value = event.currentTarget.scrollTop;
      }}
    >
      <ul aria-label={label} style={{ height: `${items.length * height}px` }}>
        {items.slice(first, last).map((item, index) => (
          <li
            key={keyOf(item)}
            data-index={first + index}
            aria-setsize={items.length}
            aria-posinset={first + index + 1}
            style={{ transform: `translateY(${(first + index) * height}px)`, height: `${height}px` }}
          >
            {children(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The focus goes to the next row up or down that takes it. */
function moveIn(list: HTMLElement, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
  if (step === 0 || row === null) return;
  event.preventDefault();
  const at = Number(row.dataset.index);
  for (const index of [at + step, at + 2 * step]) {
    const next = list.querySelector<HTMLElement>(`[data-index="${index}"] :is(a, button)`);
    if (next === null) continue;
    next.focus();
    return;
  }
}
