/** Strokes on a field of 24 by 24. */
const STROKES = {
  announcement: 'M4 10v4h3l9 5V5L7 10H4zM19 9.5a4 4 0 0 1 0 5',
  locked: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  approval: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 11.5l2.2 2.2L15.5 9.5',
  timer: 'M12 21a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM12 9.5v4l2.5 1.5M9.5 3h5',
  frozen: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5L12 7l2.5-2.5M9.5 19.5L12 17l2.5 2.5',
  back: 'M14.5 5L8 12l6.5 7',
  phone: 'M8 2.5h8a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1zM11 18.5h2',
} as const;

/** The name of a sign. */
export type Sign = keyof typeof STROKES;

/** A small sign; what it means is told beside it, or by `says`. */
export function Icon({ sign, says }: { sign: Sign; says?: string }) {
  const path = <path d={STROKES[sign]} />;
  if (says === undefined) {
    return (
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        {path}
      </svg>
    );
  }
  return (
    <svg class="icon" viewBox="0 0 24 24" role="img">
      <title>{says}</title>
      {path}
    </svg>
  );
}
