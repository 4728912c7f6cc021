/** A value as JSON; a text that is no JSON as it is. */
export function Json({ value, label }: { value: unknown; label: string }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  return (
    <textarea
      readOnly
      class="json"
      aria-label={label}
      rows={Math.min(24, text.split('\n').length)}
      value={text}
    />
  );
}
