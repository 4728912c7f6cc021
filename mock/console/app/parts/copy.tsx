import { useSignal } from '@preact/signals';
import { t } from '../language.ts';

/** A button that puts a text on the clipboard. */
export function Copy({ text, label }: { text: string; label?: string }) {
  const isDone = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    isDone.value = true;
    setTimeout(() => {
      isDone.value = false;
    }, 1500);
  };
  return (
    <button type="button" class="small" onClick={copy}>
      {isDone.value ? t('copied') : (label ?? t('copy'))}
    </button>
  );
}
