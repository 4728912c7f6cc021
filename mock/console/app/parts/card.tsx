import type { ComponentChildren } from 'preact';

/** A part of a page with a title. */
export function Card({
  title,
  kind,
  children,
}: {
  title: string;
  kind?: string;
  children: ComponentChildren;
}) {
  return (
    <section class={`card ${kind ?? ''}`} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
