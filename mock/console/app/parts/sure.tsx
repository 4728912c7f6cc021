import { useSignal } from '@preact/signals';

/** A button for what cannot be taken back: the first click asks, the second one does it. */
export function Sure({
  says,
  asks,
  label,
  isSmall = false,
  onSure,
}: {
  says: string;
  /** What it shows after the first click. */
  asks: string;
  /** What it does to whom, for who cannot see what stands beside it. */
  label?: string;
  isSmall?: boolean;
  onSure: () => void;
}) {
  const isAsking = useSignal(false);
  return (
    <button
      type="button"
      class={`danger ${isSmall ? 'small' : ''}`}
      aria-label={isAsking.value ? undefined : label}
      onClick={() => {
        if (isAsking.value) onSure();
        isAsking.value = !isAsking.value;
      }}
      onBlur={() => {
        isAsking.value = false;
      }}
    >
      {isAsking.value ? asks : says}
    </button>
  );
}
